package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Micro.holder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.scenario.file.Fault;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.scenario.file.ScenarioWriter;
import straits.scenario.file.Setting;

/** Prices by date, by busy GPUs and from full cost, in a world of ten GPUs of one chip. */
final class PricePoliciesTest {

    private static final String SCHEDULE = "policy: schedule, schedule: ";

    @TempDir
    private Path folder;

    private static Micro world(String days, String pricing, String cost) {
        return Micro.world()
                .with("horizon", days + " days")
                .with(
                        "chips",
                        "{h100: " + Micro.chip(15_832, 1).replace("1 kW}", "1 kW, purchase_price: 40000 USD}") + "}")
                .with(
                        "countries",
                        "{malaysia: {iso: MY, region: asia, electricity_price: {2024-01-01: 0.1 USD per kWh, 2025-01-05: 0.3 USD per kWh}}}")
                .with("sites", "{johor: {country: malaysia, pue: 1.5, it_power_limit: {2024-01-01: 1 MW}}}")
                .with(
                        "providers",
                        "{cloud: {home: MY, owner_class: local, operations_cost: 0.05 USD per GPU-hour, " + cost
                                + "pricing: {" + pricing
                                + "}, offers: {h100: {on_demand: 2 USD per GPU-hour}}, fleet: [{site: johor, chip: h100, installed: 10 GPUs}]}}");
    }

    private static double meanUsd(String days, String pricing) {
        return world(days, pricing, "").run().prices().meanUsd(0, 0);
    }

    /** Two days at 3 USD, three at 0.01, which is below the cost of electricity, one at 5. */
    @Test
    void scheduledPricesHoldFromTheirDayWhateverTheyAre() {
        String dates =
                "{h100: {2024-12-01: 3 USD per GPU-hour, 2025-01-03: 0.01 USD per GPU-hour, 2025-01-06: 5 USD per GPU-hour}}";

        assertThat(meanUsd("6", SCHEDULE + dates)).isCloseTo((2 * 3 + 3 * 0.01 + 5) / 6, within(1e-9));
    }

    @Test
    void aScheduleGoesOnWhileNothingCanBeRented() {
        String dates = "{h100: {2025-01-01: 3 USD per GPU-hour, 2025-01-03: 1 USD per GPU-hour}}";
        var run = world("6", SCHEDULE + dates, "")
                .replacing("providers", "installed: 10 GPUs", "installed: 10 GPUs, rentable_fraction: 0")
                .run();

        assertThat(run.prices().onDemandMicroUsd(0)).isEqualTo(1_000_000);
    }

    /** Every hour of a floating lease costs what the schedule says when it begins: 3 USD for two days, then 1. */
    @Test
    void floatingLeasesPayTheScheduledPrices() {
        String dates = "{h100: {2025-01-01: 3 USD per GPU-hour, 2025-01-03: 1 USD per GPU-hour}}";
        var run = world("5", SCHEDULE + dates, "")
                .with(
                        "tenant_classes",
                        "{visitor: " + Micro.tenants("{rate: 0.04 per hour}", "1 H100e", "4 days", "") + "}")
                .run();
        double usd = 0;
        for (double arrival : Micro.arrivals("visitor", 0.04, 120, 0)) {
            for (double hour = arrival; hour < Math.min(arrival + 96, 120); hour++) {
                usd += (hour < 48 ? 3 : 1) * Math.min(1, Math.min(arrival + 96, 120) - hour);
            }
        }

        assertThat(usd).isGreaterThan(100);
        assertThat(run.billing().spendUsd(0, 0)).isCloseTo(usd, within(1e-4));
    }

    /** 1 kW x 1.5 x 0.1 + 0.05 = 0.20, and the capital charge; electricity three times as dear from 5 January on. */
    @Test
    void fullCostPlusFollowsElectricity() {
        String cost =
                "cost: {capital: 12 %, lifetime: 5 years, salvage: 10 %, build: 10 million USD per MW, hall_lifetime: 20 years, utilisation: 0.8, margin: 25 %}, ";
        var before = world("4", "policy: full-cost-plus", cost).run();
        var after = world("5", "policy: full-cost-plus", cost).run();
        double growth5 = 1.12 * 1.12 * 1.12 * 1.12 * 1.12;
        double growth20 = growth5 * growth5 * growth5 * growth5;
        double gpu = 40_000 * (1 - 0.1 / growth5) * 0.12 / (1 - 1 / growth5);
        double hall = 10_000 * 0.12 / (1 - 1 / growth20);
        double capital = (gpu + hall) / (8760 * 0.8);

        assertThat(before.prices().onDemandMicroUsd(0)).isEqualTo(Math.round(1.25e6 * (0.20 + capital)));
        assertThat(after.prices().onDemandMicroUsd(0)).isEqualTo(Math.round(1.25e6 * (0.50 + capital)));
    }

