package straits.market.failure;

import java.util.Arrays;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.inventory.Inventory;
import straits.random.KeyedDraws;
import straits.units.SimTime;

/**
 * When nodes fail. Every node that is up fails at the same constant rate, so that the next failure of a pool comes when its hazard, rate
 * x nodes up integrated over time, has grown by an exponential amount (a Poisson process by random time change: Daley and Vere-Jones, An
 * Introduction to the Theory of Point Processes, 2003, section 7.4). The amounts are drawn by pool and ordinal of the failure: they do
 * not depend on who leases what, nor on how many nodes there are.
 */
final class FailureClock {

    private static final long NEVER = -1;

    private final Scheduler scheduler;
    private final Inventory inventory;
    private final KeyedDraws draws;
    private final long horizonMicros;
    private final NodeLaw[] laws;

    /** Failures of each pool so far. */
    private final long[] ordinal;

    /** Hazard to go to the next failure, as of the time below. */
    private final double[] hazardLeft;

    private final long[] sinceMicros;
    private final int[] nodesUp;
    private final long[] handle;

    FailureClock(Scheduler scheduler, Inventory inventory, KeyedDraws draws, long horizonMicros, NodeLaw[] laws) {
        this.scheduler = scheduler;
        this.inventory = inventory;
        this.draws = draws;
        this.horizonMicros = horizonMicros;
        this.laws = laws;
        ordinal = new long[laws.length];
        hazardLeft = new double[laws.length];
        sinceMicros = new long[laws.length];
        nodesUp = new int[laws.length];
        handle = new long[laws.length];
        Arrays.fill(handle, NEVER);
    }

    void start() {
        for (int pool = 0; pool < laws.length; pool++) {
            if (laws[pool].ratePerHour() > 0) {
                wind(pool);
                look(pool);
            }
        }
    }

    /** Draws what hazard the next failure takes. */
    private void wind(int pool) {
        hazardLeft[pool] = -StrictMath.log1p(-draws.uniform(laws[pool].key(), ordinal[pool], Purpose.WHEN));
    }

    /** Reads anew how many nodes of a pool are up, after that may have changed. */
    void look(int pool) {
        NodeLaw law = laws[pool];
        int up = law.nodes(inventory.up(pool));
        if (up != nodesUp[pool] && law.ratePerHour() > 0) {
            age(pool);
            nodesUp[pool] = up;
            reschedule(pool);
        }
    }

    private void age(int pool) {
        long now = scheduler.nowMicros();
        double hours = SimTime.toHours(now - sinceMicros[pool]);
        hazardLeft[pool] = Math.max(0, hazardLeft[pool] - hazardPerHour(pool) * hours);
        sinceMicros[pool] = now;
    }

    private double hazardPerHour(int pool) {
        return laws[pool].ratePerHour() * nodesUp[pool];
    }

    private void reschedule(int pool) {
        if (handle[pool] != NEVER) {
            scheduler.cancel(handle[pool]);
        }
        handle[pool] = NEVER;
        double hours = nodesUp[pool] == 0 ? Double.MAX_VALUE : hazardLeft[pool] / hazardPerHour(pool);
        long at = scheduler.nowMicros() + SimTime.durationOfDrawnHours(hours);
        if (at < horizonMicros) {
            handle[pool] = scheduler.schedule(at, EventKind.CAPACITY_LOSS, pool, Outages.NODE);
        }
    }

    /** A node fails now; says which failure of the pool it is, from 0, and winds the clock for the next. */
    long strike(int pool) {
        handle[pool] = NEVER;
        sinceMicros[pool] = scheduler.nowMicros();
        long which = ordinal[pool]++;
        wind(pool);
        reschedule(pool);
        return which;
    }

    /** Whether the clock knows how many nodes of each pool are up. */
    boolean knowsAll() {
        for (int pool = 0; pool < laws.length; pool++) {
            NodeLaw law = laws[pool];
            if (law.ratePerHour() > 0 && law.nodes(inventory.up(pool)) != nodesUp[pool]) {
                return false;
            }
        }
        return true;
    }
}
