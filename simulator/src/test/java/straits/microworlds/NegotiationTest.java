package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.engine.LadderQueue;
import straits.event.EventKind;
import straits.market.Outcome;
import straits.market.Reason;
import straits.market.bargaining.Negotiation;
import straits.market.bargaining.Negotiation.Ending;
import straits.market.bargaining.NegotiationMeasures.Sum;
import straits.market.bargaining.NegotiationResult;
import straits.market.inventory.PoolState;
import straits.market.tenant.Request;
import straits.random.Randomness;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;

/** Anchors that negotiate blocks: the sides split what there is to gain, a round takes two days, a review comes each week. */
final class NegotiationTest {

    private static final String SPLIT = "strategy: equal_split, ";

    /** A provider of ten GPUs at 2 USD, or as said, that negotiates. */
    private static String provider(double usd, int gpus, String negotiation) {
        return "{home: MY, owner_class: local, offers: {h100: {on_demand: " + usd
                + " USD per GPU-hour}}, fleet: [{site: johor, chip: h100, installed: " + gpus
                + " GPUs}], negotiation: {" + negotiation + "}}";
    }

    private static String cost(double usd) {
        return "cost: " + usd + " USD per GPU-hour";
    }

    /** A tenant that pays up to 3 USD, needs ten GPUs and buys at list prices only if it may rent on demand. */
    private static String anchor(boolean onDemand, String negotiation) {
        return "{home: MY, budget: 900 million USD, max_price: 3 USD per H100e-hour, need: {2024-01-01: 10 H100e}, on_demand: "
                + onDemand + ", negotiation: {term: 1 years, round: 2 days, " + negotiation + "}}";
    }

    private static Micro world(String providers, String anchors) {
        return Micro.world()
                .with("horizon", "20 days")
                .with("providers", "{" + providers + "}")
                .with("anchors", "{" + anchors + "}");
    }

    private record Ended(long nowMicros, Negotiation negotiation, NegotiationResult result) {

        int pool() {
            return negotiation.pool();
        }

        Ending ending() {
            return result.ending();
        }

        double usd() {
            return result.microUsd() / 1e6;
        }
    }

    private static List<Ended> negotiations(Micro world) {
        List<Ended> all = new ArrayList<>();
        new Simulation(world.load(), new Draw(Micro.SEED, 0), new LadderQueue()).run(new Observer() {
            @Override
            public void negotiated(long nowMicros, Negotiation negotiation, NegotiationResult result) {
                all.add(new Ended(nowMicros, negotiation, result));
            }
        });
        return all;
    }

    private static double sum(Snapshot run, int anchor, int provider, Sum sum) {
        return run.procurements().get(anchor).measures().negotiations().sum(0, provider, sum);
    }

    /** The tenant pays 3 at most and has nobody else: half way to the cost of 1 is 2. The GPUs are held for the two days of the round. */
    @Test
    void gpusUnderOfferAreHeldUntilTheBlockIsSigned() {
        Micro world = world("a: " + provider(4, 10, cost(1)), "x: " + anchor(false, SPLIT));
        Snapshot run = world.run();
        double review = 168 * Randomness.of(Micro.SEED, 0).keyed("procurement").uniform(Randomness.key("x"), 0, 0);
        assertThat(Books.gpuHours(run, 0, PoolState.HELD)).isCloseTo(480, within(1e-6));
        assertThat(Books.gpuHours(run, 0, PoolState.LEASED)).isCloseTo(10 * (480 - review - 48), within(1e-4));
        assertThat(run.metering().leases().microUsdPerGpuHour(0)).isEqualTo(2_000_000L);
        assertThat(run.metering().leases().committed(0)).isTrue();
        assertThat(run.metering().leases().endMicros(0)
                        - run.metering().leases().signedMicros(0))
                .isEqualTo(8760L * 3_600_000_000L);
        assertThat(sum(run, 0, 0, Sum.AGREED)).isEqualTo(1);
        assertThat(sum(run, 0, 0, Sum.LIST_USD)).isEqualTo(10 * 8760 * 4.0);
        assertThat(sum(run, 0, 0, Sum.AGREED_USD)).isEqualTo(10 * 8760 * 2.0);
        assertThat(sum(run, 0, 0, Sum.TENANT_GAIN_USD)).isEqualTo(10 * 8760 * 1.0);
        assertThat(sum(run, 0, 0, Sum.PROVIDER_GAIN_USD)).isEqualTo(10 * 8760 * 1.0);
        assertThat(Books.reasonHours(run, 0, Reason.TIME)).isCloseTo(480, within(1e-4));
        assertThat(negotiations(world)).extracting(Ended::ending).containsExactly(Ending.AGREED);
    }