    @Test
    void busyPricesAreThoseOfTheLastRowReached() {
        String rows = "policy: busy-gpus, busy_prices: {0 GPUs: 1 USD per GPU-hour, 3 GPUs: 4 USD per GPU-hour}";
        for (int leased = 1; leased <= 4; leased++) {
            var run = world("1", rows, "")
                    .with("anchors", "{holder: " + holder(leased, "9 days", 1, 1e9) + "}")
                    .run();
            assertThat(run.prices().onDemandMicroUsd(0)).isEqualTo(leased < 3 ? 1_000_000 : 4_000_000);
        }
    }

    /** Three GPUs are leased for five hours of the day: 4 USD then, 1 before and after; who leases them came at 1. */
    @Test
    void busyPricesRiseWithALeaseAndFallAtItsEnd() {
        Arrival one = Arrival.between(2, 10, 24);
        String rows = "policy: busy-gpus, busy_prices: {0 GPUs: 1 USD per GPU-hour, 3 GPUs: 4 USD per GPU-hour}";
        var run = world("1", rows, "")
                .with("tenant_classes", "{" + one.asking("3 H100e", "5 h", "price_basis: locked") + "}")
                .run();

        assertThat(run.prices().meanUsd(0, 0)).isCloseTo((19 * 1 + 5 * 4) / 24.0, within(1e-9));
        assertThat(run.billing().spendUsd(0, 0)).isEqualTo(15);
    }

    private Path scenario(String schedule, String csv) throws IOException {
        Files.writeString(folder.resolve("prices.csv"), csv);
        return Files.writeString(
                folder.resolve("world.yaml"),
                world("6", SCHEDULE + schedule, "").text());
    }

    private String faults(String csv) throws IOException {
        return ScenarioReader.read(scenario("prices.csv", csv), RegimeLibrary.NONE).faults().stream()
                .map(Fault::toString)
                .map(text -> text.replace(folder + "/", ""))
                .collect(Collectors.joining("\n"));
    }

    private static String rows(String... rows) {
        return "chip,from,price_usd_per_gpu_hour\n" + String.join("\n", rows) + "\n";
    }

    /** The effective scenario holds the prices, so that the file is not needed to run it again and a change of it shows. */
    @Test
    void aScheduleFileBecomesPartOfTheEffectiveScenario() throws IOException {
        Path file = scenario("prices.csv", rows("h100,2024-12-01,3", "h100,2025-01-03,0.01", "h100,2025-01-06,5"));
        var loaded = ScenarioReader.read(file, RegimeLibrary.NONE).orThrow();
        String effective = ScenarioWriter.text(loaded);
        Files.writeString(folder.resolve("prices.csv"), rows("h100,2024-12-01,3"));

        assertThat(effective).contains("0.01 USD per GPU-hour").doesNotContain("prices.csv");
        assertThat(ScenarioReader.read("again.yaml", effective, RegimeLibrary.NONE)
                        .orThrow()
                        .scenario())
                .isEqualTo(loaded.scenario());
        assertThat(ScenarioWriter.text(
                        ScenarioReader.read(file, RegimeLibrary.NONE).orThrow()))
                .isNotEqualTo(effective);
    }

    @Test
    void aSettingMayNameAFile() throws IOException {
        Path file = scenario("{h100: {2024-12-01: 3 USD per GPU-hour}}", rows("h100,2024-12-01,7"));
        var setting = new Setting("providers.cloud.pricing.schedule", "prices.csv");
        var loaded =
                ScenarioReader.read(file, RegimeLibrary.NONE, List.of(setting)).orThrow();

        assertThat(ScenarioWriter.text(loaded)).contains("7 USD per GPU-hour");
    }

