package straits.cases;

import straits.market.lease.LeaseBook;
import straits.market.lease.LeaseEnd;
import straits.simulation.Observer;
import straits.simulation.Snapshot;
import straits.units.SimTime;

/** Watches the number of leases in one pool after the warm-up: how many began, and the mean and variance over time. */
final class Occupancy implements Observer {

    private final int pool;
    private final long warmUpMicros;
    private long begun;
    private double leaseMicros;
    private double squareMicros;
    private int level;
    private long sinceMicros;
    private Ended ended = new Ended(0, 0, 0);

    /** What a run had been when it ended. */
    record Ended(long begun, double mean, double variance) {}

    Occupancy(int pool, double warmUpHours) {
        this.pool = pool;
        warmUpMicros = SimTime.ofHours(warmUpHours);
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

    private void move(int delta, long nowMicros) {
        double micros = Math.max(0, nowMicros - Math.max(sinceMicros, warmUpMicros));
        leaseMicros += micros * level;
        squareMicros += micros * level * level;
        level += delta;
        sinceMicros = nowMicros;
    }

    @Override
    public void ended(Snapshot run) {
        double micros = Measures.hours(run) * SimTime.MICROS_PER_HOUR;
        move(-level, run.catalog().timeline().horizonMicros());
        double mean = leaseMicros / micros;
        ended = new Ended(begun, mean, squareMicros / micros - mean * mean);
        begun = 0;
        leaseMicros = 0;
        squareMicros = 0;
        sinceMicros = 0;
    }

    /** The run that has just ended. */
    Ended last() {
        return ended;
    }
}
