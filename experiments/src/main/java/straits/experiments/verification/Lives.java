package straits.experiments.verification;

import java.util.Arrays;
import straits.catalog.Catalog;
import straits.market.lease.LeaseBook;
import straits.market.lease.LeaseEnd;
import straits.simulation.Observer;
import straits.units.SimTime;

/** How the leases of each tenant ended, and how long they took, but for those signed in the last hours of a run, which might outlive it. */
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

    double completed(int tenant) {
        return ends[tenant][LeaseEnd.COMPLETED.ordinal()];
    }

    double ended(int tenant) {
        return Arrays.stream(ends[tenant]).sum();
    }

    /** From signing to end, of all together. */
    double hours(int tenant) {
        return hours[tenant];
    }
}
