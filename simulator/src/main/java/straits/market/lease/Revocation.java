package straits.market.lease;

import straits.regulation.Gatekeeper;

/** Ends leases before their time where a rule says so, or the end of the licence they were signed under. */
public final class Revocation {

    private final Gatekeeper gatekeeper;
    private final Metering metering;
    private final LeaseBook leases;

    /** Nothing is revoked yet. */
    public Revocation(Gatekeeper gatekeeper, Metering metering) {
        this.gatekeeper = gatekeeper;
        this.metering = metering;
        leases = metering.leases();
    }

    /** Ends leases that draw on a quota, those that would run longest first, until what is left of it covers the others. */
    public void endBeyond(int quota) {
        int lease = longest(quota);
        while (lease >= 0 && gatekeeper.quotas().withdrawingTpp(quota) > 0) {
            revoke(lease);
            lease = longest(quota);
        }
    }

    private int longest(int quota) {
        int longest = -1;
        for (int lease = 0; lease < leases.highWater(); lease++) {
            boolean draws = leases.active(lease) && gatekeeper.drawsOn(leases.draw(lease), quota);
            if (draws && (longest < 0 || leases.endMicros(lease) > leases.endMicros(longest))) {
                longest = lease;
            }
        }
        return longest;
    }

    /** Ends a lease. */
    void revoke(int lease) {
        metering.endEarly(lease, LeaseEnd.REVOKED);
    }
}
