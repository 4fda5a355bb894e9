package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.requests;
import static straits.microworlds.Micro.chip;
import static straits.microworlds.Micro.country;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.engine.SsjQueue;
import straits.market.Outcome;
import straits.market.lease.LeaseEnd;
import straits.regulation.Gatekeeper;
import straits.simulation.Draw;
import straits.simulation.Snapshot;
import straits.units.SimTime;

/**
 * What a rule does to leases signed before it. It comes on 3 January, after 48 h, and gives them 10.5 h. A GPU has 10 TPP; there
 * are 100 in Malaysia and 100 in Vietnam, at 2 USD.
 */
final class WindDownTest {

    /** Signed on the first day, and on the second, when a rule may be known. */
    private static final Arrival EARLY = Arrival.between(0, 5, 100);

    private static final Arrival LATER = Arrival.between(24, 48, 100);
    /** 30.5 USD for 100 h. */
    private static final String BUDGET = "2671.8 USD";

    private static final String DATES = "dates: {announced: 2025-01-02, effective: 2025-01-03}";
    private static final String PROHIBITION = rule(DATES, "mode: prohibition, wind_down: 10.5 h");
    private static final String CAP = rule(DATES, "mode: cap, free_per_tenant_and_country: 100 TPP, wind_down: 10.5 h");

    private static String rule(String dates, String rest) {
        return "{kind: remote_access, " + dates + ", scope: {destinations: [malaysia]}, " + rest + "}";
    }

    private static Micro world(String rule) {
        return Micro.world()
                .with("horizon", "100 h")
                .with("chips", "{h100: " + chip(10, 1) + "}")
                .with("countries", "{malaysia: " + country("MY") + ", vietnam: " + country("VN") + "}")
                .with(
                        "sites",
                        "{johor: {country: malaysia, it_power_limit: {2024-01-01: 9 MW}}, hanoi: {country: vietnam, it_power_limit: {2024-01-01: 9 MW}}}")
                .with(
                        "providers",
                        "{cloud: " + Micro.provider("h100", 2, "{site: johor, chip: h100, installed: 100 GPUs}")
                                + ", b: " + Micro.provider("h100", 2, "{site: hanoi, chip: h100, installed: 100 GPUs}")
                                + "}")
                .regime("{r: " + rule + "}", "{}");
    }

    private static Snapshot one(Arrival who, String rule, int gpus) {
        return world(rule)
                .with("tenant_classes", "{" + who.asking(gpus + " H100e", "1 years", "countries: [malaysia]") + "}")
                .run();
    }

    private static void ended(Snapshot run, int leases, double gpuHours) {
        assertThat(run.leasesEnded(LeaseEnd.REVOKED)).isEqualTo(leases);
        assertThat(Books.soldGpuHours(run, 0, false)).isCloseTo(gpuHours, within(1e-6));
        assertThat(Books.revenueMicroUsd(run, 0, false)).isCloseTo(Math.round(gpuHours * 2e6), within(1L));
    }

    @Test
    void theLastHourIsChargedProRata() {
        ended(one(EARLY, PROHIBITION, 8), 1, 8 * (58.5 - EARLY.hour()));
    }

    @ParameterizedTest
    @CsvSource({"10, 0", "11, 1"})
    void whatIsWithinTheCapStays(int gpus, int ended) {
        ended(one(EARLY, CAP, gpus), ended, gpus * ((ended == 0 ? 100 : 58.5) - EARLY.hour()));
    }

    @ParameterizedTest
    @CsvSource({
        "true, nothing, 1",
        "true, ordered_before_announced, 0",
        "true, ordered_before_effective, 0",
        "false, nothing, 1",
        "false, ordered_before_announced, 1",
        "false, ordered_before_effective, 0",
    })
    void grandfatheringPassesLeasesOver(boolean early, String grandfathers, int ended) {
        Arrival who = early ? EARLY : LATER;
        String dates = DATES.replace("}", ", grandfathers: " + grandfathers + "}");
        Snapshot run = one(who, PROHIBITION.replace(DATES, dates), 8);

        ended(run, ended, 8 * ((ended == 0 ? 100 : 58.5) - who.hour()));
    }

