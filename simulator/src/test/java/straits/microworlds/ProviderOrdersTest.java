package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.engine.LadderQueue;
import straits.market.inventory.PoolState;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;
import straits.supply.DeliveryBook;

/**
 * Orders from expected demand. Nine of ten GPUs are leased all the time and 75 % is wanted, so 12 GPUs are: two are ordered on day
 * 30, the first review, and serve thirty days later.
 */
final class ProviderOrdersTest {

    private static final String RULE =
            "site: johor, chip: h100, target_utilisation: 75 %, vendor_lead: 20 days, install: 10 days";

    private static Micro world(String rule) {
        return Micro.world()
                .with("horizon", "100 days")
                .with("chips", "{h100: " + Micro.chip(10, 1) + "}")
                .with("anchors", "{holder: " + Micro.holder(9, "1 years", 1, 1e9) + "}")
                .replacing("providers", "fleet:", rule.isEmpty() ? "fleet:" : "orders: [{" + rule + "}], fleet:");
    }

    private static double gpuDaysAdded(Snapshot run) {
        return Books.gpuHours(run, 0, PoolState.INSTALLED) / 24 - 10 * 100;
    }

    @Test
    void whatIsMissingForTheTargetIsOrderedAndServesAfterItsLead() {
        assertThat(gpuDaysAdded(world(RULE).run())).isEqualTo(2 * 40);
    }

    /** A review every fifteen days: on day 15 two are ordered; on days 30 and 45 they are on their way and count. */
    @Test
    void whatIsOnItsWayIsNotOrderedAgain() {
        assertThat(gpuDaysAdded(world(RULE + ", every: 15 days").run())).isEqualTo(2 * 55);
    }

    @Test
    void datedOrdersCountAsWell() {
        Micro world = world(RULE)
                .with(
                        "deliveries",
                        "{d: {provider: cloud, site: johor, chip: h100, gpus: 2 GPUs, ordered: 2025-03-01, vendor_lead: 1 days}}");

        assertThat(gpuDaysAdded(world.run())).isEqualTo(2 * 40);
    }

    @ParameterizedTest
    @CsvSource({
        "lot: 8 GPUs, 8",
        "most: 1 GPUs, 1",
        "rentable_fraction: 0.5, 4",
        "target_utilisation: 90 %, 0",
        "target_utilisation: 100 %, 0"
    })
    void ordersComeInLotsUpToTheMostAndForTheRentableShare(String change, int ordered) {
        String key = change.substring(0, change.indexOf(':'));
        String rule = RULE.contains(key) ? RULE.replace("target_utilisation: 75 %", change) : RULE + ", " + change;

        double first = gpuDaysAdded(world(rule).with("horizon", "61 days").run()) + 10 * 39;
        assertThat(first).isEqualTo(ordered);
    }

    @Test
    void anOrderAsksForItsLicenceLikeAnyOther() {
        Micro world = world(RULE)
                .regime(
                        "{licence: {kind: hardware_licence, dates: {effective: 2024-01-01}, review: r}}",
                        "{review_classes: {r: {review_time: 20 days, approve: 1}}}");

        Snapshot run = world.run();
        assertThat(gpuDaysAdded(run)).isEqualTo(2 * 20);
        assertThat(run.desk().filed()).isEqualTo(1);
    }

    /** Ten TPP a GPU and a cap for one; the second order, of the one still missing, stays behind. */
    @Test
    void anOrderDrawsOnTheCapLikeAnyOther() {
        Micro world =
                world(RULE).regime("{cap: {kind: country_cap, dates: {effective: 2024-01-01}, cap: 10 TPP}}", "{}");

        assertThat(gpuDaysAdded(world.run())).isEqualTo(1 * 40);
    }

    @Test
    void anOrderWaitsForTheVendorLikeAnyOther() {
        Micro world = world(RULE)
                .with(
                        "vendors",
                        "{maker: {chips: {h100: {monthly_supply: {2024-01-01: 0 GPUs, 2025-03-01: 1 GPUs}}}}}");

        // One of them leaves on day 59 and one on day 90; a second order of day 60 and later is not needed.
        assertThat(gpuDaysAdded(world.run())).isEqualTo(40 - 9 + 0);
    }

    @Test
    void ordersAreNamedAfterTheirPoolAndDate() {
        List<String> steps = new ArrayList<>();
        new Simulation(world(RULE).load(), new Draw(Micro.SEED, 0), new LadderQueue()).run(new Observer() {
            @Override
            public void delivery(long nowMicros, DeliveryBook book, int tranche) {
                steps.add(nowMicros / 86_400_000_000L + " " + book.name(tranche) + " " + book.state(tranche));
            }
        });

        assertThat(steps)
                .containsExactly(
                        "30 cloud/johor/h100@2025-01-31 ORDERED",
                        "50 cloud/johor/h100@2025-01-31 SHIPPED",
                        "60 cloud/johor/h100@2025-01-31 IN_SERVICE");
    }

    @Test
    void orderingMovesNoOtherDraw() {
        String tenants =
                "{small: " + Micro.tenants("{rate: 1 per hour}", "1 H100e", "{exponential: {mean: 2 h}}", "") + "}";
        Micro without = world("").with("tenant_classes", tenants);
        Micro with = world(RULE + ", slip: {uniform: {low: 0 h, high: 48 h}}").with("tenant_classes", tenants);

        assertThat(DrawsMade.in(with))
                .containsAllEntriesOf(DrawsMade.in(without))
                .hasSizeGreaterThan(1000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "site: johor, chip: h200, target_utilisation: 75 %, vendor_lead: 1 days | unknown",
                "site: johor, chip: h100, target_utilisation: 0, vendor_lead: 1 days | must be above 0",
                "site: johor, chip: h100, target_utilisation: 0.5, vendor_lead: 0 h | must be above 0",
                "site: johor, chip: h100, target_utilisation: 0.5, vendor_lead: 1 h, lot: 8 GPUs, most: 7 GPUs | at least a lot",
                "site: johor, chip: h100, target_utilisation: 0.5, vendor_lead: 1 h}, {site: johor, chip: h100, target_utilisation: 0.5, vendor_lead: 1 h | a second time"
            })
    void faultsAreNamed(String rule, String part) {
        assertThatThrownBy(() -> world(rule).load()).hasMessageContaining(part);
    }
}
