package straits.market;

import java.util.Arrays;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.lease.LeaseEndListener;
import straits.market.lease.Metering;
import straits.market.tenant.ClassDemand;
import straits.market.tenant.ClosedPopulation;
import straits.market.tenant.Request;

/** Members of closed populations: each has at any time one request, one lease, or one thought to its end. */
final class Members implements LeaseEndListener {

    private static final int NONE = -1;

    private final Scheduler scheduler;
    private final Metering metering;
    private final ClassDemand[] demand;
    private final long horizonMicros;
    private int[] memberOfLease = new int[0];

    Members(MarketParts parts, ClassDemand[] demand) {
        scheduler = parts.scheduler();
        metering = parts.metering();
        this.demand = demand;
        horizonMicros = parts.catalog().timeline().horizonMicros();
    }

    /** All think, from the start of the run. */
    void start() {
        for (int tenant = 0; tenant < demand.length; tenant++) {
            ClosedPopulation population = demand[tenant].population();
            int members = population == null ? 0 : population.members();
            for (int member = 0; member < members; member++) {
                think(tenant, member);
            }
            if (members > 0) {
                metering.afterwards(this);
            }
        }
    }

    private void think(int tenant, int member) {
        ClosedPopulation population = demand[tenant].population();
        long at = population == null
                ? Long.MAX_VALUE
                : scheduler.nowMicros() + Math.max(1, population.thinkMicros(member));
        if (at < horizonMicros) {
            scheduler.schedule(at, EventKind.LEASE_REQUEST, tenant, 1L + member);
        }
    }

    /** Draws the request of a member, by the payload of its event. */
    void draw(int tenant, long payload, Request request) {
        ClosedPopulation population = demand[tenant].population();
        if (population == null) {
            throw new IllegalStateException("class " + tenant + " has no members");
        }
        population.draw(request, (int) (payload - 1), scheduler.nowMicros());
    }

    /** A lease is about to begin: if it is a member's, that one thinks after its end. */
    void leased(Request request, int lease) {
        if (demand[request.tenant()].population() == null && lease >= memberOfLease.length) {
            return;
        }
        if (lease >= memberOfLease.length) {
            int old = memberOfLease.length;
            memberOfLease = Arrays.copyOf(memberOfLease, Math.max(64, 2 * lease));
            Arrays.fill(memberOfLease, old, memberOfLease.length, NONE);
        }
        boolean member = demand[request.tenant()].population() != null;
        memberOfLease[lease] = member ? ClosedPopulation.member(request) : NONE;
    }

    /** A request ended without a lease: if it was a member's, that one thinks again. */
    void unserved(Request request) {
        if (demand[request.tenant()].population() != null) {
            think(request.tenant(), ClosedPopulation.member(request));
        }
    }

    @Override
    public void leaseEnded(int lease) {
        int member = lease < memberOfLease.length ? memberOfLease[lease] : NONE;
        if (member != NONE) {
            memberOfLease[lease] = NONE;
            think(metering.leases().tenant(lease), member);
        }
    }
}