    /** A tenant that would pay 9,000 USD pays at most 2,000, as no price is beyond: half way to the cost of 1 is 1,000.50. */
    @Test
    void nobodyPaysMoreThanAPriceMayBe() {
        String anchor = anchor(false, SPLIT).replace("max_price: 3", "max_price: 9000");
        assertThat(negotiations(world("a: " + provider(4, 10, cost(1)), "x: " + anchor)))
                .extracting(Ended::usd)
                .containsExactly(1000.5);
    }

    /** It can rent all ten on demand at 2, so that it is the most it pays. */
    @Test
    void offersThatStandAreTheTenantsAlternative() {
        assertThat(negotiations(world("a: " + provider(2, 10, cost(1)), "x: " + anchor(true, SPLIT))))
                .extracting(Ended::usd)
                .containsExactly(1.5);
        // Four of them are no alternative to ten.
        String four = "b: " + Micro.provider("h100", 2, "{site: johor, chip: h100, installed: 4 GPUs}");
        assertThat(negotiations(world("a: " + provider(4, 10, cost(1)) + ", " + four, "x: " + anchor(true, SPLIT))))
                .extracting(Ended::usd)
                .containsExactly(2.0);
    }

    /** Each has enough for the tenant: the cheaper one gets the deal at what the other would take, and holds alone. */
    @Test
    void otherProvidersAreTheOutsideOption() {
        Micro world = world(
                "a: " + provider(5, 10, cost(1.2)) + ", b: " + provider(5, 10, cost(1)), "x: " + anchor(false, SPLIT));
        List<Ended> ended = negotiations(world);
        assertThat(ended).extracting(Ended::ending).containsExactly(Ending.OUTBID, Ending.AGREED);
        assertThat(ended).extracting(Ended::pool).containsExactly(0, 1);
        assertThat(ended.get(1).usd()).isEqualTo(1.2);
        Snapshot run = world.run();
        assertThat(Books.gpuHours(run, 0, PoolState.HELD)).isZero();
        assertThat(Books.gpuHours(run, 1, PoolState.HELD)).isCloseTo(480, within(1e-6));
    }

    /** Six GPUs each for ten: nobody can be left out but the dearest, whose cost is what the others get. Two come back. */
    @Test
    void severalProvidersSupplyWhatOneCannot() {
        Micro world = world(
                "a: " + provider(5, 6, cost(1.3)) + ", b: " + provider(5, 6, cost(1)) + ", c: "
                        + provider(5, 6, cost(1.1)),
                "x: " + anchor(false, SPLIT));
        List<Ended> ended = negotiations(world);
        assertThat(ended).extracting(Ended::ending).containsExactly(Ending.OUTBID, Ending.AGREED, Ending.AGREED);
        assertThat(ended.subList(1, 3)).extracting(Ended::usd).containsExactly(1.3, 1.3);
        assertThat(ended.subList(1, 3)).extracting(each -> each.result().gpus()).containsExactly(6, 4);
        assertThat(world.run().inventory().free(2)).isEqualTo(2);
    }

    @Test
    void onlySoManyAreAskedAndTheyTheCheapestByList() {
        String providers = "a: " + provider(5, 10, cost(1)) + ", b: " + provider(4, 10, cost(2)) + ", c: "
                + provider(4.5, 10, cost(2.5));
        assertThat(negotiations(world(providers, "x: " + anchor(false, SPLIT + "most_talks: 2"))))
                .extracting(Ended::pool)
                .containsExactly(2, 1);
    }

    /** Whoever comes second finds the GPUs held; when the first has signed, there are none. */
    @Test
    void whatOneHoldsAnotherCannotHave() {
        String late = anchor(false, SPLIT).replace("round: 2 days", "round: 6 days");
        Micro world = world("a: " + provider(4, 10, cost(1)), "x: " + late + ", y: " + late);
        List<Ended> ended = negotiations(world.with("horizon", "40 days"));
        assertThat(ended).hasSize(1);
        assertThat(world.run().metering().leases().activeCount()).isEqualTo(1);
    }