    @Test
    void withoutAWindDownTheyStay() {
        ended(one(EARLY, rule(DATES, "mode: prohibition"), 8), 0, 8 * (100 - EARLY.hour()));
    }

    @ParameterizedTest
    @CsvSource({"2025-01-03, 0", "2025-01-04, 1"})
    void aRuleThatIsGoneByThenEndsNothing(String rescinded, int ended) {
        String dates = DATES.replace("}", ", rescinded: " + rescinded + "}");
        String rule = PROHIBITION.replace(DATES, dates);
        // 10.5 h are over at noon of the 3rd; a rescission on the 4th comes too late.
        ended(one(EARLY, rule, 8), ended, 8 * ((ended == 0 ? 100 : 58.5) - EARLY.hour()));
    }

    @Test
    void itsGpusServeWhoWaits() {
        Micro world = world(PROHIBITION.replace("scope: {", "scope: {tenant_homes: [CN], "))
                .with(
                        "tenant_classes",
                        "{"
                                + EARLY.asking("100 H100e", "1 years", "home: CN, countries: [malaysia]")
                                        .replace("home: MY, ", "")
                                + ", " + LATER.asking("100 H100e", "1 years", "countries: [malaysia], patience: 90 h")
                                + "}");
        Snapshot run = world.run();

        assertThat(requests(run, 1, Outcome.SERVED)).isEqualTo(1);
        assertThat(run.outcomes().waitHours(1).mean()).isCloseTo(58.5 - LATER.hour(), within(1e-8));
        assertThat(Fingerprint.of(world.run(new Draw(Micro.SEED, 0), new SsjQueue())))
                .isEqualTo(Fingerprint.of(run));
    }

    /** Some fifty leases of one class, of a GPU each, of which the cap of ten covers every one by itself. */
    @Test
    void leasesOfAClassAreMeasuredOneByOne() {
        Snapshot run = world(CAP)
                .with(
                        "tenant_classes",
                        "{c: "
                                + Micro.tenants(
                                        "{rate: 0 per hour}",
                                        "1 H100e",
                                        "1 years",
                                        "opening: 50 H100e, countries: [malaysia]")
                                + "}")
                .run();

        assertThat(run.leasesEnded(LeaseEnd.REVOKED)).isZero();
        assertThat(run.metering().heldGpus(0, 0)).isGreaterThan(40);
        assertThat(run.quotas().size()).isZero();
    }

    /** A lease signed at the instant of a date was not signed before it. The rule is known after 24 h and comes after 48. */
    @ParameterizedTest
    @CsvSource({
        "nothing, 0, true",
        "ordered_before_announced, 0, false",
        "ordered_before_announced, 24, true",
        "ordered_before_announced, 48, false",
        "ordered_before_effective, 24, false",
        "ordered_before_effective, 48, false",
        "nothing, 48, false",
    })
    void theInstantOfADateIsNotBeforeIt(String grandfathers, int hour, boolean woundDown) {
        String dates = DATES.replace("}", ", grandfathers: " + grandfathers + "}");
        Gatekeeper door = world(PROHIBITION.replace(DATES, dates)).door();

        assertThat(door.woundDown(0, SimTime.ofHours(hour))).isEqualTo(woundDown);
        assertThat(door.woundDown(0, SimTime.ofHours(48) - 1)).isEqualTo(!grandfathers.endsWith("effective"));
    }

    private static String holder(String budget, String leases) {
        return "{x: {home: CN, chips: [h100], budget: " + budget
                + ", max_price: 0 USD per H100e-hour, need: {2024-01-01: 0 H100e}, opening: [" + leases + "]}}";
    }

