package straits.market.failure;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;

/**
 * Repair crews: each works on one node at a time, first failed, first repaired. The crews of a provider at a site serve all its pools
 * there. A repair is known by a ticket, which is used again once it is over.
 */
final class Repairs {

    private static final int NONE = -1;

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final OutageMeasures measures;
    private final int crews;
    private final int[] busy;

    /** Of each group of crews, the tickets that wait. */
    private final int[] firstWaiting;

    private final int[] lastWaiting;

    private int[] pool = new int[16];
    private int[] rentable = new int[16];
    private int[] captive = new int[16];
    private long[] micros = new long[16];
    private boolean[] byCrew = new boolean[16];
    private int[] next = new int[16];
    private int unused = NONE;
    private int tickets;

    /**
     * No failed node yet.
     *
     * @param crews of each provider at each site; null for as many as there are failed nodes
     */
    Repairs(Catalog catalog, Scheduler scheduler, OutageMeasures measures, @Nullable Integer crews) {
        this.catalog = catalog;
        this.scheduler = scheduler;
        this.measures = measures;
        this.crews = crews == null ? Integer.MAX_VALUE : crews;
        int groups = catalog.providers().size() * catalog.sites().size();
        busy = new int[groups];
        firstWaiting = new int[groups];
        lastWaiting = new int[groups];
        Arrays.fill(firstWaiting, NONE);
    }

    private int group(int ticket) {
        int at = pool[ticket];
        return catalog.pools().provider(at) * catalog.sites().size()
                + catalog.pools().site(at);
    }

    /** A node waits for a crew and then takes one for a time. */
    void repair(int ofPool, int rentableGpus, int captiveGpus, long repairMicros) {
        int ticket = ticket(ofPool, rentableGpus, captiveGpus, repairMicros, true);
        int group = group(ticket);
        if (busy[group] < crews) {
            begin(group, ticket);
        } else if (firstWaiting[group] == NONE) {
            firstWaiting[group] = ticket;
            lastWaiting[group] = ticket;
        } else {
            next[lastWaiting[group]] = ticket;
            lastWaiting[group] = ticket;
        }
    }

    /** What is back by itself after a time. */
    void restore(int ofPool, int rentableGpus, int captiveGpus, long afterMicros) {
        schedule(ticket(ofPool, rentableGpus, captiveGpus, afterMicros, false));
    }

    private void begin(int group, int ticket) {
        busy[group]++;
        measures.crews(pool[ticket], 1, scheduler.nowMicros());
        schedule(ticket);
    }

    private void schedule(int ticket) {
        long at = scheduler.nowMicros() + micros[ticket];
        if (at < catalog.timeline().horizonMicros()) {
            scheduler.schedule(at, EventKind.REPAIR, ticket, 0);
        }
    }

    private int ticket(int ofPool, int rentableGpus, int captiveGpus, long repairMicros, boolean crew) {
        int ticket = unused == NONE ? fresh() : unused;
        unused = ticket == unused ? next[ticket] : unused;
        pool[ticket] = ofPool;
        rentable[ticket] = rentableGpus;
        captive[ticket] = captiveGpus;
        micros[ticket] = repairMicros;
        byCrew[ticket] = crew;
        next[ticket] = NONE;
        return ticket;
    }

    private int fresh() {
        if (tickets == pool.length) {
            pool = Arrays.copyOf(pool, 2 * tickets);
            rentable = Arrays.copyOf(rentable, 2 * tickets);
            captive = Arrays.copyOf(captive, 2 * tickets);
            micros = Arrays.copyOf(micros, 2 * tickets);
            byCrew = Arrays.copyOf(byCrew, 2 * tickets);
            next = Arrays.copyOf(next, 2 * tickets);
        }
        return tickets++;
    }

    /** The repair of a ticket is over: its crew takes the node that waits longest, and the ticket may be used again. */
    void over(int ticket) {
        if (byCrew[ticket]) {
            int group = group(ticket);
            busy[group]--;
            measures.crews(pool[ticket], -1, scheduler.nowMicros());
            int waiting = firstWaiting[group];
            if (waiting != NONE) {
                firstWaiting[group] = next[waiting];
                begin(group, waiting);
            }
        }
        next[ticket] = unused;
        unused = ticket;
    }

    /** GPUs of a pool that are under repair, wait for it, or come back by themselves. */
    int gpus(int ofPool) {
        BitSet over = new BitSet();
        for (int ticket = unused; ticket != NONE; ticket = next[ticket]) {
            over.set(ticket);
        }
        int sum = 0;
        for (int ticket = 0; ticket < tickets; ticket++) {
            sum += pool[ticket] == ofPool && !over.get(ticket) ? rentable[ticket] + captive[ticket] : 0;
        }
        return sum;
    }

    /** Most crews of a provider at a site that work now. */
    int mostBusy() {
        return Arrays.stream(busy).max().orElse(0);
    }

    /** Crews of each provider at each site; {@link Integer#MAX_VALUE} for as many as there are failed nodes. */
    int crews() {
        return crews;
    }

    int pool(int ticket) {
        return pool[ticket];
    }

    int rentable(int ticket) {
        return rentable[ticket];
    }

    int captive(int ticket) {
        return captive[ticket];
    }
}
