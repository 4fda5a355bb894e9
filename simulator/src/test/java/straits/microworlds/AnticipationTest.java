package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.inServiceHour;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.simulation.Snapshot;

/**
 * Orders and purchases that come forward to be in time before a rule. Orders take 60 days to shipment and 10 to service; the
 * pool of the fleet is 0, that of the delivery 1.
 */
final class AnticipationTest {

    private static final String CHIPS = "{h100: " + Micro.chip(1, 1) + ", h200: " + Micro.chip(1, 1) + "}";

    private static Micro ordered(String day, String anticipation, String dates) {
        return Micro.world()
                .with("horizon", "365 days")
                .with("chips", CHIPS)
                .with(
                        "providers",
                        "{cloud: {home: MY, owner_class: local, offers: {h100: {on_demand: 2 USD per GPU-hour},"
                                + " h200: {on_demand: 2 USD per GPU-hour}},"
                                + " fleet: [{site: johor, chip: h100, installed: 10 GPUs}]}}")
                .with("market", "{anticipation: " + anticipation + "}")
                .with(
                        "deliveries",
                        "{d: {provider: cloud, site: johor, chip: h200, gpus: 7 GPUs, ordered: " + day
                                + ", vendor_lead: 60 days, install: 10 days}}")
                .regime("{cap: {kind: country_cap, dates: " + dates + ", cap: 3 TPP}}", "{}");
    }

    private static double inServiceDay(Micro world, int gpus) {
        return inServiceHour(world.run(), 1, gpus) / 24;
    }

    /** Planned to leave on day 119 (30 April); the rule binds on day 109 (20 April): to leave on day 108 it is ordered 11 days sooner. */
    @ParameterizedTest
    @CsvSource({
        "11 days, 1, 118, 7",
        "10.9 days, 1, 129, 3",
        "22 days, 0.5, 118, 7",
        "21.9 days, 0.5, 129, 3",
        "0 days, 1, 129, 3"
    })
    void ordersComeForwardByUpToTheirProbabilityTimesTheAnticipation(
            String anticipation, String probability, double day, int gpus) {
        Micro world = ordered(
                "2025-03-01",
                anticipation,
                "{announced: 2025-01-10, effective: 2025-04-20, expected: " + probability + "}");

        assertThat(inServiceDay(world, gpus)).isCloseTo(day, within(1e-8));
    }

    /** The order that would be in time is of day 48 (18 February): after the rule was announced, before it was called off. */
    @ParameterizedTest
    @CsvSource({
        "2025-02-18, , 118, 7",
        "2025-02-19, , 129, 3",
        "2025-01-10, 2025-04-21, 118, 7",
    })
    void nobodyKnowsOfARuleBeforeItsAnnouncement(String announced, String rescinded, double day, int gpus) {
        String until = rescinded == null ? "" : ", rescinded: " + rescinded;
        Micro world =
                ordered("2025-03-01", "30 days", "{announced: " + announced + ", effective: 2025-04-20" + until + "}");

        assertThat(inServiceDay(world, gpus)).isCloseTo(day, within(1e-8));
    }

    /** Announced and never enforced, it still moves the order; all of it arrives. */
    @Test
    void aRuleThatIsNeverEnforcedIsFelt() {
        Micro never = ordered(
                "2025-03-01",
                "30 days",
                "{announced: 2025-01-10, effective: 2025-04-20, enforcement_probability: 0, expected: 0.8}");

        assertThat(inServiceDay(never, 7)).isCloseTo(118, within(1e-8));
    }

    /** Leaves before the rule by itself, or is covered by an exemption: nothing is gained by haste. */
    @Test
    void ordersThatNoRuleWouldTouchStayAsPlanned() {
        Micro early = ordered("2025-02-01", "30 days", "{announced: 2025-01-10, effective: 2025-04-20}");
        Micro exempt = ordered("2025-03-01", "30 days", "{announced: 2025-01-10, effective: 2025-04-20}")
                .replacing(
                        "own_regimes",
                        "cap: 3 TPP}",
                        "cap: 3 TPP}, free: {kind: gatekeeper_exemption, dates: {effective: 2025-04-20}, scope: {owner_homes: [MY]}}");

        assertThat(inServiceDay(early, 7)).isCloseTo(101, within(1e-8));
        assertThat(inServiceDay(exempt, 7)).isCloseTo(129, within(1e-8));
    }

    private static Micro anchor(String anticipation, String rule) {
        return Micro.world()
                .with("horizon", "60 days")
                .with("market", "{anticipation: " + anticipation + "}")
                .with(
                        "anchors",
                        "{a: {home: CN, chips: [h100], budget: 1000000 USD, max_price: 3 USD per H100e-hour, review: 1 day,"
                                + " need: {2025-01-01: 2 H100e, 2025-02-10: 5 H100e}}}")
                .regime(rule, "{review_classes: {r: {review_time: 500 days, approve: 1}}}");
    }

    private static final String REMOTE =
            "{r: {kind: remote_access, dates: {announced: 2025-01-11, effective: 2025-01-31, expected: 0.5},"
                    + " free_per_tenant_and_country: 31664 TPP, licence_quota: 15832 TPP, review: r}}";

    /**
     * From 31 January a licence is needed beyond two GPUs; on 10 February it needs five. With 30 days of anticipation and an even chance it
     * looks 15 days ahead: from a review on 26 January on it holds five, signed before the rule and so outside of it; else two then and two more later.
     */
    @Test
    void anAnchorBuysAheadOfARuleThatCoversIt() {
        Snapshot calm = anchor("0 days", REMOTE).run();
        Snapshot hasty = anchor("30 days", REMOTE).run();

        assertThat(calm.metering().heldGpus(0, 0)).isEqualTo(4);
        assertThat(hasty.metering().heldGpus(0, 0)).isEqualTo(5);
        assertThat(hasty.metering().heldGpuHours(1, 0, 0)).isCloseTo(28 * 24 * 5.0, within(1e-6));
    }
}
