package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Micro.chip;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import straits.extension.Extensions;
import straits.market.Reason;
import straits.market.inventory.PoolState;
import straits.scenario.LoadedScenario;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.scenario.file.ScenarioWriter;
import straits.simulation.Snapshot;

/** Price policies, kinds of rules and strategies that stand on the class path only. */
final class ExtensionsTest {

    private static final Offset<Double> MICRO_USD = within(2e-6);

    private static Micro priced(String pricing) {
        return Micro.world()
                .with("horizon", "4 days")
                .with(
                        "providers",
                        "{cloud: {home: MY, owner_class: local, pricing: {" + pricing
                                + "}, offers: {h100: {on_demand: 2 USD per GPU-hour}}, fleet: [{site: johor, chip: h100, installed: 10 GPUs}]}}");
    }

    @Test
    void aPricePolicyMovesPricesBetweenCostAndCeiling() {
        // Days of 2, 3, 4.5 and, where the ceiling is, 5 USD.
        Snapshot run = priced("policy: growing, parameters: {share: 0.5}, review: 1 days, ceiling: 2.5")
                .run();
        assertThat(run.prices().meanUsd(0, 0)).isCloseTo((2 + 3 + 4.5 + 5) / 4, MICRO_USD);

        // The marginal cost is 0.1 USD: 2, 0.2, 0.1 and 0.1.
        Snapshot falling = priced("policy: growing, parameters: {share: -0.9}, review: 1 days")
                .run();
        assertThat(falling.prices().meanUsd(0, 0)).isCloseTo((2 + 0.2 + 0.1 + 0.1) / 4, MICRO_USD);
    }

    @Test
    void aPriceThatIsNoneFailsTheReplicationAndNamesThePolicy() {
        Micro world = priced("policy: growing, parameters: {share: 0.5, faulty-above: 2.5}, review: 1 days");
        assertThatThrownBy(world::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "price policy \"growing\" gave NaN USD per GPU-hour for PriceReview[provider=cloud,"
                                + " site=johor, chip=h100, date=2025-01-03");
    }

    private static Micro rationed(String rule) {
        String order = "{provider: cloud, site: johor, chip: h100, vendor_lead: 0 h, gpus: 40 GPUs, ordered: ";
        return Micro.world()
                .with("horizon", "30 days")
                .with("chips", "{h100: " + chip(10, 1) + "}")
                .with(
                        "deliveries",
                        "{a: " + order + "2025-01-02}, b: " + order + "2025-01-03}, c: " + order + "2025-01-20}}")
                .regime("{r: " + rule + "}", "{}");
    }

    /** Each replication begins with an empty memory. */
    @Test
    void aRuleRemembersWhatLeft() {
        Micro world = rationed("{kind: ration, dates: {effective: 2024-01-01}, parameters: {gpus: 70}}");
        for (int replication = 0; replication < 2; replication++) {
            Snapshot run = world.run(replication);
            assertThat(run.inventory().gpus(0, PoolState.INSTALLED)).isEqualTo(10 + 70);
        }
    }

    @Test
    void aRuleBindsWhomItCoversWhileItIsInForce() {
        assertThat(rationed("{kind: ration, dates: {effective: 2025-01-10}, parameters: {gpus: 0}}")
                        .run()
                        .inventory()
                        .gpus(0, PoolState.INSTALLED))
                .isEqualTo(10 + 80);
        assertThat(rationed(
                                "{kind: ration, dates: {effective: 2024-01-01}, scope: {owner_classes: [gatekeeper]}, parameters: {gpus: 0}}")
                        .run()
                        .inventory()
                        .gpus(0, PoolState.INSTALLED))
                .isEqualTo(10 + 120);
    }

    private static Micro buying(String rest) {
        String offers =
                "offers: {h100: {on_demand: 3 USD per GPU-hour, terms: [{term: 10 days, price: 1 USD per GPU-hour}]}}";
        return Micro.world()
                .with("horizon", "2 days")
                .with(
                        "providers",
                        "{cloud: {home: MY, owner_class: local, " + offers
                                + ", fleet: [{site: johor, chip: h100, installed: 100 GPUs}]}}")
                .with(
                        "anchors",
                        "{a: {home: MY, budget: 900 million USD, max_price: 5 USD per H100e-hour, need: {2024-01-01: 80 H100e},"
                                + " terms: [10 days], review: 2 days" + rest + "}}");
    }

    @Test
    void aStrategySaysWhatIsBoughtAndTheMarketWhatCanBe() {
        Snapshot cheapest = buying("").run();
        assertThat(cheapest.metering().heldGpus(0, 0)).isEqualTo(80);
        assertThat(cheapest.billing().soldGpuHours(0, 0, true)).isPositive();

        Snapshot half =
                buying(", strategy: thrifty, strategy_parameters: {share: 0.5}").run();
        assertThat(half.metering().heldGpus(0, 0)).isEqualTo(40);
        assertThat(half.billing().soldGpuHours(0, 0, true)).isZero();
        assertThat(half.billing().soldGpuHours(0, 0, false)).isPositive();

        Snapshot cheap = buying(", strategy: thrifty, strategy_parameters: {share: 1, most-usd: 2}")
                .run();
        assertThat(cheap.metering().heldGpus(0, 0)).isEqualTo(80);
        assertThat(cheap.billing().soldGpuHours(0, 0, true)).isPositive();

        // Twice the need is more than there is: what is free, and no more.
        Snapshot greedy =
                buying(", strategy: thrifty, strategy_parameters: {share: 2}").run();
        assertThat(greedy.metering().heldGpus(0, 0)).isEqualTo(100);
    }

