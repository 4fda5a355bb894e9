package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.scenario.LoadedScenario;

/** One change of sound failures gives exactly one fault, in its own words. */
final class FaultsOfFailuresTest {

    private static final String FAILURES = """
            failures:
              nodes: {rate: 3.79 per 1000 node-days, gpus: 8, repair: {exponential: {mean: 12 h}}}
              by_chip:
                h100: {rate: 2 per node-year, repair: 1 days}
              by_provider:
                gate: {rate: 0 per node-day, repair: {uniform: {low: 1 h, high: 3 h}}}
              crews: 4
              response: replace
              credit: 50 %
              site_loss: {rate: 0.1 per year, share: 30 %, duration: {exponential: {mean: 5 days}}}
              lost_work:
                heavy: {checkpoint_interval: 2 h, checkpoint_cost: 1 min, restart: 10 min, finish: true}
                big: {checkpoint_interval: 3 h, restart: 1 h}
            """;

    private static Reading<LoadedScenario> read(String failures) {
        return ScenarioReader.read("rich.yaml", Worlds.text("rich.yaml") + failures, RegimeLibrary.NONE);
    }

    @Test
    void soundFailuresHaveNone() {
        assertThat(read(FAILURES).faults()).isEmpty();
        assertThat(read(FAILURES).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            3.79 per 1000 node-days | 3.79 per day | failures.nodes.rate: unknown unit "per day"; units here: per node-hour, per node-day, per 1000 node-days, per node-year
            3.79 per 1000 node-days | 3.79 | failures.nodes.rate: found 3.79 without a unit; units here: per node-hour, per node-day, per 1000 node-days, per node-year
            3.79 per | -1 per | failures.nodes.rate: found -1 per 1000 node-days; must be at least 0 per node-hour
            gpus: 8 | gpus: 0 | failures.nodes.gpus: found 0; must be at least 1 and at most 1024
            {low: 1 h, high: 3 h} | {low: 3 h, high: 1 h} | failures.by_provider.gate.repair.uniform: found 3 before 1 in base units; parameters must ascend
            h100: {rate: 2 | h10: {rate: 2 | failures.by_chip.h10: unknown chip "h10"; did you mean "h100"?
            gate: {rate | gat: {rate | failures.by_provider.gat: unknown provider "gat"; did you mean "gate"?
            big: {check | bigg: {check | failures.lost_work.bigg: unknown tenant class or anchor "bigg"; did you mean "big"?
            crews: 4 | crews: 0 | failures.crews: found 0; must be at least 1 and at most 2147483647
            response: replace | response: replac | failures.response: unknown word "replac"; did you mean "replace"?
            share: 30 % | share: 0 % | failures.site_loss.share: found 0 %; must be above 0 and at most 1
            restart: 1 h} | restart: 1 h, finish: true} | failures.lost_work.big.finish: found true; only leases on demand go on until their work is done, not those of a committed term
            checkpoint_interval: 2 h, | | failures.lost_work.heavy.checkpoint_cost: found one; goes with checkpoint_interval
            finish: true | finish: false | failures.lost_work.heavy.checkpoint_cost: found one; goes with finish: true only, since other leases keep their length
            """)
    void everyFaultSaysWhatIsWrong(String text, String changed, String fault) {
        assertThat(FAILURES).contains(text);
        String failures = FAILURES.replace(text, changed == null ? "" : changed);

        assertThat(read(failures).faults())
                .extracting(each -> each.path() + ": " + each.message())
                .containsExactly(fault);
    }

    /** What a notice promises to somebody might fail before it is handed over. */
    @Test
    void spotLeasesThatFailGiveWayAtOnce() {
        String selling = Worlds.text("rich.yaml")
                .replaceFirst("(?m)^( +)owner_class: local$", "$0\n$1spot: {mechanism: uniform_price, notice: 2 min}");

        assertThat(ScenarioReader.read("rich.yaml", selling, RegimeLibrary.NONE).faults())
                .isEmpty();
        assertThat(ScenarioReader.read("rich.yaml", selling + FAILURES, RegimeLibrary.NONE)
                        .faults())
                .extracting(each -> each.path() + ": " + each.message())
                .containsExactly(
                        "providers.local.spot.notice: found one; where GPUs fail, spot leases give way at once: must be 0 h");
    }
}
