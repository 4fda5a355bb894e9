package straits.engine;

import java.util.Arrays;

/**
 * The general queue: a ladder queue (W. T. Tang, R. S. M. Goh and I. L.-J. Thng, "Ladder queue: an O(1) priority queue
 * structure for large-scale discrete event simulation", ACM TOMACS 15(3), 2005, 175-204) with a heap at its foot.
 *
 * <p>Events of the far future lie unordered on top. As the clock comes near them they are dealt out over the buckets of a
 * rung; a bucket whose turn has come is dealt out over a finer rung if it holds many events, else ordered in the heap.
 * Rungs cut time by what they find, so that nothing is to be tuned: a rung dealt from the top reaches eight times the mean
 * distance of what lies there, and what lies further waits for the next. By Markov's inequality an event is passed over an
 * eighth of a time on average, however long the tail.
 *
 * <p>A cancelled event stays behind until it comes near; when more than half of all are dead, everything is dealt out anew.
 * Insertion and cancellation O(1) amortised; a poll orders one bucket of about eight. Equal times cannot be cut apart and
 * cost O(log n) each.
 */
final class Ladder {

    /** Events to a bucket that a rung aims at. */
    private static final int AIM = 8;

    /** A bucket with more is dealt out over a rung of its own. */
    private static final int CROWD = 24;

    /** Reach of a rung dealt from the top, in mean distances. */
    private static final int REACH = 8;

    /** A heap that grows beyond this by new events is dealt out. */
    private static final int SMALLEST_SPLIT = 64;

    private static final int SMALLEST_SWEEP = 64;

    private final EventSlots slots = new EventSlots();
    private final Buckets buckets = new Buckets();
    private final NearHeap near = new NearHeap(slots);
    private final Buckets.Sink toNear = this::dealNear;
    private final Buckets.Sink toFar = this::dealFar;
    private Rung[] rungs = {new Rung()};
    private int depth;

    private long top = Buckets.EMPTY;
    private long topMinMicros = Long.MAX_VALUE;
    private double topSumMicros;

    /** What lies before is in the heap, the rest on the rungs and on top. */
    private long nearEndMicros;

    private int splitAt = SMALLEST_SPLIT;
    private long live;
    private long dead;

    /** Time of the first event, or the greatest there is. */
    private long headMicros = Long.MAX_VALUE;

    long insert(long atMicros, long key, int subject, long payload) {
        int slot = slots.take(key, subject, payload);
        live++;
        if (atMicros < nearEndMicros) {
            addNear(atMicros, slot);
        } else {
            addFar(atMicros, slot);
            if (headMicros == Long.MAX_VALUE) {
                refill();
            }
        }
        return slots.handle(slot);
    }

    private void addNear(long atMicros, int slot) {
        near.push(atMicros, slot);
        headMicros = near.time(0);
        if (near.size() > splitAt) {
            split();
        }
    }

    private void addFar(long atMicros, int slot) {
        for (int rung = depth - 1; rung >= 0; rung--) {
            if (atMicros < rungs[rung].endMicros()) {
                rungs[rung].append(buckets, atMicros, slot);
                return;
            }
        }
        top = buckets.append(top, atMicros, slot);
        topMinMicros = Math.min(topMinMicros, atMicros);
        topSumMicros += atMicros;
    }

    long size() {
        return live;
    }

    long headMicros() {
        return headMicros;
    }

    long headKey() {
        return headMicros == Long.MAX_VALUE ? Long.MAX_VALUE : slots.key(near.slot(0));
    }

    int headSubject() {
        return slots.subject(near.slot(0));
    }

    long headPayload() {
        return slots.payload(near.slot(0));
    }

    void removeHead() {
        int slot = near.slot(0);
        slots.retire(slot);
        slots.giveBack(slot);
        live--;
        near.removeRoot();
        findHead();
    }

    boolean cancel(long handle) {
        int slot = slots.pendingSlot(handle);
        if (slot < 0) {
            return false;
        }
        slots.retire(slot);
        live--;
        dead++;
        if (dead > SMALLEST_SWEEP && dead > live) {
            sweep();
        } else {
            findHead();
        }
        return true;
    }

