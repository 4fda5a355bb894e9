package straits.experiments.montecarlo;

import java.util.Arrays;
import straits.catalog.Catalog;
import straits.market.lease.LeaseBook;
import straits.market.lease.LeaseEnd;
import straits.scenario.Workload;
import straits.simulation.Observer;

/** What is leased, in h100e by training performance, as averages over equal intervals of a run from its start on, warm-up included. */
final class HeldSeries implements Observer {

    private final Catalog catalog;
    private final int tenant;
    private final long everyMicros;
    private final double[] h100eMicros;
    private double level;
    private long sinceMicros;

    /**
     * Nothing seen yet.
     *
     * @param tenant id of the tenant, or -1 for all
     * @param everyMicros length of an interval; what is left at the end of the run is no interval
     */
    HeldSeries(Catalog catalog, int tenant, long everyMicros) {
        this.catalog = catalog;
        this.tenant = tenant;
        this.everyMicros = everyMicros;
        h100eMicros = new double[(int) (catalog.timeline().horizonMicros() / everyMicros)];
    }

    @Override
    public void leaseStarted(long nowMicros, LeaseBook leases, int lease) {
        change(nowMicros, leases, lease, 1);
    }

    @Override
    public void leaseEnded(long nowMicros, LeaseBook leases, int lease, LeaseEnd reason) {
        change(nowMicros, leases, lease, -1);
    }

    private void change(long nowMicros, LeaseBook leases, int lease, int sign) {
        if (tenant < 0 || leases.tenant(lease) == tenant) {
            settle(nowMicros);
            int chip = catalog.pools().chip(leases.pool(lease));
            level += sign * leases.gpus(lease) * catalog.h100ePerGpu(Workload.TRAINING, chip);
        }
    }

    private void settle(long nowMicros) {
        while (sinceMicros < nowMicros) {
            int interval = (int) (sinceMicros / everyMicros);
            if (interval == h100eMicros.length) {
                return;
            }
            long until = Math.min(nowMicros, (interval + 1) * everyMicros);
            h100eMicros[interval] += level * (until - sinceMicros);
            sinceMicros = until;
        }
    }

    /** The averages of a run that has ended. */
    double[] averages() {
        settle(catalog.timeline().horizonMicros());
        return Arrays.stream(h100eMicros).map(sum -> sum / everyMicros).toArray();
    }
}
