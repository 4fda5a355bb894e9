package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Micro.chip;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.market.Reason;
import straits.regulation.Gatekeeper;
import straits.regulation.LeaseDraw;
import straits.simulation.Snapshot;

/**
 * An anchor under a rule on remote access: 100 TPP free per country, 50 more per licence; a GPU has 10 TPP. It wants 100
 * GPUs, reviews daily; 1,000 GPUs stand in Malaysia and in Vietnam each, those of Malaysia are cheaper.
 */
final class RemoteAccessTest {

    private static final String RULE =
            "rental: {kind: remote_access, dates: {effective: 2024-01-01}, free_per_tenant_and_country: 100 TPP, licence_quota: 50 TPP, review: r}";
    private static final String GRANTED_AFTER_TEN_DAYS = "{review_classes: {r: {review_time: 10 days, approve: 1}}}";
    private static final String REFUSED_AFTER_TEN_DAYS =
            "{review_classes: {r: {review_time: 10 days, approve: 0, deny: 1}}}";

    private static Micro world(String horizon, String desk, String rest) {
        return Micro.world()
                .with("horizon", horizon)
                .with("chips", "{h100: " + chip(10, 1) + "}")
                .with("countries", "{malaysia: " + Micro.country("MY") + ", vietnam: " + Micro.country("VN") + "}")
                .with(
                        "sites",
                        "{johor: {country: malaysia, it_power_limit: {2024-01-01: 9 MW}}, hanoi: {country: vietnam, it_power_limit: {2024-01-01: 9 MW}}}")
                .with(
                        "providers",
                        "{a: " + Micro.provider("h100", 1, "{site: johor, chip: h100, installed: 1000 GPUs}") + ", b: "
                                + Micro.provider("h100", 2, "{site: hanoi, chip: h100, installed: 1000 GPUs}") + "}")
                .with(
                        "anchors",
                        "{x: {home: CN, budget: 900 million USD, max_price: 5 USD per H100e-hour, need: {2024-01-01: 100 H100e}, review: 1 days"
                                + rest + "}}")
                .regime("{" + RULE + "}", desk);
    }

    private static int held(Snapshot run) {
        return run.metering().heldGpus(0, 0);
    }

    @Test
    void withoutLicenceItHoldsTheFreeAmountInEachCountry() {
        Snapshot run = world("5 days", GRANTED_AFTER_TEN_DAYS, "").run();

        assertThat(held(run)).isEqualTo(20);
        assertThat(run.quotas().size()).isEqualTo(2);
        assertThat(run.quotas().drawnTpp(0)).isEqualTo(100);
        assertThat(run.quotas().drawnTpp(1)).isEqualTo(100);
        assertThat(run.quotas().leftTpp(0)).isZero();
        assertThat(run.quotas().firstBoundMicros(0)).isEqualTo(run.quotas().firstBoundMicros(1));
    }

    @Test
    void oneCountryIsNoBusinessOfTheOther() {
        Snapshot run = world("5 days", GRANTED_AFTER_TEN_DAYS, ", countries: [vietnam]")
                .run();

        assertThat(held(run)).isEqualTo(10);
        assertThat(run.desk().filed()).isEqualTo(1);
    }

    /**
     * First review on day 0 to 1, first decision ten days later, the next application at the review after it. Seven more
     * rounds of two fill the want; in the last one Malaysia is asked for more before Vietnam delivers.
     */
    @ParameterizedTest
    @CsvSource({"10 days, 2, 20", "12.5 days, 4, 30", "23.5 days, 6, 40", "1 years, 17, 100"})
    void aLicenceAddsItsQuotaAndTheNextApplicationFollows(String horizon, long filed, int gpus) {
        Snapshot run = world(horizon, GRANTED_AFTER_TEN_DAYS, "").run();

        assertThat(run.desk().filed()).isEqualTo(filed);
        assertThat(held(run)).isEqualTo(gpus);
        long granted = run.quotas().grantedTpp(0) + run.quotas().grantedTpp(1);
        assertThat(granted).isEqualTo(200 + 50 * run.desk().approved());
    }

    @Test
    void oneApplicationPerCountryIsOpenAtATime() {
        Snapshot run = world("9 days", GRANTED_AFTER_TEN_DAYS, "").run();

        assertThat(run.desk().filed()).isEqualTo(2);
        assertThat(run.desk().inHouse()).isEqualTo(2);
    }

