package straits.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import straits.regulation.Licences.State;

/** Two licences, of 50 and 30 TPP, that add to a quota of 100 which is free for all; and others by themselves. */
final class LicenceBookTest {

    private final Quotas quotas = new Quotas();
    private final Licences licences = new Licences(quotas);
    private final int shared = quotas.open(new Quotas.Name("rule", "holder", "malaysia"), 100);
    private final int first = grant(7, 2, true);
    private final int second = grant(8, 0, false);

    LicenceBookTest() {
        licences.add(first, shared, 50);
        licences.add(second, shared, 30);
    }

    private int grant(int application, int attempt, boolean withConditions) {
        Filing filing = new Filing(LicenceDesk.OTHERS, 3, 0, 0, "holder", "malaysia", 5, 6);
        return licences.grant(
                new Application(application, filing, 0, attempt, 0, 0, DeskMeasures.OTHERS),
                withConditions,
                1_000 + application,
                2_000 + application);
    }

    private void drawnAndLeft(int licence, long drawn, long left) {
        assertThat(licences.drawnTpp(licence))
                .as("drawn under licence %d", licence)
                .isEqualTo(drawn);
        assertThat(licences.leftTpp(licence))
                .as("left under licence %d", licence)
                .isEqualTo(left);
        assertThat(licences.balanced()).isTrue();
    }

    @Test
    void aLicenceKeepsWhatItWasGrantedOn() {
        assertThat(licences.size()).isEqualTo(2);
        assertThat(licences.application(first)).isEqualTo(7);
        assertThat(licences.attempt(first)).isEqualTo(2);
        assertThat(licences.conditional(first)).isTrue();
        assertThat(licences.conditional(second)).isFalse();
        assertThat(licences.filing(second).subject()).isEqualTo(3);
        assertThat(licences.grantedMicros(first)).isEqualTo(1_007);
        assertThat(licences.expiryMicros(second)).isEqualTo(2_008);
        assertThat(licences.suspendedMicros(first)).isEqualTo(Licences.NEVER);
        assertThat(licences.revokedMicros(first)).isEqualTo(Licences.NEVER);
        assertThat(licences.quotas()).isSameAs(quotas);
    }

    @Test
    void whatIsFreeIsDrawnFirstThenTheFirstLicence() {
        quotas.draw(shared, 100);
        drawnAndLeft(first, 0, 50);
        drawnAndLeft(second, 0, 30);

        quotas.draw(shared, 20);
        drawnAndLeft(first, 20, 30);
        drawnAndLeft(second, 0, 30);

        quotas.draw(shared, 45);
        drawnAndLeft(first, 50, 0);
        drawnAndLeft(second, 15, 15);
    }

    /** Of 165 drawn 15 are left to take back at once; what is held beyond 130 is held under the suspended licence. */
    @Test
    void whatIsHeldUnderASuspendedLicenceIsBeyondTheQuota() {
        quotas.draw(shared, 165);
        licences.suspend(first, 44);

        assertThat(licences.state(first)).isEqualTo(State.SUSPENDED);
        assertThat(licences.suspendedMicros(first)).isEqualTo(44);
        assertThat(quotas.withdrawingTpp(shared)).isEqualTo(35);
        drawnAndLeft(first, 35, 0);
        drawnAndLeft(second, 30, 0);

        licences.suspend(second, 45);
        assertThat(quotas.withdrawingTpp(shared)).isEqualTo(65);
        drawnAndLeft(first, 50, 0);
        drawnAndLeft(second, 15, 0);

        licences.resume(second);
        licences.resume(first);
        assertThat(licences.state(first)).isEqualTo(State.ACTIVE);
        assertThat(quotas.withdrawingTpp(shared)).isZero();
        drawnAndLeft(first, 50, 0);
        drawnAndLeft(second, 15, 15);
    }

    /** Of 165 drawn 35 are held under the suspended licence, and all else is drawn: what comes new is whole. */
    @Test
    void whatIsGrantedWhileAnotherIsSuspendedIsNotDrawn() {
        quotas.draw(shared, 165);
        licences.suspend(first, 44);
        int third = grant(9, 0, false);
        licences.add(third, shared, 40);

        drawnAndLeft(second, 30, 0);
        drawnAndLeft(third, 0, 40);
        quotas.draw(shared, 15);
        drawnAndLeft(third, 15, 25);
    }