    /** A bid of 2/3 x 2 + 1/3 = 1.67 against an ask of 1.9: no deal, and the tenant pays the list price from the end of the talks. */
    @Test
    void whoDoesNotAgreeBuysAtListPricesWhenTheTalksAreOver() {
        Micro world = world(
                "a: " + provider(2, 10, cost(1.9)),
                "x: "
                        + anchor(
                                true,
                                "strategy: sealed_bids, bids: {low: 0 USD per H100e-hour, high: 4 USD per H100e-hour}"));
        List<Ended> ended = negotiations(world);
        assertThat(ended).extracting(Ended::ending).containsExactly(Ending.NOT_AGREED);
        var leases = world.run().metering().leases();
        assertThat(leases.signedMicros(0)).isEqualTo(ended.get(0).nowMicros());
        assertThat(leases.microUsdPerGpuHour(0)).isEqualTo(2_000_000L);
        assertThat(leases.gpus(0)).isEqualTo(10);
    }

    /** Nothing to gain is seen at once: nothing is held, and the list price is paid from the review on. */
    @Test
    void nothingIsHeldWhereNothingIsToBeGained() {
        Micro world = world("a: " + provider(2, 10, cost(2.1)), "x: " + anchor(true, SPLIT));
        List<Ended> ended = negotiations(world);
        assertThat(ended).extracting(Ended::ending).containsExactly(Ending.NO_SURPLUS);
        Snapshot run = world.run();
        assertThat(Books.gpuHours(run, 0, PoolState.HELD)).isZero();
        assertThat(run.metering().leases().signedMicros(0))
                .isEqualTo(ended.get(0).nowMicros());
    }

    /** The class wants all ten while they are held and gets them when the talks are over. */
    @Test
    void whoWaitsGetsWhatIsReleased() {
        String bids = "strategy: sealed_bids, bids: {low: 0 USD per H100e-hour, high: 4 USD per H100e-hour}";
        Micro world = world("a: " + provider(2.5, 10, cost(2.9)), "x: " + anchor(false, bids))
                .with(
                        "tenant_classes",
                        "{t: " + Micro.tenants("{rate: 1 per day}", "10 H100e", "1 h", "patience: 9 days") + "}");
        List<Ended> ended = new ArrayList<>();
        List<Long> served = new ArrayList<>();
        new Simulation(world.load(), new Draw(Micro.SEED, 0), new LadderQueue()).run(new Observer() {
            @Override
            public void negotiated(long nowMicros, Negotiation negotiation, NegotiationResult result) {
                ended.add(new Ended(nowMicros, negotiation, result));
            }

            @Override
            public void served(long nowMicros, Request request, int lease) {
                served.add(nowMicros);
            }
        });
        Ended first = ended.get(0);
        assertThat(first.ending()).isEqualTo(Ending.NOT_AGREED);
        assertThat(served).contains(first.nowMicros());
        assertThat(served).noneMatch(at -> at >= first.negotiation().openedMicros() && at < first.nowMicros());
        assertThat(Books.requests(world.run(), 0, Outcome.SERVED)).isEqualTo(served.size());
    }

    /** Both take the other for easier than it is: offers are refused, beliefs move, and the GPUs stay held from round to round. */
    @Test
    void sidesThatMisjudgeEachOtherNeedRounds() {
        String offers = "misjudgement: {uniform: {low: 0.6, high: 1.4}}, ";
        int most = 0;
        for (int seed = 0; seed < 20; seed++) {
            Micro world = world("a: " + provider(4, 10, cost(1)), "x: " + anchor(false, offers))
                    .with("horizon", "60 days");
            List<Ended> ended = new ArrayList<>();
            Snapshot run = new Simulation(world.load(), new Draw(Micro.SEED, seed), new LadderQueue())
                    .run(new Observer() {
                        @Override
                        public void negotiated(long nowMicros, Negotiation negotiation, NegotiationResult result) {
                            ended.add(new Ended(nowMicros, negotiation, result));
                        }
                    });
            Ended last = ended.get(ended.size() - 1);
            assertThat(last.ending()).isEqualTo(Ending.AGREED);
            assertThat(last.usd()).isBetween(1.0, 3.0);
            assertThat(Books.gpuHours(run, 0, PoolState.HELD))
                    .isCloseTo(480.0 * last.result().rounds(), within(1e-4));
            most = Math.max(most, last.result().rounds());
        }
        assertThat(most).isBetween(2, 12);
    }

