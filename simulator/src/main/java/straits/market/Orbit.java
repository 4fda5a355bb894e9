package straits.market;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.tenant.ClassDemand;
import straits.market.tenant.Request;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.random.Sampler;
import straits.random.Samplers;
import straits.scenario.Retrial;
import straits.units.SimTime;

/**
 * Requests that found nothing and will come again (G. Falin and J. Templeton, Retrial Queues, 1997). Whether and when is drawn by
 * request and attempt, so that neither depends on what others did meanwhile. Slots are reused.
 */
final class Orbit {

    private final Scheduler scheduler;
    private final ClassDemand[] demand;
    private final long[] classKey;
    private final KeyedDraws whether;
    private final KeyedDraws when;
    private final Map<Integer, Sampler> after = new HashMap<>();
    private Request[] slots = new Request[0];
    private boolean[] taken = new boolean[0];
    private int[] unused = new int[0];
    private int unusedCount;
    private int count;

    Orbit(MarketParts parts, ClassDemand[] demand) {
        scheduler = parts.scheduler();
        this.demand = demand;
        classKey = new long[demand.length];
        for (int tenant = 0; tenant < demand.length; tenant++) {
            classKey[tenant] = Randomness.key(parts.catalog().tenants().slug(tenant));
        }
        whether = parts.randomness().keyed("retry");
        when = parts.randomness().keyed("retry-after");
    }

    /** Keeps a request that would end with an outcome, if it comes again. */
    boolean keeps(Request request, Outcome outcome) {
        boolean found = outcome != Outcome.NO_CAPACITY && outcome != Outcome.TOO_EXPENSIVE;
        Retrial retrial = demand[request.tenant()].spec().retrial();
        if (retrial == null || found || request.attempt() >= retrial.most()) {
            return false;
        }
        long key = classKey[request.tenant()];
        if (whether.uniform(key, request.ordinal(), request.attempt())
                >= retrial.probability().value()) {
            return false;
        }
        double u = when.uniform(key, request.ordinal(), request.attempt());
        keep(
                request,
                SimTime.durationOfDrawnHours(sampler(request.tenant(), retrial).at(u)));
        return true;
    }

    private Sampler sampler(int tenant, Retrial retrial) {
        return after.computeIfAbsent(tenant, none -> Samplers.of(retrial.after()));
    }

    private void keep(Request request, long micros) {
        if (unusedCount == 0) {
            grow(Math.max(16, 2 * slots.length));
        }
        int slot = unused[--unusedCount];
        slots[slot].copy(request);
        slots[slot].again();
        taken[slot] = true;
        count++;
        scheduler.schedule(scheduler.nowMicros() + micros, EventKind.LEASE_REQUEST, request.tenant(), -1L - slot);
    }

    private void grow(int size) {
        int old = slots.length;
        slots = Arrays.copyOf(slots, size);
        taken = Arrays.copyOf(taken, size);
        unused = Arrays.copyOf(unused, size);
        for (int slot = size - 1; slot >= old; slot--) {
            slots[slot] = new Request();
            unused[unusedCount++] = slot;
        }
    }

    /** Fills in the request that comes again, by the payload of its event. */
    void leave(long payload, Request request) {
        int slot = (int) (-1 - payload);
        request.copy(slots[slot]);
        taken[slot] = false;
        unused[unusedCount++] = slot;
        count--;
    }

    /** How many are to come again. */
    int count() {
        return count;
    }

    /** Ends all, in order of slot: the run is over. */
    void close(Placement placement) {
        for (int slot = 0; slot < slots.length; slot++) {
            if (taken[slot]) {
                placement.file(slots[slot], Outcome.STILL_WAITING);
            }
        }
    }
}
