package straits.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.catalog.Catalog;
import straits.engine.LadderQueue;
import straits.market.inventory.PoolState;
import straits.regulation.Quotas;
import straits.scenario.AtShipment;
import straits.scenario.LoadedScenario;
import straits.scenario.file.Setting;
import straits.simulation.Draw;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;
import straits.simulation.World;

/** The cap of January 2025 against what was published about it, on the reported Malaysian imports and chip by chip. */
final class CountryCapTest {

    private static final String[] MONTHS = {"january", "february", "march", "april"};

    private static Snapshot imports(String regime, List<Setting> settings) {
        return run("malaysia-imports", regime, settings);
    }

    private static Snapshot run(String scenario, String regime, List<Setting> settings) {
        List<Setting> all = new ArrayList<>(settings);
        all.add(new Setting("regimes", "[" + regime + "]"));
        all.add(new Setting("reference_regime", regime));
        LoadedScenario loaded = ShippedFiles.scenario(scenario, all.toArray(new Setting[0]));
        World world = new World(new Catalog(loaded.scenario()), regime, loaded.regime(regime));
        return new Simulation(world, new Draw("cap", 0), new LadderQueue()).run();
    }

    private static List<Setting> gpus(int... byMonth) {
        List<Setting> settings = new ArrayList<>();
        for (int month = 0; month < byMonth.length; month++) {
            settings.add(new Setting("deliveries." + MONTHS[month] + "-2025.gpus", byMonth[month] + " GPUs"));
        }
        return settings;
    }

    private static int quota(Snapshot run, String rule) {
        return IntStream.range(0, run.quotas().size())
                .filter(quota -> run.quotas().name(quota).rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate firstBound(Snapshot run) {
        return run.catalog().timeline().date(run.quotas().firstBoundMicros(0));
    }

    private static int installed(Snapshot run) {
        return run.inventory().gpus(0, PoolState.INSTALLED);
    }

    /** At 40, 35 and 30 thousand USD per GPU (F259). */
    @ParameterizedTest
    @CsvSource({
        "28000, 15675, 49000, 68500, 2025-03-15",
        "32000, 17914, 56000, 78286, 2025-02-15",
        "37333, 20900, 65333, 91333, 2025-02-15"
    })
    void onTheReportedMalaysianImportsTheCapBindsInFebruaryOrMarch(
            int january, int february, int march, int april, LocalDate bound) {
        Snapshot run = imports("cap-alone", gpus(january, february, march, april));

        assertThat(firstBound(run)).isEqualTo(bound);
        assertThat(installed(run)).isEqualTo(49_898);
        assertThat(run.quotas().leftTpp(0)).isEqualTo(790_000_000L - 49_898L * 15_832);
    }

    @Test
    void theScenarioAsItShipsIsTheMiddleOfThese() {
        assertThat(firstBound(imports("cap-alone", List.of()))).isEqualTo(LocalDate.of(2025, 2, 15));
        assertThat(installed(imports("no-rules", List.of()))).isEqualTo(32_000 + 17_914 + 56_000 + 78_286);
    }

    /** GPUs under one cap, as published (F213, F216, F215), and how near floor(cap / TPP of the chip) comes. */
    @ParameterizedTest
    @CsvSource({"15832, 49898, 49901, 0.0001", "40000, 19750, 20000, 0.02", "60000, 13166, 13166, 0.02"})
    void thePublishedCountsAreTheCapOverTheChip(int tpp, int lawful, int published, double tolerance) {
        List<Setting> settings = gpus(60_000, 1, 1, 1);
        settings.add(new Setting("chips.h100.tpp", tpp + " TPP"));
        Snapshot run = imports("cap-alone", settings);

        assertThat(installed(run)).isEqualTo(lawful);
        assertThat((double) lawful).isCloseTo(published, within(tolerance * published));
    }

    /** 18,000 GB300 for one country (F260). */
    @Test
    void aTrancheOfEighteenThousandIsMoreThanACap() {
        LoadedScenario loaded = ShippedFiles.scenario("seven-billion");
        double chip = Objects.requireNonNull(loaded.scenario().chips().get("gb300"))
                .tpp()
                .value();
        double cap = loaded.regime("ai-diffusion-2025").rules().values().stream()
                .filter(AtShipment.CountryCap.class::isInstance)
                .mapToDouble(rule -> ((AtShipment.CountryCap) rule).cap().value())
                .sum();

        assertThat(18_000 * chip / cap).isCloseTo(1.37, within(0.005));
    }

    @Test
    void asEnactedTheImportsAreCountedAndNothingIsEverRefused() {
        Snapshot run = imports("as-enacted-2025-26", List.of());

        assertThat(installed(run)).isEqualTo(184_200);
        int cap = quota(run, "country-cap");
        assertThat(run.quotas().firstBoundMicros(cap)).isEqualTo(Quotas.NEVER);
        assertThat(run.quotas().drawnTpp(cap)).isEqualTo(790_000_000L);
        assertThat(run.quotas().beyondTpp(cap)).isEqualTo(184_200L * 15_832 - 790_000_000L);
    }

    /** In the whole scenario, without tenants: every tranche that would leave under the rules of 2023 leaves. */
    @Test
    void asEnactedNoDeliveryOfTheWholeScenarioIsHeldBackByTheFramework() {
        Snapshot enacted = run("seven-billion", "as-enacted-2025-26", withoutTenants());
        Snapshot reference = run("seven-billion", "us-2023", withoutTenants());

        for (int quota = 0; quota < enacted.quotas().size(); quota++) {
            assertThat(enacted.quotas().firstBoundMicros(quota)).isEqualTo(Quotas.NEVER);
        }
        assertThat(enacted.quotas().size()).isGreaterThan(10);
        for (int pool = 0; pool < enacted.catalog().pools().size(); pool++) {
            assertThat(enacted.inventory().gpus(pool, PoolState.INSTALLED))
                    .as(enacted.catalog().poolSlug(pool))
                    .isEqualTo(reference.inventory().gpus(pool, PoolState.INSTALLED));
        }
    }

    private static List<Setting> withoutTenants() {
        List<Setting> settings = new ArrayList<>(List.of(new Setting("market.anticipation", "0 h")));
        ShippedFiles.scenario("seven-billion")
                .scenario()
                .tenantClasses()
                .keySet()
                .forEach(key -> {
                    settings.add(new Setting("tenant_classes." + key + ".arrivals.rate", "0 per hour"));
                    settings.add(new Setting("tenant_classes." + key + ".opening", "0 H100e"));
                });
        return settings;
    }
}