    /** No price suits both, but at some reviews neither knows: they give up after the last round. */
    @Test
    void talksEndAfterTheLastRound() {
        String none = "value: 1.9 USD per H100e-hour, rounds: 3, misjudgement: {uniform: {low: 0.8, high: 1.2}}";
        Micro apart = world("a: " + provider(4, 10, cost(2)), "x: " + anchor(false, none))
                .with("horizon", "365 days");
        List<Ended> ended = negotiations(apart);
        assertThat(ended)
                .extracting(Ended::ending)
                .contains(Ending.NOT_AGREED)
                .isSubsetOf(Ending.NOT_AGREED, Ending.NO_SURPLUS);
        assertThat(ended)
                .filteredOn(each -> each.ending() == Ending.NOT_AGREED)
                .allMatch(each -> each.result().rounds() == 3
                        && each.nowMicros() - each.negotiation().openedMicros() == 6L * 24 * 3_600_000_000L);
        assertThat(apart.run().metering().signed()).isZero();
    }

    /** A rule that comes into force while they talk: nothing is signed, and the GPUs are on offer again. */
    @Test
    void aRuleMayComeBeforeTheSignature() {
        String rule =
                "{r: {kind: remote_access, dates: {effective: DATE}, mode: prohibition, scope: {tenant_homes: [CN]}}}";
        Micro world = world(
                "a: " + provider(4, 10, cost(1)), "x: " + anchor(false, SPLIT).replace("home: MY", "home: CN"));
        double review = 7 * Randomness.of(Micro.SEED, 0).keyed("procurement").uniform(Randomness.key("x"), 0, 0);
        String date = "2025-01-0" + (int) (review + 2);
        Micro banned = world.regime(rule.replace("DATE", date), "{}");
        assertThat(negotiations(banned)).extracting(Ended::ending).containsExactly(Ending.NOT_SIGNED);
        Snapshot run = banned.run();
        assertThat(run.metering().leases().activeCount()).isZero();
        assertThat(run.inventory().free(0)).isEqualTo(10);
        assertThat(negotiations(world.regime(rule.replace("DATE", "2024-01-01"), "{}")))
                .isEmpty();
    }

    /** 0.05 million USD a year affords 2.85 GPUs at 2 USD an hour. */
    @Test
    void noMoreIsSignedThanIsAffordable() {
        Micro world = world(
                        "a: " + provider(4, 10, cost(1)),
                        "x: "
                                + anchor(false, SPLIT)
                                        .replace(
                                                "900 million USD", "0.05 million USD, commitment_rule: contract_value"))
                .with("horizon", "365 days");
        assertThat(negotiations(world)).extracting(each -> each.result().gpus()).startsWith(2);
    }

    /** Half of the block begins three days after the signature, at the price agreed; what is promised is not negotiated about again. */
    @Test
    void aBlockAgreedMayBeginInStages() {
        String staged = anchor(false, SPLIT)
                .replace(
                        ", negotiation:",
                        ", block: {ramp: [{after: 3 days, share: 50 %}], lapse: 20 days}, negotiation:")
                .replace("round: 2 days", "round: 1 days");
        Micro world = world("a: " + provider(4, 10, cost(1)), "x: " + staged);
        assertThat(negotiations(world)).extracting(Ended::ending).containsExactly(Ending.AGREED);
        var leases = world.run().metering().leases();
        assertThat(List.of(0, 1)).extracting(leases::gpus).containsExactly(5, 5);
        assertThat(List.of(0, 1)).extracting(leases::microUsdPerGpuHour).containsExactly(2_000_000L, 2_000_000L);
        assertThat(leases.signedMicros(1) - leases.signedMicros(0)).isEqualTo(3 * 24 * 3_600_000_000L);
    }

    @Test
    void theRunMayEndFirst() {
        Micro world = world(
                "a: " + provider(4, 10, cost(1)),
                "x: " + anchor(false, SPLIT).replace("round: 2 days", "round: 30 days"));
        assertThat(negotiations(world)).extracting(Ended::ending).containsExactly(Ending.OPEN_AT_END);
        assertThat(world.run().inventory().gpus(0, PoolState.HELD)).isEqualTo(10);
    }

    /** 1 kW at 0.1 USD and half as much again; with 4,380 USD over 4,380 hours and a fifth; half of all leased at 4 USD on the open market. */
    @Test
    void providersKnowTheirCostAndTheOpenMarket() {
        Micro cost = world("a: " + provider(4, 10, "margin: 0.5"), "x: " + anchor(false, SPLIT));
        assertThat(negotiations(cost))
                .extracting(each -> each.negotiation().sides().floorUsd())
                .containsExactly(0.15);
        String opening =
                ", opening: [{provider: a, site: johor, chip: h100, gpus: 5 GPUs, remaining: 900 h, price: 1 USD per GPU-hour}]}";
        Micro market = world(
                "a: " + provider(4, 10, "reservation: open_market"),
                "x: " + anchor(false, SPLIT).replace("}}", "}" + opening));
        assertThat(negotiations(market))
                .extracting(each -> each.negotiation().sides().floorUsd())
                .containsExactly(2.0);
    }

