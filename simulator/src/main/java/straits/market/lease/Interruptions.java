package straits.market.lease;

import java.util.Arrays;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.market.inventory.Inventory;
import straits.market.inventory.PoolState;
import straits.scenario.Failures;
import straits.scenario.Failures.Response;
import straits.units.Money;
import straits.units.SimTime;

/** What failures do to leases, counted by period and pool. Money in whole micro-USD. */
public final class Interruptions {

    private final Scheduler scheduler;
    private final Inventory inventory;
    private final Metering metering;
    private final LeaseBook leases;
    private final Work work;
    private final LeaseOrder order;
    private final Response response;
    private final double creditFraction;
    private final long[][] interruptions;
    private final long[][] ended;
    private final double[][] lostGpuHours;
    private final long[][] creditMicroUsd;
    private int period;

    /** No lease yet: made before the first is opened, so that their order is known. */
    public Interruptions(
            Catalog catalog, Failures failures, Scheduler scheduler, Inventory inventory, Metering metering) {
        this.scheduler = scheduler;
        this.inventory = inventory;
        this.metering = metering;
        leases = metering.leases();
        work = metering.work();
        order = leases.keepOrder(catalog.pools().size());
        response = failures.response();
        creditFraction = failures.credit().value();
        int periods = catalog.timeline().periods();
        interruptions = new long[periods][catalog.pools().size()];
        ended = new long[periods][catalog.pools().size()];
        lostGpuHours = new double[periods][catalog.pools().size()];
        creditMicroUsd = new long[periods][catalog.pools().size()];
    }

    /** The leases of each pool in opening order. */
    public LeaseOrder order() {
        return order;
    }

    /** GPUs that a lease runs on fail: some of its own, at least one. */
    public void strike(int lease, int failed) {
        int pool = leases.pool(lease);
        interruptions[period][pool]++;
        int lost = response == Response.END ? failed : Math.max(0, failed - inventory.free(pool));
        boolean ends = response == Response.END || lost == leases.gpus(lease) || (lost > 0 && leases.isSpot(lease));
        count(lease, pool, work.interrupt(leases, lease, scheduler.nowMicros(), ends));
        inventory.fail(pool, PoolState.FREE, failed - lost, scheduler.nowMicros());
        if (ends) {
            end(lease, pool, lost);
        } else {
            goOn(lease, lost);
        }
    }

    private void end(int lease, int pool, int failed) {
        ended[period][pool]++;
        metering.interrupt(lease, failed);
    }

    private void goOn(int lease, int lost) {
        boolean finishes = work.finishes(leases.tenant(lease));
        if (lost > 0) {
            int before = leases.gpus(lease);
            metering.shrink(lease, lost);
            if (finishes && leases.active(lease)) {
                work.slowDown(lease, before, before - lost);
            }
        }
        if (finishes && leases.active(lease)) {
            metering.putOff(lease, work.endMicros(leases, lease));
        }
    }

    private void count(int lease, int pool, long lostMicros) {
        double hours = SimTime.toHours(lostMicros) * leases.gpus(lease);
        lostGpuHours[period][pool] += hours;
        // A lease that ends amid a restart gives back what was counted of it, but no credit that was given.
        long charged = Money.charge(leases.hourChargeMicroUsd(lease), Math.max(0, lostMicros));
        long creditMicros = Math.round(creditFraction * charged);
        if (creditMicros > 0) {
            creditMicroUsd[period][pool] += creditMicros;
            metering.credit(lease, creditMicros);
        }
    }

    /** Time now counts for the given period. */
    public void enterPeriod(int next) {
        period = next;
    }

    /** Forgets what was counted before now. */
    public void restartMeasures() {
        for (int each = 0; each <= period; each++) {
            Arrays.fill(interruptions[each], 0);
            Arrays.fill(ended[each], 0);
            Arrays.fill(lostGpuHours[each], 0);
            Arrays.fill(creditMicroUsd[each], 0);
        }
    }

    /** How often leases of a pool were hit in a period; a lease hit by one failure counts once, whatever it lost. */
    public long interruptions(int inPeriod, int pool) {
        return interruptions[inPeriod][pool];
    }

    /** Leases of a pool that failures ended in a period. */
    public long ended(int inPeriod, int pool) {
        return ended[inPeriod][pool];
    }

    /** GPU-hours of leases whose work was lost in a period: done since the last checkpoint, and restarts. */
    public double lostGpuHours(int inPeriod, int pool) {
        return lostGpuHours[inPeriod][pool];
    }

    /** What a pool credited its tenants for them in a period, in USD. */
    public double creditUsd(int inPeriod, int pool) {
        return Money.toUsd(creditMicroUsd[inPeriod][pool]);
    }
}