    /** Granted at 1,007 until 2,007 and at 1,008 until 2,008; at the very instants nothing is out of order yet. */
    @Test
    void whatIsInForceOutOfItsTimeIsNamed() {
        assertThat(licences.outOfTime(1_007, none -> false)).isEqualTo(second);
        assertThat(licences.outOfTime(1_006, none -> false)).isEqualTo(first);
        assertThat(licences.outOfTime(1_008, none -> false)).isEqualTo(Licences.NONE);
        assertThat(licences.outOfTime(2_007, none -> false)).isEqualTo(Licences.NONE);
        assertThat(licences.outOfTime(2_008, none -> false)).isEqualTo(first);
        assertThat(licences.outOfTime(2_008, licence -> licence == first)).isEqualTo(Licences.NONE);
        assertThat(licences.outOfTime(2_009, licence -> licence == first)).isEqualTo(second);

        licences.expire(first);
        assertThat(licences.outOfTime(2_008, none -> false)).isEqualTo(Licences.NONE);
        assertThat(licences.outOfTime(2_007, none -> false)).isEqualTo(Licences.NONE);
        assertThat(licences.outOfTime(2_006, none -> false))
                .as("over before its time")
                .isEqualTo(first);
    }

    @Test
    void whatComesBeforeTheGrantIsOutOfOrderAndWhatComesWithItIsNot() {
        licences.suspend(first, 1_007);
        licences.revoke(first, 1_007);
        assertThat(licences.outOfTime(1_500, none -> false)).isEqualTo(Licences.NONE);
        licences.suspend(second, 1_007);
        assertThat(licences.outOfTime(1_500, none -> false)).isEqualTo(second);
        licences.suspend(second, 1_008);
        licences.revoke(second, 1_007);
        assertThat(licences.outOfTime(1_500, none -> false)).isEqualTo(second);
    }

    @Test
    void aLicenceMayBeGoodForAnInstant() {
        Filing filing = new Filing(LicenceDesk.OTHERS, 3, 0, 0, "holder", "malaysia", 5, 6);
        Application file = new Application(9, filing, 0, 0, 0, 0, DeskMeasures.OTHERS);
        licences.grant(file, false, 1_500, 1_500);

        assertThat(licences.outOfTime(1_500, none -> false)).isEqualTo(Licences.NONE);
    }

    @Test
    void whatIsRevokedOrOverIsWithdrawnOnce() {
        licences.suspend(first, 44);
        licences.revoke(first, 50);
        licences.expire(second);

        assertThat(licences.state(first)).isEqualTo(State.REVOKED);
        assertThat(licences.revokedMicros(first)).isEqualTo(50);
        assertThat(licences.revokedMicros(second)).isEqualTo(Licences.NEVER);
        assertThat(licences.state(second)).isEqualTo(State.EXPIRED);
        assertThat(quotas.grantedTpp(shared)).isEqualTo(100);
        drawnAndLeft(first, 0, 0);
        drawnAndLeft(second, 0, 0);
    }

    @Test
    void aQuotaOfItsOwnIsDrawnByItsLicenceAlone() {
        int own = grant(9, 0, false);
        licences.open(own, "key", 40);
        quotas.draw(licences.quota(own), 12);
        quotas.draw(shared, 101);

        assertThat(quotas.name(licences.quota(own)))
                .isEqualTo(new Quotas.Name("key", "holder", "malaysia", "", Integer.toString(own)));
        assertThat(licences.grantedTpp(own)).isEqualTo(40);
        drawnAndLeft(own, 12, 28);
        drawnAndLeft(first, 1, 49);
    }

    @Test
    void aLicenceWithoutAQuotaAllowsOneThingAndNoAmount() {
        int bare = grant(10, 0, false);

        assertThat(licences.quota(bare)).isEqualTo(Gatekeeper.NO_QUOTA);
        drawnAndLeft(bare, 0, 0);
        licences.suspend(bare, 1);
        licences.resume(bare);
        licences.revoke(bare, 2);
        assertThat(licences.balanced()).isTrue();
    }

    @Test
    void anAmountThatNoLicenceAddedIsSeen() {
        quotas.open(new Quotas.Name("other", "", ""), 5);
        quotas.grant(1, 7);
        assertThat(licences.balanced()).as("a quota of no licence").isTrue();

        quotas.grant(shared, 1);
        assertThat(licences.balanced()).isFalse();
    }

    @Test
    void anOwnQuotaThatGrowsIsSeen() {
        int own = grant(9, 0, false);
        licences.open(own, "key", 40);
        quotas.grant(licences.quota(own), 1);

        assertThat(licences.balanced()).isFalse();
    }

    @Test
    void moreThanTheFirstRoomIsKept() {
        int[] more = IntStream.range(20, 40)
                .map(each -> {
                    drawnAndLeft(first, 0, 50);
                    return grant(each, 0, false);
                })
                .toArray();

        assertThat(licences.size()).isEqualTo(22);
        assertThat(licences.application(more[19])).isEqualTo(39);
        assertThat(licences.application(first)).isEqualTo(7);
        drawnAndLeft(first, 0, 50);
    }
}