    /** Keys of all draws of the world without negotiations are there with them, with the same values. */
    @Test
    void negotiationsMoveNobodysDraws() {
        String drawn =
                "misjudgement: {uniform: {low: 0.6, high: 1.4}}, value: {uniform: {low: 1 USD per H100e-hour, high: 3 USD per H100e-hour}}";
        String classes = "{t: "
                + Micro.tenants("{rate: 1 per day}", "3 H100e", "{exponential: {mean: 20 h}}", "patience: 2 days")
                + "}";
        Micro with = world("a: " + provider(2, 10, cost(1)), "x: " + anchor(true, drawn))
                .with("tenant_classes", classes);
        Micro without = world(
                        "a: " + provider(2, 10, cost(1)).replaceAll(", negotiation: .*", "}"),
                        "x: " + anchor(true, drawn).replaceAll(", negotiation: .*", "}"))
                .with("tenant_classes", classes);
        Map<String, Double> more = DrawsMade.in(with);
        Map<String, Double> fewer = DrawsMade.in(without);
        assertThat(fewer).isNotEmpty();
        assertThat(more).containsAllEntriesOf(fewer);
        assertThat(more.keySet()).anyMatch(key -> key.startsWith("negotiation-value:"));
        assertThat(fewer.keySet()).noneMatch(key -> key.startsWith("negotiation"));
    }

    @Test
    void roundsAreEventsOfTheAnchor() {
        List<Long> rounds = new ArrayList<>();
        Micro world = world("a: " + provider(4, 10, cost(1)), "x: " + anchor(false, SPLIT));
        new Simulation(world.load(), new Draw(Micro.SEED, 0), new LadderQueue()).run(new Observer() {
            @Override
            public void event(long nowMicros, EventKind kind, int subject, long payload) {
                if (kind == EventKind.NEGOTIATION_ROUND) {
                    assertThat(subject).isZero();
                    rounds.add(payload);
                }
            }
        });
        assertThat(rounds).containsExactly(1L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strategy: sealed_bids | needs bids",
                "strategy: equal_split, bids: {low: 0 USD per H100e-hour, high: 4 USD per H100e-hour} | sealed_bids only",
                "strategy: sealed_bids, bids: {low: 4 USD per H100e-hour, high: 4 USD per H100e-hour} | must be low < high",
                "strategy: haggling | alternating_offers",
                "round: 0 days | above",
                "term: -1 days | above",
                "discount_rate: 0 | above",
                "rounds: 0 | 1",
                "value: {uniform: {low: 2 USD per H100e-hour, high: 1 USD per H100e-hour}} | must ascend",
                "misjudgement: {discrete: {1: 0.5}} | must add to 1"
            })
    void whatIsWrongWithANegotiationIsSaid(String negotiation, String fault) {
        String anchor = anchor(false, negotiation);
        String once = negotiation.startsWith("round:") ? anchor.replace("round: 2 days, ", "") : anchor;
        String text = world(
                        "a: " + provider(4, 10, ""),
                        "x: " + (negotiation.startsWith("term:") ? once.replace("term: 1 years, ", "") : once))
                .text();
        assertThat(ScenarioReader.read("micro.yaml", text, RegimeLibrary.NONE)
                        .faults()
                        .toString())
                .contains("anchors.x.negotiation", fault);
    }

    @Test
    void aTenantNeedsSomebodyToTalkTo() {
        String provider = Micro.provider("h100", 2, "{site: johor, chip: h100, installed: 10 GPUs}");
        var loaded = ScenarioReader.read(
                "micro.yaml",
                world("a: " + provider, "x: " + anchor(false, SPLIT)).text(),
                RegimeLibrary.NONE);
        assertThat(loaded.faults().toString()).isEqualTo("[]");
        assertThat(loaded.warnings().toString()).contains("no provider has a negotiation");
        String extended = anchor(false, SPLIT)
                .replace("negotiation:", "strategy: thrifty, strategy_parameters: {share: 1}, negotiation:");
        assertThat(ScenarioReader.read(
                                "micro.yaml",
                                world("a: " + provider(2, 10, ""), "x: " + extended)
                                        .text(),
                                RegimeLibrary.NONE)
                        .faults()
                        .toString())
                .contains("beside the strategy thrifty");
    }
}
