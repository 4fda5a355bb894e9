package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static straits.microworlds.ShipmentWorld.installed;
import static straits.microworlds.ShipmentWorld.world;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.regulation.Clause;
import straits.regulation.Denials;
import straits.regulation.Gatekeeper;
import straits.regulation.Refusal;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.simulation.Snapshot;

/** Permits of third countries beside licences, notices, and duties. A review takes 30 days. */
final class PermitsAndDutiesTest {

    private static final String LICENCE =
            "licence: {kind: hardware_licence, dates: {effective: 2025-01-01}, review: r}";
    private static final String PERMIT =
            "permit: {kind: third_country_permit, dates: {effective: 2025-01-01}, review: r}";
    private static final String EXEMPTION =
            "exempt: {kind: gatekeeper_exemption, dates: {effective: 2025-01-01}, scope: {owner_classes: [gatekeeper]}}";

    /** One after the other, in the order of the file; an exemption lifts the licence and not the permit. */
    @ParameterizedTest
    @CsvSource({"small, 2, 60", "big, 1, 30"})
    void aPermitComesOnTopOfALicenceAndNoExemptionLiftsIt(String owner, long filed, int days) {
        Snapshot run = world(LICENCE + ", " + PERMIT + ", " + EXEMPTION, owner + " 10 2025-02-01")
                .run();

        assertThat(run.desk().filed()).isEqualTo(filed);
        assertThat(Books.inServiceHour(run, owner.equals("big") ? 0 : 1, 10)).isEqualTo(24 * (31 + days));
    }

    /** A permit refused is told apart from a licence refused, and from one that came back. */
    @ParameterizedTest
    @CsvSource({"true, 1, PERMIT_REFUSED", "false, 1, REFUSED", "true, 0, RETURNED"})
    void whoIsRefusedThePermitShipsNothing(boolean permit, int deny, Clause clause) {
        String desk = "{review_classes: {r: {review_time: 30 days, approve: 0, deny: " + deny + "}}}";
        Snapshot run = world("", "small 10 2025-02-01")
                .regime("{" + (permit ? PERMIT : LICENCE) + "}", desk)
                .run();

        assertThat(installed(run, 1)).isZero();
        assertThat(run.denials().in(2))
                .extracting(Denials.Denial::refusal)
                .containsExactly(new Refusal(0, clause, Gatekeeper.NO_QUOTA));
    }

    @Test
    void aDeliveryWithItsLicenceInHandNeedsNoPermitEither() {
        Micro world = world(LICENCE + ", " + PERMIT, "small 10 2025-02-01");
        Snapshot run = world.replacing("deliveries", "{site: johor", "{licensed: true, site: johor")
                .run();

        assertThat(run.desk().filed()).isZero();
    }

    @Test
    void withoutAReviewItIsANoticeThatRefusesNothing() {
        String notice = PERMIT.replace(", review: r", "").replace("2025-01-01", "2025-03-01");
        Snapshot run = world(notice, "small 10 2025-02-01", "small 10 2025-03-01", "big 10 2025-04-01")
                .run();

        assertThat(run.desk().filed()).isZero();
        assertThat(run.gatekeeper().reports()).isEqualTo(2);
        assertThat(installed(run, 1)).isEqualTo(20);
    }

    /** A quarter of 39,750 USD on each of 8 GPUs in February and 3 that a cap leaves in March; big is not covered. */
    @Test
    void aDutyIsAShareOfThePriceOfWhatLeavesPaidByItsOwner() {
        String duty = "duty: {kind: duty, dates: {effective: 2025-01-01}, scope: {owners: [small]}, rate: 25 %}";
        String cap = "cap: {kind: country_cap, dates: {effective: 2025-01-01}, cap: 110 TPP, scope: {owners: [small]}}";
        Snapshot run = world(duty + ", " + cap, "small 8 2025-02-01", "small 9 2025-03-01", "big 5 2025-02-01")
                .replacing("chips", "it_power", "purchase_price: 39750 USD, it_power")
                .run();

        assertThat(run.gatekeeper().complianceCosts().microUsd(1, 1)).isEqualTo(79_500_000_000L);
        assertThat(run.gatekeeper().complianceCosts().microUsd(1, 2)).isEqualTo(29_812_500_000L);
        assertThat(run.gatekeeper().complianceCosts().microUsd(1, 3)).isZero();
        assertThat(run.gatekeeper().complianceCosts().microUsd(0, 1)).isZero();
    }

    @Test
    void warmUpLeavesDutiesOut() {
        String duty = "duty: {kind: duty, dates: {effective: 2025-01-01}, rate: 25 %}";
        Snapshot run = world(duty, "small 8 2025-02-01", "small 8 2025-02-20")
                .replacing("chips", "it_power", "purchase_price: 100 USD, it_power")
                .with("warm_up", "40 days")
                .run();

        assertThat(run.gatekeeper().complianceCosts().microUsd(1, 1)).isEqualTo(200_000_000L);
    }

    @Test
    void aDutyOnAChipWithoutAPriceIsAFault() {
        String duty = "duty: {kind: duty, dates: {effective: 2025-01-01}, scope: {SCOPE}, rate: 25 %}";

        assertThat(ScenarioReader.read("w", world(duty.replace("SCOPE", "")).text(), RegimeLibrary.NONE)
                        .faults())
                .extracting(fault -> fault.path() + ": " + fault.message())
                .containsExactly(
                        "chips.h100: missing purchase_price, of which the duty of rule open: duty takes a share");
        String spared = world(duty.replace("SCOPE", "min_tpp: 11 TPP")).text();
        assertThat(ScenarioReader.read("w", spared, RegimeLibrary.NONE).faults())
                .isEmpty();
    }

    /** The exemption takes 4 of 10 GPUs off the licence and none off the permit. */
    @Test
    void aPermitIsDrawnForAllThatLeaves() {
        String limited = EXEMPTION.replace("}}", "}, limits: {big: 40 TPP}}");
        Snapshot run = world(LICENCE + ", " + PERMIT + ", " + limited, "big 10 2025-02-01")
                .run();

        assertThat(run.quotas().drawnTpp(ShipmentWorld.quota(run, "licence", "big")))
                .isEqualTo(60);
        assertThat(run.quotas().drawnTpp(ShipmentWorld.quota(run, "permit", "big")))
                .isEqualTo(100);
    }

    @Test
    void whatIsNoLongerAskedIsNotDrawnOn() {
        String gone = LICENCE.replace("2025-01-01", "2025-01-01, rescinded: 2025-03-15");
        Snapshot run =
                world(gone, "small 10 2025-02-01 5", "small 10 2025-02-02 60").run();

        assertThat(installed(run, 1)).isEqualTo(20);
        assertThat(run.quotas().drawnTpp(0)).isEqualTo(100);
        assertThat(run.quotas().grantedTpp(1)).isEqualTo(100);
        assertThat(run.quotas().drawnTpp(1)).isZero();
    }
}