    /** Found in force in this order; the second is in part above the cap, the third fits beside the first. */
    @Test
    void anAnchorKeepsWhatFitsInOrderOfSigning() {
        String cap = CAP.replace("100 TPP", "800 TPP");
        Snapshot run = world(cap)
                .with(
                        "anchors",
                        holder(
                                "9 million USD",
                                Micro.lease(40, "1 years", 1) + ", " + Micro.lease(41, "1 years", 1) + ", "
                                        + Micro.lease(19, "1 years", 1)))
                .run();

        assertThat(run.leasesEnded(LeaseEnd.REVOKED)).isEqualTo(1);
        assertThat(run.metering().heldGpus(0, 0)).isEqualTo(59);
        assertThat(run.quotas().drawnTpp(0)).isEqualTo(590);
        assertThat(Books.heldGpuHours(run, 0, 0)).isCloseTo(59 * 100 + 41 * 58.5, within(1e-6));
    }

    /** The lease of before draws on nothing, so that ten GPUs more are lawful from the third day. */
    @Test
    void withoutAWindDownWhatWasSignedBeforeDrawsOnNothing() {
        Snapshot run = world(rule(DATES, "mode: cap, free_per_tenant_and_country: 100 TPP"))
                .with("anchors", holder("9 million USD", Micro.lease(8, "1 years", 1)))
                .run();

        assertThat(run.metering().heldGpus(0, 0)).isEqualTo(8);
        assertThat(run.quotas().size()).isZero();
    }

    /** Found in force on a day when the rule was three days old: 60 h are nearly over. */
    @Test
    void aWindDownMayHaveBegunBeforeTheStart() {
        String rule = rule("dates: {effective: 2024-12-30}", "mode: prohibition, wind_down: 60 h");
        Snapshot run = world(rule)
                .with("anchors", holder("9 million USD", Micro.lease(10, "1 years", 1)))
                .run();

        assertThat(Books.heldGpuHours(run, 0, 0)).isCloseTo(10 * 12, within(1e-6));
    }

    /** 30.5 USD: 10.5 for the lease that ends, whose last half hour is set aside no more, and 20 h of the other. */
    @Test
    void whatIsNotUsedIsLeftInTheBudget() {
        String rule = rule("dates: {effective: 2025-01-01}", "mode: prohibition, wind_down: 10.5 h");
        String abroad = Micro.lease(1, "1 years", 1).replace("cloud", "b").replace("johor", "hanoi");
        Snapshot run = world(rule)
                .with("anchors", holder(BUDGET, Micro.lease(1, "1 years", 1) + ", " + abroad))
                .run();

        assertThat(run.leasesEnded(LeaseEnd.REVOKED)).isEqualTo(1);
        assertThat(run.leasesEnded(LeaseEnd.BUDGET_EXHAUSTED)).isEqualTo(1);
        assertThat(Books.revenueMicroUsd(run, 0, true)).isEqualTo(10_500_000);
        assertThat(Books.revenueMicroUsd(run, 1, true)).isEqualTo(20_000_000);
    }

    /** Their first hours are under way at the start and end at any time of it; all invariants are checked at every event. */
    @Test
    void brokenHoursGiveBackWhatWasSetAside() {
        String rule = rule("dates: {effective: 2025-01-01}", "mode: prohibition, wind_down: 20 min");
        Snapshot run = world(rule)
                .with(
                        "tenant_classes",
                        "{c: "
                                + Micro.tenants(
                                        "{rate: 0 per hour}",
                                        "1 H100e",
                                        "9 h",
                                        "opening: 50 H100e, countries: [malaysia]")
                                + "}")
                .run();

        assertThat(run.leasesEnded(LeaseEnd.REVOKED)).isBetween(40L, 50L);
        assertThat(run.metering().heldGpus(0, 0)).isZero();
        assertThat(Books.soldGpuHours(run, 0, false)).isBetween(40 / 3.0, 50 / 3.0);
    }
}
