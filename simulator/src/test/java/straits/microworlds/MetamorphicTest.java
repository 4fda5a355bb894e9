package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static straits.microworlds.Books.requests;
import static straits.microworlds.Micro.chip;
import static straits.microworlds.Micro.country;
import static straits.microworlds.Micro.tenants;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.engine.LadderQueue;
import straits.engine.SsjQueue;
import straits.market.Outcome;
import straits.market.inventory.PoolState;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;
import straits.units.SimTime;

/** Changes of a world that must change nothing, or only in one direction. The world has a bit of everything. */
final class MetamorphicTest {

    private static final String LOGIT = ", choice: {rule: logit, scale: 0.3 USD per H100e-hour}";
    private static final String MANY = tenants(
            "{rate: 1.5 per hour, day_peak_over_mean: 1.5, growth: 2 per year}",
            "{lognormal: {median: 4 H100e, ln_sigma: 1}}",
            "{exponential: {mean: 20 h}}",
            "patience: {exponential: {mean: 10 h}}, willingness: {lognormal: {median: 2.5 USD per H100e-hour, ln_sigma: 0.3}}");
    private static final String FEW = tenants(
                    "{rate: 0.1 per hour}",
                    "{uniform: {low: 5 H100e, high: 60 H100e}}",
                    "{weibull: {shape: 0.7, scale: 100 h}}",
                    "home: CN, patience: 2 days, contract: reserved" + LOGIT)
            .replace("home: MY, ", "");
    private static final String EMPTY = tenants("{rate: 0 per hour}", "1 H100e", "1 h", "");

    private static final String JOHOR =
            "johor: {country: malaysia, it_power_limit: {2024-01-01: 300 kW, 2025-01-20: 350 kW}}";
    private static final String HANOI = "hanoi: {country: vietnam, it_power_limit: {2024-01-01: 200 kW}}";
    private static final String RULES =
            "{rental: {kind: remote_access, dates: {effective: 2025-01-08}, scope: {tenant_homes: [CN]}, free_per_tenant_and_country: 300 TPP, licence_quota: 200 TPP, review: r},"
                    + " cap: {kind: country_cap, dates: {effective: 2025-01-05}, cap: 500 TPP}";
    private static final String DESK =
            "{reviewers: 2, review_classes: {r: {review_time: {exponential: {mean: 3 days}}, approve: 0.5, deny: 0.2, resubmit: 0.5}}}";

    private static String provider(double usd, String chip, String site, int gpus) {
        return "{home: MY, owner_class: local, pricing: {policy: utilisation, review: 3 days, target: 0.7, sensitivity: 0.2},"
                + " offers: {" + chip + ": {on_demand: " + usd + " USD per GPU-hour}}, fleet: [{site: " + site
                + ", chip: " + chip + ", installed: " + gpus + " GPUs}]}";
    }

    private static final String A = "a: " + provider(2, "h100", "johor", 200);
    private static final String B = "b: " + provider(5.1, "b200", "hanoi", 60);

    private static Micro world(String classes, String providers, String sites) {
        return Micro.world()
                .with("horizon", "30 days")
                .with("chips", "{h100: " + chip(10, 1) + ", b200: " + chip(25, 2.5) + "}")
                .with("countries", "{malaysia: " + country("MY") + ", vietnam: " + country("VN") + "}")
                .with("sites", "{" + sites + "}")
                .with("providers", "{" + providers + "}")
                .with("tenant_classes", "{" + classes + "}")
                .with(
                        "anchors",
                        "{x: {home: CN, budget: 2 million USD, max_price: 3 USD per H100e-hour, review: 1 days, need: {2024-01-01: 40 H100e, 2025-01-10: 100 H100e}, terms: [5 days]}}")
                .with(
                        "deliveries",
                        "{d: {provider: a, site: johor, chip: h100, gpus: 60 GPUs, ordered: 2025-01-02, vendor_lead: 5 days, slip: {uniform: {low: 0 h, high: 5 days}}},"
                                + " e: {provider: a, site: johor, chip: h100, gpus: 90 GPUs, ordered: 2025-01-03, vendor_lead: 5 days}}")
                .regime(RULES + "}", DESK);
    }

    private static String classes(String... entries) {
        return String.join(", ", entries);
    }

    private static Micro plain() {
        return world(classes("many: " + MANY, "few: " + FEW), A + ", " + B, JOHOR + ", " + HANOI);
    }

    private static Map<String, Object> without(Map<String, Object> print, String part) {
        Map<String, Object> rest = new TreeMap<>(print);
        rest.keySet().removeIf(key -> key.contains(part));
        return rest;
    }

