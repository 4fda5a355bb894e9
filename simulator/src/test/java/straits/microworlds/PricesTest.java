package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Micro.holder;
import static straits.microworlds.Micro.lease;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import straits.simulation.Snapshot;

/**
 * Prices that move: ten GPUs at 2 USD, reviewed daily, with a target of 0.6 and a sensitivity of 0.5. The mean price of a
 * month tells the price of each of its days.
 */
final class PricesTest {

    private static final Offset<Double> TO_THE_MICRO_USD = within(0.5e-6);

    private static Micro world(String days, String pricing, String... holdings) {
        String anchor = holder(1, "1 h", 1, 1e9).replace(lease(1, "1 h", 1), String.join(", ", holdings));
        return Micro.world()
                .with("horizon", days + " days")
                .with(
                        "countries",
                        "{malaysia: {iso: MY, region: asia, electricity_price: {2024-01-01: 0.1 USD per kWh, 2025-01-05: 9 USD per kWh}}}")
                .with(
                        "providers",
                        "{cloud: {home: MY, owner_class: local, operations_cost: 0.5 USD per GPU-hour, pricing: {"
                                + pricing
                                + "}, offers: {h100: {on_demand: 2 USD per GPU-hour}}, fleet: [{site: johor, chip: h100, installed: 10 GPUs}]}}")
                .with(
                        "sites",
                        "{johor: {country: malaysia, pue: 1.5, load_factor: 0.8, it_power_limit: {2024-01-01: 1 MW}}}")
                .with("anchors", "{holder: " + anchor + "}");
    }

    private static String moving(String rest) {
        return "policy: utilisation, review: 1 days, target: 0.6, sensitivity: 0.5" + rest;
    }

    /** The price in force on a day from 0, in USD: what that day adds to the sum of daily prices. */
    private static double priceOfDay(int day, String pricing, String... holdings) {
        return sumOfDays(day + 1, pricing, holdings) - (day == 0 ? 0 : sumOfDays(day, pricing, holdings));
    }

    private static double sumOfDays(int days, String pricing, String... holdings) {
        return world(Integer.toString(days), pricing, holdings).run().prices().meanUsd(0, 0) * days;
    }

    private static double rounded(double usd) {
        return Math.round(usd * 1e6) / 1e6;
    }

    /** Nine of ten leased for two days and a half, then three of ten. */
    @Test
    void utilisationMovesTheLogarithmOfThePrice() {
        String[] holdings = {lease(6, "60 h", 1), lease(3, "9 days", 1)};
        double up = StrictMath.exp(0.5 * (0.9 - 0.6));
        double down = StrictMath.exp(0.5 * (0.3 - 0.6));

        assertThat(priceOfDay(0, moving(""), holdings)).isCloseTo(2, TO_THE_MICRO_USD);
        assertThat(priceOfDay(1, moving(""), holdings)).isCloseTo(rounded(2 * up), TO_THE_MICRO_USD);
        assertThat(priceOfDay(2, moving(""), holdings)).isCloseTo(rounded(2 * up * up), TO_THE_MICRO_USD);
        assertThat(priceOfDay(3, moving(""), holdings)).isCloseTo(rounded(2 * up * up * down), TO_THE_MICRO_USD);
    }

    /** 1 kW x 0.8 x 1.5 x 0.1 USD + 0.5 USD = 0.62 USD; from 5 January with 9 USD per kWh 11.30 USD. */
    @Test
    void marginalCostIsTheFloorAndFollowsThePriceOfElectricity() {
        String falling = "policy: utilisation, review: 1 days, target: 1, sensitivity: 0.9";
        double day1 = 2 * StrictMath.exp(-0.9);

        assertThat(priceOfDay(1, falling)).isCloseTo(rounded(day1), TO_THE_MICRO_USD);
        assertThat(priceOfDay(2, falling)).isCloseTo(0.62, TO_THE_MICRO_USD);
        assertThat(priceOfDay(3, falling)).isCloseTo(0.62, TO_THE_MICRO_USD);
        assertThat(priceOfDay(4, falling)).isCloseTo(11.30, TO_THE_MICRO_USD);
    }