    @Test
    void whatAStrategyDoesNotBuyIsUnfilled() {
        Snapshot half =
                buying(", strategy: thrifty, strategy_parameters: {share: 0.5}").run();
        assertThat(half.procurements().get(0).measures().unfilledHours(0)).isPositive();
        assertThat(half.procurements().get(0).measures().reasonHours(0, Reason.CHIPS))
                .isPositive();
    }

    /** A budget of 0.05 million USD a year affords 274 USD in two days: one GPU or two at 3 USD, whatever is wished for. */
    @Test
    void theBudgetHoldsForStrategiesToo() {
        Snapshot poor = buying(", strategy: thrifty, strategy_parameters: {share: 1}, pacing: {kind: even}")
                .with("horizon", "2 days")
                .run();
        Micro world = buying(", strategy: thrifty, strategy_parameters: {share: 1}");
        assertThat(poor.metering().heldGpus(0, 0)).isEqualTo(80);
        Snapshot broke = world.replacing("anchors", "900 million USD", "0.05 million USD")
                .run();
        assertThat(broke.billing().spentMicroUsd(0)).isLessThanOrEqualTo(274_000_000L);
        assertThat(broke.metering().heldGpus(0, 0)).isLessThan(80);
    }

    @Test
    void theEffectiveScenarioReadsBackEqual() {
        Micro world = priced("policy: growing, parameters: {share: 0.25}, review: 1 days")
                .regime(
                        "{r: {kind: ration, dates: {effective: 2024-01-01}, scope: {min_tpp: 5 TPP}, parameters: {gpus: 7}}}",
                        "{}");
        LoadedScenario loaded = ScenarioReader.read("micro.yaml", world.text(), RegimeLibrary.NONE)
                .orThrow();
        String text = ScenarioWriter.text(loaded);
        assertThat(text).contains("policy: growing", "share: 0.25", "kind: ration", "gpus: 7");
        assertThat(ScenarioReader.read("again.yaml", text, RegimeLibrary.NONE).orThrow())
                .isEqualTo(loaded);
    }

    private static String faults(Micro world) {
        return String.join(
                "\n",
                ScenarioReader.read("micro.yaml", world.text(), RegimeLibrary.NONE).faults().stream()
                        .map(fault -> fault.path() + ": " + fault.message())
                        .toList());
    }

    @Test
    void namesAndParametersAreChecked() {
        assertThat(faults(priced("policy: growin, parameters: {share: 0.5}")))
                .isEqualTo("providers.cloud.pricing.policy: unknown policy \"growin\"; did you mean \"growing\"?;"
                        + " extensions come from the jars in STRAITS_CLASSPATH");
        assertThat(faults(priced("policy: xyz")))
                .contains(
                        "unknown policy \"xyz\"; known: busy-gpus, congestion-price, full-cost-plus, growing, occupancy, posted, schedule,"
                                + " utilisation;");
        assertThat(faults(priced("policy: growing")))
                .isEqualTo("providers.cloud.pricing.parameters.share: missing: a number from -1.0 to 1.0");
        assertThat(faults(priced("policy: growing, parameters: {share: 2, shar: 1, faulty-above: x}"))
                        .lines())
                .containsExactlyInAnyOrder(
                        "providers.cloud.pricing.parameters.share: found \"2\"; must be a number from -1.0 to 1.0",
                        "providers.cloud.pricing.parameters.faulty-above: found \"x\"; must be a number from 0.0 to 1000.0",
                        "providers.cloud.pricing.parameters.shar: unknown key \"shar\"; did you mean \"share\"?");
        assertThat(faults(priced("policy: posted, parameters: {share: 1}")))
                .isEqualTo(
                        "providers.cloud.pricing.parameters: found parameters; they go with a policy that is an extension,"
                                + " not with posted");
        assertThat(faults(rationed("{kind: ratio, dates: {effective: 2024-01-01}}")))
                .isEqualTo("own_regimes.open.rules.r.kind: unknown kind \"ratio\"; did you mean \"ration\"?");
        assertThat(faults(rationed("{kind: ration, dates: {effective: 2024-01-01}, cap: 1}"))
                        .lines())
                .containsExactlyInAnyOrder(
                        "own_regimes.open.rules.r.cap: unknown key \"cap\"; known: kind, dates, scope, parameters",
                        "own_regimes.open.rules.r.parameters.gpus: missing: a number from 0.0 to 1.0E9");
        assertThat(faults(buying(", strategy: thirfty, strategy_parameters: {share: 1}")))
                .contains("did you mean \"thrifty\"?");
        assertThat(faults(buying(", strategy_parameters: {share: 1}"))).contains("found parameters without a strategy");
    }

    @Test
    void allOnTheClassPathAreFound() {
        assertThat(Extensions.installed().pricePolicies()).containsOnlyKeys("growing");
        assertThat(Extensions.installed().rules()).containsOnlyKeys("ration");
        assertThat(Extensions.installed().strategies()).containsOnlyKeys("thrifty");
        assertThat(Extensions.installed().all()).hasSize(3);
        assertThat(Extensions.installed().problems()).isEmpty();
    }
}