    @Test
    void faultsOfAScheduleFileHaveItsLine() throws IOException {
        assertThat(faults(rows("h100,2025-01-03,3")))
                .contains("prices.csv:2:1")
                .contains("must be at or before the start 2025-01-01");
        assertThat(faults(rows("h100,2025-01-01,3", "h100,2024-06-01,2")))
                .contains("prices.csv:3:1")
                .contains("dates must ascend");
        assertThat(faults(rows("h100,2025-01-01,3", "h100,2025-01-02,dear")))
                .contains("prices.csv:3:1")
                .contains("must be a number");
        assertThat(faults(rows("h100,2025-01-01,3", "h100,2025-01-02,-1"))).contains("prices.csv:3:1");
        assertThat(faults(rows("h100,2025-01-01,3", "h100,2025-13-02,1"))).contains("prices.csv:3:1");
        assertThat(faults(rows("h100,2025-01-01,3", "h100,2025-01-02,")))
                .contains("prices.csv:3:1")
                .contains("a gap: no price of h100 from 2025-01-02");
        assertThat(faults(rows("h100,2025-01-01,3", "h100,2025-01-02")))
                .contains("prices.csv:3:1")
                .contains("found 2 cells; must be 3");
        assertThat(faults(rows("a100,2025-01-01,3")))
                .contains("no price for h100, which the provider offers")
                .contains("prices.csv:2:1")
                .contains("found \"a100\", which the provider does not offer");
        assertThat(faults("chip,from\nh100,2025-01-01\n"))
                .contains("prices.csv:1:1")
                .contains("no column price_usd_per_gpu_hour");
        assertThat(faults("chip,from,price\nh100,2025-01-01,3\n")).contains("unknown column \"price\"");
        assertThat(faults("")).contains("no row of prices");
    }

    @Test
    void rowsThatSayUntilWhenTheyHoldMustJoin() throws IOException {
        String header = "chip,from,until,price_usd_per_gpu_hour\n";

        assertThat(faults(header + "h100,2025-01-01,2025-01-03,3\nh100,2025-01-03,,2\n"))
                .isEmpty();
        assertThat(faults(header + "h100,2025-01-01,2025-01-03,3\nh100,2025-01-04,,2\n"))
                .contains("prices.csv:3:1")
                .contains("a gap: the row before of h100 ends 2025-01-03, this begins 2025-01-04");
        assertThat(faults(header + "h100,2025-01-01,2025-01-03,3\nh100,2025-01-02,,2\n"))
                .contains("an overlap");
        assertThat(faults(header + "h100,2025-01-01,2025-01-03,3\n"))
                .contains("prices.csv:2:1")
                .contains("a gap: the last row of h100 ends 2025-01-03");
    }

    @Test
    void aMissingFileAndATextWithoutAFolderAreSaid() throws IOException {
        assertThat(ScenarioReader.read(scenario("none.csv", ""), RegimeLibrary.NONE)
                        .faults()
                        .toString())
                .contains("none.csv: no such file")
                .contains("world.yaml:9:");
        assertThat(ScenarioReader.read(
                                "text", world("6", SCHEDULE + "prices.csv", "").text(), RegimeLibrary.NONE)
                        .faults()
                        .toString())
                .contains("read only for a scenario that is a file itself");
    }

    @Test
    void whatAPolicyLacksOrDoesNotTakeIsSaid() {
        assertThat(wrong("policy: schedule")).contains("schedule needs the key schedule");
        assertThat(wrong("policy: full-cost-plus")).contains("full-cost-plus needs the provider's cost");
        assertThat(wrong("policy: busy-gpus")).contains("busy-gpus needs busy_prices");
        assertThat(wrong("policy: busy-gpus, busy_prices: {1 GPUs: 1 USD per GPU-hour}"))
                .contains("from 0 GPUs");
        assertThat(wrong("policy: congestion-price")).contains("congestion-price needs expected");
        assertThat(
                        wrong(
                                "policy: congestion-price, expected: {rate: 8 per hour, duration: 1 h, willingness: 1 USD per GPU-hour}"))
                .contains("exponential and uniform willingness only");
        assertThat(wrong("policy: posted, schedule: {h100: {2024-12-01: 3 USD per GPU-hour}}"))
                .contains("they go with the policy schedule, not with posted");
        String text = world("6", "policy: posted", "cost: {capital: 12 %, lifetime: 5 years}, ")
                .replacing("chips", ", purchase_price: 40000 USD", "")
                .text();
        assertThat(ScenarioReader.read("micro.yaml", text, RegimeLibrary.NONE)
                        .faults()
                        .toString())
                .contains("needs chips.h100.purchase_price");
    }

    private static String wrong(String pricing) {
        return ScenarioReader.read("micro.yaml", world("6", pricing, "").text(), RegimeLibrary.NONE)
                .faults()
                .toString();
    }
}