    /** Drops dead events from the root of the heap, and fills the heap when it has run empty. */
    private void findHead() {
        if (dead > 0) {
            while (near.size() > 0 && !slots.isPending(near.slot(0))) {
                bury(near.slot(0));
                near.removeRoot();
            }
        }
        if (near.size() == 0) {
            refill();
        } else {
            headMicros = near.time(0);
        }
    }

    private void bury(int slot) {
        slots.giveBack(slot);
        dead--;
    }

    /** Brings the next bucket near, until there is something or nothing is left. */
    private void refill() {
        splitAt = SMALLEST_SPLIT;
        while (near.size() == 0 && (depth > 0 || top != Buckets.EMPTY)) {
            if (depth == 0) {
                dealTop();
            } else {
                descend(rungs[depth - 1]);
            }
        }
        headMicros = near.size() == 0 ? Long.MAX_VALUE : near.time(0);
    }

    private void dealTop() {
        int count = Buckets.size(top);
        long from = topMinMicros;
        double reach = REACH * Math.max(0, topSumMicros / count - from);
        long to = (long) Math.min(Long.MAX_VALUE, from + 1.0 + reach);
        long bucket = takeTop();
        openRung(from, Math.max(from + 1, to), (long) REACH * count);
        buckets.drain(bucket, toFar);
    }

    private long takeTop() {
        long taken = top;
        top = Buckets.EMPTY;
        topMinMicros = Long.MAX_VALUE;
        topSumMicros = 0;
        return taken;
    }

    private void openRung(long fromMicros, long toMicros, long events) {
        if (depth == rungs.length) {
            rungs = Arrays.copyOf(rungs, depth + 1);
            rungs[depth] = new Rung();
        }
        rungs[depth++].open(fromMicros, toMicros, events / AIM);
        nearEndMicros = fromMicros;
    }

    private void descend(Rung rung) {
        long bucket = rung.takeNext();
        if (bucket == Buckets.EMPTY) {
            nearEndMicros = rung.endMicros();
            depth--;
        } else if (Buckets.size(bucket) > CROWD && rung.divisible()) {
            openRung(rung.takenFromMicros(), rung.takenToMicros(), Buckets.size(bucket));
            buckets.drain(bucket, toFar);
        } else {
            nearEndMicros = rung.takenToMicros();
            buckets.drain(bucket, toNear);
            near.order();
        }
    }

    private void dealNear(long atMicros, int slot) {
        if (slots.isPending(slot)) {
            near.append(atMicros, slot);
        } else {
            bury(slot);
        }
    }

    private void dealFar(long atMicros, int slot) {
        if (dead > 0 && !slots.isPending(slot)) {
            bury(slot);
        } else {
            addFar(atMicros, slot);
        }
    }

    /** New events have crowded the heap: deals it out over a rung of its own, unless it cannot be cut. */
    private void split() {
        long from = near.time(0);
        int count = near.size();
        if (nearEndMicros - from > AIM) {
            openRung(from, nearEndMicros, count);
            emptyNear();
            refill();
        }
        // What is still together is so close that dealing it out again would gain nothing before it doubles.
        splitAt = Math.max(SMALLEST_SPLIT, 2 * near.size());
    }

    private void emptyNear() {
        int count = near.size();
        near.clear();
        for (int node = 0; node < count; node++) {
            dealFar(near.time(node), near.slot(node));
        }
    }

    /** Forgets the dead and deals everything out anew. */
    private void sweep() {
        long bucket = takeTop();
        int opened = depth;
        depth = 0;
        emptyNear();
        buckets.drain(bucket, toFar);
        for (int rung = 0; rung < opened; rung++) {
            for (bucket = rungs[rung].takeNext(); bucket != Buckets.EMPTY; bucket = rungs[rung].takeNext()) {
                buckets.drain(bucket, toFar);
            }
        }
        refill();
    }
}