    @Test
    void aRefusalIsFollowedByAnotherTry() {
        Snapshot run = world("25 days", REFUSED_AFTER_TEN_DAYS, "").run();

        assertThat(run.desk().refused()).isEqualTo(4);
        assertThat(run.desk().filed()).isEqualTo(6);
        assertThat(held(run)).isEqualTo(20);
    }

    @Test
    void whatIsTurnedAwayIsTriedAtTheNextReviewNotTwiceInOne() {
        String full = REFUSED_AFTER_TEN_DAYS.replace("{review_classes", "{room: 1, review_classes");
        Snapshot run = world("9.9 days", full, ", countries: [malaysia], terms: [20 days, 30 days]")
                .run();
        Snapshot both = world("9.9 days", full, "").run();

        assertThat(run.desk().filed()).isEqualTo(1);
        // Ten reviews: malaysia once, vietnam every time in vain.
        assertThat(both.desk().filed()).isEqualTo(1 + 10);
        assertThat(both.desk().turnedAway()).isEqualTo(10);
    }

    @Test
    void whatALeaseDrewIsGivenBackWhenItEnds() {
        List<Integer> held = new ArrayList<>();
        for (String horizon : List.of("5 days", "8.9 days", "30.5 days")) {
            Snapshot run = world(
                            horizon,
                            REFUSED_AFTER_TEN_DAYS,
                            ", countries: [vietnam], on_demand: false, terms: [8 days]")
                    .run();
            assertThat(run.quotas().drawnTpp(0) + run.quotas().leftTpp(0)).isEqualTo(100);
            assertThat(run.quotas().drawnTpp(0)).isEqualTo(held(run) * 10L);
            held.add(held(run));
        }
        assertThat(held.get(0)).isEqualTo(10);
        assertThat(held.get(2)).isEqualTo(10);
    }

    /** Leases in two countries end within a day of each other: each gives back to the country it drew on. */
    @Test
    void eachLeaseGivesBackWhatItDrewItself() {
        Snapshot run = world("30.5 days", REFUSED_AFTER_TEN_DAYS, ", on_demand: false, terms: [8 days]")
                .run();

        assertThat(run.metering().signed()).isGreaterThan(2);
        assertThat(held(run)).isEqualTo(20);
        for (int quota = 0; quota < 2; quota++) {
            assertThat(run.quotas().drawnTpp(quota)).isEqualTo(100);
            assertThat(run.quotas().leftTpp(quota)).isZero();
            // What it drew is known after its end.
            assertThat(run.gatekeeper().drawn(quota)).containsExactly(new LeaseDraw(0, quota, 100));
        }
        assertThat(run.gatekeeper().drawn(Gatekeeper.NO_QUOTA)).isEmpty();
    }

    @Test
    void tenantsOfOtherHomesAreFree() {
        Snapshot run = world("5 days", GRANTED_AFTER_TEN_DAYS, "")
                .regime(
                        "{" + RULE.replace("dates:", "scope: {tenant_homes: [US]}, dates:") + "}",
                        GRANTED_AFTER_TEN_DAYS)
                .run();

        assertThat(held(run)).isEqualTo(100);
        assertThat(run.quotas().size()).isZero();
    }

    @Test
    void leasesSignedBeforeTheRuleDoNotCount() {
        Snapshot run = world("10 days", GRANTED_AFTER_TEN_DAYS, ", countries: [vietnam]")
                .regime("{" + RULE.replace("2024-01-01", "2025-01-03") + "}", GRANTED_AFTER_TEN_DAYS)
                .run();

        assertThat(held(run)).isEqualTo(100);
    }

    @Test
    void whatTheRuleKeepsBackIsChargedToTheLicence() {
        Snapshot run = world("100 h", GRANTED_AFTER_TEN_DAYS, "").run();

        double licence = Books.reasonHours(run, 0, Reason.LICENCE);
        double unfilled = Books.overPeriods(
                run, period -> run.procurements().get(0).measures().unfilledHours(period));
        assertThat(unfilled).isGreaterThan(80 * 76);
        assertThat(licence).isCloseTo(unfilled, within(1e-6));
    }
}
