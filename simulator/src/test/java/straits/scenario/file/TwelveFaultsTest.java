package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** All faults of a file at once, each with its line, from the top down. */
final class TwelveFaultsTest {

    private static final String WORLD = Worlds.S01
            .replace("horizon: 40 days", "horizon: 40 dayz")
            .replace("warm_up: 2 days", "warmup: 2 days")
            .replace("tpp: 15832 TPP", "tpp: 15832")
            .replace("h100e_inference: 1 H100e per GPU", "h100e_inference: 0 H100e per GPU")
            .replace("region: southeast-asia", "region: Southeast Asia")
            .replace("    country: malaysia", "    country: malaisia")
            .replace("owner_class: local", "owner_class: locl")
            .replace("chip: h100, installed: 20 GPUs", "chip: h10, installed: 2_0 GPUs")
            .replace("    size: 1 H100e\n", "")
            .replace("mean: 1 h", "mean: 0x1 h")
            .replace("regimes: [open]", "regimes: [opn]");

    @Test
    void areAllFoundInOneReading() {
        assertThat(ScenarioReader.read("w", WORLD, RegimeLibrary.NONE).faults().stream()
                        .map(Fault::toString))
                .containsExactlyElementsOf(List.of(
                        "w:6:10 horizon: unknown unit \"dayz\"; did you mean \"days\"?",
                        "w:7:1 warmup: unknown key \"warmup\"; did you mean \"warm_up\"?",
                        "w:12:10 chips.h100.tpp: found 15832 without a unit; units here: TPP, thousand TPP, million TPP,"
                                + " billion TPP",
                        "w:14:22 chips.h100.h100e_inference: found 0 H100e per GPU; must be above 0 H100e per GPU",
                        "w:20:13 countries.malaysia.region: found \"Southeast Asia\"; must be a slug of a-z, 0-9 and -,"
                                + " such as h100-sxm",
                        "w:25:14 sites.johor.country: unknown country \"malaisia\"; did you mean \"malaysia\"?",
                        "w:31:18 providers.cloud.owner_class: unknown word \"locl\"; did you mean \"local\"?",
                        "w:35:29 providers.cloud.fleet[0].chip: unknown chip \"h10\"; did you mean \"h100\"?",
                        "w:35:45 providers.cloud.fleet[0].installed: found 2_0 GPUs; must be a number such as 12 GPUs",
                        "w:41:5 tenant_classes.small.size: missing: amount wanted, for the workload",
                        "w:43:36 tenant_classes.small.duration.exponential.mean: found 0x1 h; must be a number such as"
                                + " 12 h",
                        "w:48:11 regimes[0]: unknown regime \"opn\"; did you mean \"open\"?"));
    }
}
