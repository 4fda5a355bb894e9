package straits.engine;

import java.util.Arrays;

/**
 * The general queue: a ladder queue (W. T. Tang, R. S. M. Goh and I. L.-J. Thng, "Ladder queue: an O(1) priority queue
 * structure for large-scale discrete event simulation", ACM TOMACS 15(3), 2005, 175-204) with a run and a heap at its foot.
 *
 * <p>Events of the far future lie unordered on top. As the clock comes near them they are dealt out over the buckets of a
 * rung; a bucket whose turn has come is dealt out over a finer rung if it holds many events, else put in order as a run.
 * Rungs cut time by what they find, so that nothing is to be tuned: a rung dealt from the top reaches eight times the mean
 * distance of what lies there, and what lies further waits for the next. By Markov's inequality an event is passed over an
 * eighth of a time on average, however long the tail.
 *
 * <p>A cancelled event stays behind until it comes near; when more than half of all are dead, everything is dealt out anew.
 * Insertion and cancellation O(1) amortised; a bucket of about twelve is put in order at once. Equal times cannot be cut apart and
 * cost O(log n) each.
 */
final class Ladder {

    /** Events to a bucket that a rung aims at. */
    private static final int AIM = 12;

    /** Reach of a rung dealt from the top, in mean distances. */
    private static final int REACH = 8;

    /** A heap that grows beyond this by new events is dealt out. */
    private static final int SMALLEST_SPLIT = 64;

    private static final int SMALLEST_SWEEP = 64;

    private final EventSlots slots = new EventSlots();
    private final Buckets buckets = new Buckets();
    private final Near near = new Near(slots);
    private final Buckets.Sink toNear = this::dealNear;
    private final Buckets.Sink toFar = this::dealFar;
    private Rung[] rungs = {new Rung()};
    private int depth;

    private long top = Buckets.EMPTY;
    private long topMinMicros = Long.MAX_VALUE;
    private double topSumMicros;

    /** What lies before is near, the rest on the rungs and on top. */
    private long nearEndMicros;

    private int splitAt = SMALLEST_SPLIT;
    private long live;
    private long dead;

    long insert(long atMicros, long key, int subject, long payload) {
        long handle = slots.take(atMicros, key, subject, payload);
        int slot = EventSlots.slot(handle);
        live++;
        if (atMicros < nearEndMicros) {
            addNear(atMicros, slot);
        } else {
            addFar(atMicros, slot);
            if (near.isEmpty()) {
                refill();
            }
        }
        return handle;
    }

    private void addNear(long atMicros, int slot) {
        near.add(atMicros, slot);
        if (near.heaped() > splitAt) {
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
        top = buckets.append(top, slot);
        topMinMicros = Math.min(topMinMicros, atMicros);
        topSumMicros += atMicros;
    }

    long size() {
        return live;
    }

    /** Time of the first event, or the greatest there is. */
    long headMicros() {
        return near.headMicros();
    }

    long headKey() {
        return near.isEmpty() ? Long.MAX_VALUE : slots.key(near.headSlot());
    }

    int headSubject() {
        return slots.subject(near.headSlot());
    }

    long headPayload() {
        return slots.payload(near.headSlot());
    }

    void removeHead() {
        int slot = near.headSlot();
        slots.retire(slot);
        slots.giveBack(slot);
        live--;
        near.removeHead();
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

    /** Drops dead events from the head, and deals out the next bucket when nothing is left. */
    private void findHead() {
        while (dead > 0 && !near.isEmpty() && !slots.isPending(near.headSlot())) {
            bury(near.headSlot());
            near.removeHead();
        }
        if (near.isEmpty()) {
            refill();
        }
    }

    private void bury(int slot) {
        slots.giveBack(slot);
        dead--;
    }

    /** Brings the next bucket near, until there is something or nothing is left. */
    private void refill() {
        splitAt = SMALLEST_SPLIT;
        while (near.isEmpty() && (depth > 0 || top != Buckets.EMPTY)) {
            if (depth == 0) {
                dealTop();
            } else {
                descend(rungs[depth - 1]);
            }
        }
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
        } else if (isCrowd(rung, Buckets.size(bucket))) {
            openRung(rung.takenFromMicros(), rung.takenToMicros(), Buckets.size(bucket));
            buckets.drain(bucket, toFar);
        } else {
            nearEndMicros = rung.takenToMicros();
            near.begin(rung.takenFromMicros(), Buckets.size(bucket));
            buckets.drain(bucket, toNear);
            near.order();
        }
    }

    /** Whether the bucket taken last is to be dealt out over a rung of its own: if it fits into no run, and can be cut. */
    private static boolean isCrowd(Rung rung, int events) {
        boolean tooLong = rung.takenToMicros() - rung.takenFromMicros() > Near.LONGEST_MICROS;
        return (events > Near.MOST || tooLong) && rung.divisible();
    }

    private void dealNear(int slot) {
        if (slots.isPending(slot)) {
            near.deal(slot);
        } else {
            bury(slot);
        }
    }

    private void dealFar(int slot) {
        if (slots.isPending(slot)) {
            addFar(slots.micros(slot), slot);
        } else {
            bury(slot);
        }
    }

    /** New events have crowded the heap: deals it out over a rung of its own, unless it cannot be cut. */
    private void split() {
        long from = near.headMicros();
        int count = near.heaped();
        if (nearEndMicros - from > AIM) {
            openRung(from, nearEndMicros, count);
            near.drain(toFar);
            refill();
        }
        // What is still together is so close that dealing it out again would gain nothing before it doubles.
        splitAt = Math.max(SMALLEST_SPLIT, 2 * near.heaped());
    }

    /** Forgets the dead and deals everything out anew. */
    private void sweep() {
        long bucket = takeTop();
        int opened = depth;
        depth = 0;
        near.drain(toFar);
        buckets.drain(bucket, toFar);
        for (int rung = 0; rung < opened; rung++) {
            for (bucket = rungs[rung].takeNext(); bucket != Buckets.EMPTY; bucket = rungs[rung].takeNext()) {
                buckets.drain(bucket, toFar);
            }
        }
        refill();
    }
}