    @Test
    void theWorldIsRichEnough() {
        Snapshot run = plain().run();

        assertThat(run.desk().filed()).isGreaterThan(5);
        assertThat(requests(run, 0, Outcome.SERVED)).isGreaterThan(200);
        assertThat(requests(run, 0, Outcome.TOO_EXPENSIVE)).isPositive();
        assertThat(requests(run, 0, Outcome.NO_CAPACITY)).isPositive();
        assertThat(requests(run, 1, Outcome.SERVED)).isPositive();
        assertThat(run.metering().heldGpuHours(0, 2, 0)).isPositive();
        assertThat(run.waitingHours(0)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClassThatNeverAsksChangesNothing(boolean first) {
        String more = first
                ? classes("idle: " + EMPTY, "many: " + MANY, "few: " + FEW)
                : classes("many: " + MANY, "few: " + FEW, "idle: " + EMPTY);

        assertThat(without(
                        Fingerprint.of(
                                world(more, A + ", " + B, JOHOR + ", " + HANOI).run()),
                        "idle"))
                .isEqualTo(Fingerprint.of(plain().run()));
    }

    @Test
    void aDearProviderWithoutGpusChangesNothing() {
        String empty = "c: " + provider(100, "h100", "johor", 0);

        assertThat(without(
                        Fingerprint.of(world(
                                        classes("many: " + MANY, "few: " + FEW),
                                        empty + ", " + A + ", " + B,
                                        JOHOR + ", " + HANOI)
                                .run()),
                        "pool c/"))
                .isEqualTo(Fingerprint.of(plain().run()));
    }

    /** Dear, since a cheap one would tell those who find the others too expensive that it is full. */
    @Test
    void aProviderClosedToAllChangesNothing() {
        String closed =
                "c: " + provider(100, "h100", "johor", 40).replace("installed: ", "rentable_fraction: 0, installed: ");
        Micro world =
                world(classes("many: " + MANY, "few: " + FEW), closed + ", " + A + ", " + B, JOHOR + ", " + HANOI);
        Snapshot run = world.replacing("sites", "300 kW, 2025-01-20: 350 kW", "340 kW, 2025-01-20: 390 kW")
                .run();

        assertThat(Books.gpuHours(run, 0, PoolState.CAPTIVE)).isEqualTo(40 * 24 * 30);
        assertThat(without(Fingerprint.of(run), "pool c/")).isEqualTo(Fingerprint.of(plain().run()));
    }

    @Test
    void failuresAtARateOfZeroAreNoFailures() {
        Snapshot run = plain().with(
                        "failures",
                        "{nodes: {rate: 0 per node-hour, gpus: 4, repair: {exponential: {mean: 2 days}}}, crews: 1}")
                .run();

        assertThat(Fingerprint.of(run)).isEqualTo(Fingerprint.of(plain().run()));
    }

    /** Names of providers and sites key no draw here, and order nothing. */
    @Test
    void otherNamesOfProvidersAndSitesPermuteTheOutputOnly() {
        String noLogit = classes("many: " + MANY, "few: " + FEW.replace(LOGIT, ""));
        Snapshot run = world(
                        noLogit,
                        (A + ", " + B).replace("a: {home", "zeta: {home").replace("b: {home", "alpha: {home"),
                        (JOHOR + ", " + HANOI).replace("johor: ", "xanadu: "))
                .replacing("providers", "site: johor", "site: xanadu")
                .replacing("deliveries", "provider: a, site: johor", "provider: zeta, site: xanadu")
                .run();
        Map<String, Object> renamed = new TreeMap<>();
        Fingerprint.of(run)
                .forEach((key, value) -> renamed.put(
                        key.replace("pool zeta/xanadu", "pool a/johor").replace("pool alpha/", "pool b/"), value));

        assertThat(renamed)
                .isEqualTo(Fingerprint.of(
                        world(noLogit, A + ", " + B, JOHOR + ", " + HANOI).run()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"classes", "providers", "sites", "countries", "chips"})
    void theOrderInWhichThingsAreWrittenDoesNotMatter(String turned) {
        String classes = turned.equals("classes")
                ? classes("few: " + FEW, "many: " + MANY)
                : classes("many: " + MANY, "few: " + FEW);
        Micro world = world(
                classes,
                turned.equals("providers") ? B + ", " + A : A + ", " + B,
                turned.equals("sites") ? HANOI + ", " + JOHOR : JOHOR + ", " + HANOI);
        if (turned.equals("countries")) {
            world.with("countries", "{vietnam: " + country("VN") + ", malaysia: " + country("MY") + "}");
        }
        if (turned.equals("chips")) {
            world.with("chips", "{b200: " + chip(25, 2.5) + ", h100: " + chip(10, 1) + "}");
        }

        assertThat(Fingerprint.of(world.run())).isEqualTo(Fingerprint.of(plain().run()));
    }

    @Test
    void whoeverWatchesChangesNothing() {
        Snapshot run =
                new Simulation(plain().load(), new Draw(Micro.SEED, 0), new LadderQueue()).run(new Observer() {});

        assertThat(Fingerprint.of(run)).isEqualTo(Fingerprint.of(plain().run()));
    }

    /** Parts end within an hour, at midnight, twice at the same time and with the run. */
    @Test
    void aRunInPartsIsTheSameRun() {
        Simulation simulation = new Simulation(plain().load(), new Draw(Micro.SEED, 0), new LadderQueue());
        Observer nobody = new Observer() {};
        for (double day : new double[] {0, 1.01, 7, 7, 19.9, 30}) {
            simulation.runUntil(Math.round(day * SimTime.MICROS_PER_DAY), nobody);
        }

        assertThat(Fingerprint.of(simulation.run(nobody)))
                .isEqualTo(Fingerprint.of(plain().run()));
    }

    @Test
    void bothQueuesGiveTheSameRun() {
        Snapshot run = plain().run(new Draw(Micro.SEED, 0), new SsjQueue());

        assertThat(Fingerprint.of(run)).isEqualTo(Fingerprint.of(plain().run()));
    }

    @Test
    void anotherReplicationIsAnotherRun() {
        assertThat(Fingerprint.of(plain().run(1))).isNotEqualTo(Fingerprint.of(plain().run()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", unforced: {kind: country_cap, dates: {effective: 2025-01-02, enforcement_probability: 0}, cap: 0 TPP}",
                ", wide: {kind: remote_access, dates: {effective: 2025-01-02}, scope: {tenant_homes: [US]}, free_per_tenant_and_country: 0 TPP, licence_quota: 1 TPP, review: r}",
                ", none: {kind: remote_access, mode: prohibition, dates: {effective: 2025-01-02}, scope: {tenant_homes: [US]}}",
                ", few: {kind: remote_access, mode: cap, dates: {effective: 2025-01-02}, scope: {tenant_homes: [US]}, free_per_tenant_and_country: 0 TPP}",
                ", who: {kind: kyc_screening, dates: {effective: 2025-01-02}, scope: {tenant_homes: [US]}, false_positive: 1}",
                ", who: {kind: kyc_screening, dates: {effective: 2025-01-02}, scope: {min_tpp: 1000 TPP}, false_positive: 1}",
                ", tax: {kind: revenue_share, dates: {effective: 2025-01-02}, scope: {tenant_homes: [US]}, share: 0.5, passed_on: 1}",
                ", tax: {kind: revenue_share, dates: {effective: 2025-01-02}, share: 0, passed_on: 1}",
                ", none: {kind: remote_access, mode: prohibition, dates: {effective: 2025-01-02}, scope: {tenant_homes: [US]}, wind_down: 1 h}",
                ", late: {kind: country_cap, dates: {effective: 2026-01-01}, cap: 0 TPP}",
                ", exempt: {kind: gatekeeper_exemption, dates: {effective: 2025-01-02}, scope: {owner_classes: [gatekeeper]}}",
            })
    void aRuleThatCoversNothingChangesNothing(String rule) {
        Snapshot run = plain().regime(RULES + rule + "}", DESK).run();

        assertThat(Fingerprint.of(run)).isEqualTo(Fingerprint.of(plain().run()));
    }

    @Test
    void aCapWithoutEndIsNoCap() {
        String wide = RULES.replace("cap: 500 TPP", "cap: 900 billion TPP");
        String none = RULES.substring(0, RULES.indexOf(", cap:"));

        assertThat(without(Fingerprint.of(plain().regime(wide + "}", DESK).run()), "quota Name[rule=cap"))
                .isEqualTo(Fingerprint.of(plain().regime(none + "}", DESK).run()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "free_per_tenant_and_country: 900 billion TPP, licence_quota: 1 TPP, review: r",
                "mode: cap, free_per_tenant_and_country: 900 billion TPP",
                "mode: prohibition, training_operations: {threshold: 1e40 operations, per_h100e_hour: 1 operations per H100e-hour}",
            })
    void aRuleAtTheLeaseThatLeavesAllAloneIsNoRule(String parameters) {
        String rule = ", wide: {kind: remote_access, dates: {effective: 2025-01-02}, " + parameters + "}";
        Micro training = plain().regime(RULES + rule + "}", DESK);

        assertThat(without(Fingerprint.of(training.run()), "quota Name[rule=wide"))
                .isEqualTo(Fingerprint.of(plain().run()));
    }

    /** It changes the order of nobody and of no draw: whoever is screened passes at the same instant. */
    @Test
    void aScreeningThatPassesAllAtOnceIsNone() {
        String rule = ", who: {kind: kyc_screening, dates: {effective: 2025-01-02}, cost: 5 USD}";

        assertThat(Fingerprint.of(plain().regime(RULES + rule + "}", DESK).run()))
                .isEqualTo(Fingerprint.of(plain().run()));
    }

    /** It owes, and its hours are followed one by one; but nobody pays more and nobody's draw moves. */
    @Test
    void aShareThatIsNotPassedOnMovesNobody() {
        String rule = ", tax: {kind: revenue_share, dates: {effective: 2025-01-02}, share: 0.2}";
        Snapshot run = plain().regime(RULES + rule + "}", DESK).run();

        assertThat(run.billing().revenueShareUsd(0, 0)).isPositive();
        assertThat(Fingerprint.of(run)).isEqualTo(Fingerprint.of(plain().run()));
    }

    /** Draws by stream and place; keyed draws by their key. */
    private static Map<String, Double> draws(Micro world) {
        Map<String, Double> draws = new HashMap<>();
        world.run((stream, ordinal, value) -> draws.put(stream + " " + ordinal, value));
        return draws;
    }

    @Test
    void anotherClassMovesNobodyElsesDraws() {
        Map<String, Double> before = draws(plain());
        Map<String, Double> after = draws(
                world(classes("more: " + MANY, "many: " + MANY, "few: " + FEW), A + ", " + B, JOHOR + ", " + HANOI));

        Map<String, Double> shared = new HashMap<>(before);
        shared.keySet().retainAll(after.keySet());
        assertThat(shared).allSatisfy((key, value) -> assertThat(after).containsEntry(key, value));
        for (String tenant : List.of("many", "few")) {
            for (String purpose : List.of("arrival", "size", "duration")) {
                String stream = tenant + ":" + purpose + " ";
                assertThat(count(after, stream))
                        .isEqualTo(count(before, stream))
                        .isPositive();
            }
        }
        // Their market is another one all the same.
        assertThat(after.keySet()).anyMatch(key -> key.startsWith("more:arrival"));
    }

    private static long count(Map<String, Double> draws, String stream) {
        return draws.keySet().stream().filter(key -> key.startsWith(stream)).count();
    }

    @Test
    void moreGpusNeverRefuseMoreSingleRequests() {
        long refused = Long.MAX_VALUE;
        for (int gpus = 5; gpus <= 30; gpus += 5) {
            Snapshot run = Micro.world()
                    .with("horizon", "60 days")
                    .with("market", "{waiting: lost}")
                    .with(
                            "providers",
                            "{a: "
                                    + Micro.provider(
                                            "h100", 1, "{site: johor, chip: h100, installed: " + gpus + " GPUs}")
                                    + "}")
                    .with(
                            "tenant_classes",
                            "{c: " + tenants("{rate: 1 per hour}", "1 H100e", "{exponential: {mean: 15 h}}", "") + "}")
                    .run();
            long now = requests(run, 0, Outcome.NO_CAPACITY);
            assertThat(now).isLessThanOrEqualTo(refused);
            refused = now;
        }
        assertThat(refused).isLessThan(20);
    }

    @Test
    void aLowerPriceNeverLosesAcceptancesWhileThereIsRoom() {
        long served = 0;
        for (double usd = 4; usd > 0.5; usd -= 0.5) {
            Snapshot run = Micro.world()
                    .with("horizon", "30 days")
                    .with(
                            "providers",
                            "{a: " + Micro.provider("h100", usd, "{site: johor, chip: h100, installed: 1000 GPUs}")
                                    + "}")
                    .with(
                            "tenant_classes",
                            "{c: "
                                    + tenants(
                                            "{rate: 1 per hour}",
                                            "1 H100e",
                                            "10 h",
                                            "willingness: {exponential: {mean: 2 USD per H100e-hour}}")
                                    + "}")
                    .run();
            long now = requests(run, 0, Outcome.SERVED);
            assertThat(now).isGreaterThan(served);
            served = now;
        }
    }
}
