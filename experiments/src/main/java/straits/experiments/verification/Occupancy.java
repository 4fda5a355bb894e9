package straits.experiments.verification;

import straits.catalog.Timeline;
import straits.market.lease.LeaseBook;
import straits.market.lease.LeaseEnd;
import straits.simulation.Observer;
import straits.simulation.Snapshot;

/** Watches the number of leases in one pool after the warm-up: how many began, and the mean and variance over time. */
final class Occupancy implements Observer {

    private final int pool;
    private final long warmUpMicros;
    private final long horizonMicros;
    private long begun;
    private double leaseMicros;
    private double squareMicros;
    private int level;
    private long sinceMicros;

    Occupancy(int pool, Timeline timeline) {
        this.pool = pool;
        warmUpMicros = timeline.warmUpMicros();
        horizonMicros = timeline.horizonMicros();
    }

    @Override
    public void leaseStarted(long nowMicros, LeaseBook leases, int lease) {
        if (leases.pool(lease) == pool) {
            begun += nowMicros >= warmUpMicros ? 1 : 0;
            move(1, nowMicros);
        }
    }

    @Override
    public void leaseEnded(long nowMicros, LeaseBook leases, int lease, LeaseEnd reason) {
        if (leases.pool(lease) == pool) {
            move(-1, nowMicros);
        }
    }

    @Override
    public void ended(Snapshot run) {
        move(0, horizonMicros);
    }

    private void move(int delta, long nowMicros) {
        double micros = Math.max(0, nowMicros - Math.max(sinceMicros, warmUpMicros));
        leaseMicros += micros * level;
        squareMicros += micros * level * level;
        level += delta;
        sinceMicros = nowMicros;
    }

    double begun() {
        return begun;
    }

    /** Variance over mean. */
    double peakedness() {
        double micros = horizonMicros - warmUpMicros;
        double mean = leaseMicros / micros;
        return (squareMicros / micros - mean * mean) / mean;
    }
}