    @Test
    void aPriceAtItsTargetStillDoesNotFallBelowCost() {
        String resting = "policy: utilisation, review: 1 days, target: 0.6, sensitivity: 0.5";

        assertThat(priceOfDay(3, resting, lease(6, "9 days", 1))).isCloseTo(2, TO_THE_MICRO_USD);
        assertThat(priceOfDay(4, resting, lease(6, "9 days", 1))).isCloseTo(11.30, TO_THE_MICRO_USD);
    }

    @Test
    void theCeilingIsAMultipleOfThePriceAtTheStart() {
        String rising = "policy: utilisation, review: 1 days, target: 0.6, sensitivity: 1, ceiling: 1.15";

        assertThat(priceOfDay(1, rising, lease(10, "9 days", 1))).isCloseTo(2.3, TO_THE_MICRO_USD);
        assertThat(priceOfDay(2, rising, lease(10, "9 days", 1))).isCloseTo(2.3, TO_THE_MICRO_USD);
    }

    /** 1.0923 x 1.13 is 1234298.9999999998 micro-USD to a double. */
    @Test
    void theCeilingIsRoundedNotCut() {
        Snapshot run = world(
                        "2",
                        "policy: utilisation, review: 1 days, target: 0, sensitivity: 10, ceiling: 1.13",
                        lease(10, "9 days", 1))
                .with(
                        "providers",
                        "{cloud: {home: MY, owner_class: local, pricing: {policy: utilisation, review: 1 days, target: 0, sensitivity: 10, ceiling: 1.13},"
                                + " offers: {h100: {on_demand: 1.0923 USD per GPU-hour}}, fleet: [{site: johor, chip: h100, installed: 10 GPUs}]}}")
                .run();

        assertThat(run.prices().onDemandMicroUsd(0)).isEqualTo(1_234_299);
    }

    @Test
    void postedPricesNeverMove() {
        assertThat(priceOfDay(3, "policy: posted", lease(10, "9 days", 1))).isCloseTo(2, TO_THE_MICRO_USD);
    }

    @Test
    void pricesRestWhileNothingCanBeRented() {
        Snapshot run = world("3", moving(""))
                .with(
                        "providers",
                        "{cloud: {home: MY, owner_class: local, pricing: {" + moving("")
                                + "}, offers: {h100: {on_demand: 2 USD per GPU-hour}},"
                                + " fleet: [{site: johor, chip: h100, installed: 10 GPUs, rentable_fraction: 0}]}}")
                .with("anchors", "{}")
                .run();

        assertThat(run.prices().onDemandMicroUsd(0)).isEqualTo(2_000_000);
    }

    @Test
    void termPricesKeepTheirRatioToThePriceOnDemand() {
        Snapshot run = world("2", moving(""), lease(10, "9 days", 1))
                .with(
                        "providers",
                        "{cloud: {home: MY, owner_class: local, pricing: {" + moving("")
                                + "}, offers: {h100: {on_demand: 2 USD per GPU-hour, terms: [{term: 10 days, price: 1.6 USD per GPU-hour},"
                                + " {term: 20 days, min_gpus: 100 GPUs, price: 1.2 USD per GPU-hour}]}},"
                                + " fleet: [{site: johor, chip: h100, installed: 10 GPUs}]}}")
                .run();
        long onDemand = Math.round(2e6 * StrictMath.exp(0.5 * 0.4));
        long day = 24 * 3_600_000_000L;

        assertThat(run.prices().onDemandMicroUsd(0)).isEqualTo(onDemand);
        assertThat(run.prices().termMicroUsd(0, 10 * day - 1, 1000)).isEqualTo(onDemand);
        assertThat(run.prices().termMicroUsd(0, 10 * day, 1)).isEqualTo(Math.round(onDemand * 0.8));
        assertThat(run.prices().termMicroUsd(0, 20 * day, 99)).isEqualTo(Math.round(onDemand * 0.8));
        assertThat(run.prices().termMicroUsd(0, 20 * day, 100)).isEqualTo(Math.round(onDemand * 0.6));
        assertThat(run.prices().minGpus(0, 20 * day)).isEqualTo(100);
    }
}
