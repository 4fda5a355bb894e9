package straits.cases;

import straits.catalog.Catalog;
import straits.market.lease.LeaseBook;
import straits.market.lease.LeaseEnd;
import straits.simulation.Observer;
import straits.units.SimTime;

/** How the leases of each tenant ended, and how long they took, but for those signed in the last hours of a run. */
final class Lives implements Observer {

    private final long lastMicros;
    private final long[][] ends;
    private final double[] hours;

    Lives(Catalog catalog, double butTheLastHours) {
        lastMicros = catalog.timeline().horizonMicros() - SimTime.ofHours(butTheLastHours);
        ends = new long[catalog.tenants().size()][LeaseEnd.values().length];
        hours = new double[catalog.tenants().size()];
    }

    @Override
    public void leaseEnded(long nowMicros, LeaseBook leases, int lease, LeaseEnd reason) {
        if (leases.signedMicros(lease) < lastMicros) {
            ends[leases.tenant(lease)][reason.ordinal()]++;
            hours[leases.tenant(lease)] += SimTime.toHours(nowMicros - leases.signedMicros(lease));
        }
    }

    double ended(int tenant, LeaseEnd reason) {
        return ends[tenant][reason.ordinal()];
    }

    double ended(int tenant) {
        double sum = 0;
        for (long count : ends[tenant]) {
            sum += count;
        }
        return sum;
    }

    /** From signing to end, of all together. */
    double hours(int tenant) {
        return hours[tenant];
    }
}
