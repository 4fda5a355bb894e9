package straits.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import straits.market.tenant.Request;
import straits.measurement.LevelIntegrals;

/**
 * Requests that wait, in order of arrival, each with the pools it would accept and whether it waits for a licence. A
 * linked list over arrays; entries are reused.
 */
final class WaitingRoom {

    static final int NONE = -1;

    private final int words;
    private final int[] chipOfPool;
    private final int chips;
    private final int[] waitingOn;

    /** By pool and power of two: how many wait for so many GPUs there, and by pool the set of powers waited for. */
    private final int[] waitingBySize;

    private final int[] sizes;
    private final LevelIntegrals waiting;
    private Request[] requests = new Request[0];

    /** Pools accepted, by entry and word of a bit set; flat, since the line is walked whenever GPUs come free. */
    private long[] accepted = new long[0];

    private int[] gpusOnChip = new int[0];
    private boolean[] pending = new boolean[0];
    private long[] passed = new long[0];
    private long[] failed = new long[0];
    private final Map<Integer, List<Integer>> licences = new HashMap<>();
    private int[] rule = new int[0];
    private int[] ticket = new int[0];
    private int[] entryOfTicket = new int[0];
    private int tickets;
    private long[] expiryHandle = new long[0];
    private long[] enteredMicros = new long[0];
    private long waitedMicros;
    private int[] next = new int[0];
    private int[] previous = new int[0];
    private int first = NONE;
    private int last = NONE;
    private int unused = NONE;
    private int count;

    WaitingRoom(int[] chipOfPool, int chips, int tenants, int periods) {
        this.chipOfPool = chipOfPool;
        this.chips = chips;
        words = (chipOfPool.length + Long.SIZE - 1) / Long.SIZE;
        waitingOn = new int[chipOfPool.length];
        waitingBySize = new int[chipOfPool.length * Integer.SIZE];
        sizes = new int[chipOfPool.length];
        waiting = new LevelIntegrals(tenants, periods);
    }

    /** Takes a copy of a request in at the end of the line. */
    int enter(Request request, long nowMicros) {
        if (unused == NONE) {
            grow(Math.max(16, 2 * requests.length));
        }
        int entry = unused;
        unused = next[entry];
        requests[entry].copy(request);
        pending[entry] = false;
        passed[entry] = 0;
        failed[entry] = 0;
        enteredMicros[entry] = nowMicros;
        append(entry);
        count++;
        waiting.add(request.tenant(), 1, nowMicros);
        return entry;
    }

    private void append(int entry) {
        previous[entry] = last;
        next[entry] = NONE;
        if (last == NONE) {
            first = entry;
        } else {
            next[last] = entry;
        }
        last = entry;
    }

    private void grow(int size) {
        int old = requests.length;
        requests = Arrays.copyOf(requests, size);
        accepted = Arrays.copyOf(accepted, size * words);
        gpusOnChip = Arrays.copyOf(gpusOnChip, size * chips);
        pending = Arrays.copyOf(pending, size);
        passed = Arrays.copyOf(passed, size);
        failed = Arrays.copyOf(failed, size);
        rule = Arrays.copyOf(rule, size);
        ticket = Arrays.copyOf(ticket, size);
        expiryHandle = Arrays.copyOf(expiryHandle, size);
        enteredMicros = Arrays.copyOf(enteredMicros, size);
        next = Arrays.copyOf(next, size);
        previous = Arrays.copyOf(previous, size);
        for (int entry = size - 1; entry >= old; entry--) {
            requests[entry] = new Request();
            next[entry] = unused;
            unused = entry;
        }
    }

    void leave(int entry, long nowMicros) {
        acceptNone(entry);
        pending[entry] = false;
        if (!licences.isEmpty()) {
            licences.remove(entry);
        }
        waiting.add(requests[entry].tenant(), -1, nowMicros);
        waitedMicros += nowMicros - enteredMicros[entry];
        remove(entry);
        next[entry] = unused;
        unused = entry;
        count--;
    }

    private void remove(int entry) {
        if (previous[entry] == NONE) {
            first = next[entry];
        } else {
            next[previous[entry]] = next[entry];
        }
        if (next[entry] == NONE) {
            last = previous[entry];
        } else {
            previous[next[entry]] = previous[entry];
        }
    }

    /** Notes that an entry would take a pool, with a number of GPUs that depends on its chip only. */
    void accept(int entry, int pool, int gpus) {
        accepted[entry * words + pool / Long.SIZE] |= 1L << pool;
        gpusOnChip[entry * chips + chipOfPool[pool]] = gpus;
        waitingOn[pool]++;
        waitingBySize[pool * Integer.SIZE + power(gpus)]++;
        sizes[pool] |= 1 << power(gpus);
    }

    private static int power(int gpus) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(gpus);
    }

    private void acceptNot(int entry, int pool) {
        waitingOn[pool]--;
        int power = power(gpus(entry, pool));
        if (--waitingBySize[pool * Integer.SIZE + power] == 0) {
            sizes[pool] &= ~(1 << power);
        }
    }

    void acceptNone(int entry) {
        for (int word = 0; word < words; word++) {
            long bits = accepted[entry * words + word];
            accepted[entry * words + word] = 0;
            for (; bits != 0; bits &= bits - 1) {
                acceptNot(entry, word * Long.SIZE + Long.numberOfTrailingZeros(bits));
            }
        }
    }

    /** Adds the pools an entry accepts to a set. */
    void addAccepted(int entry, PoolSet pools) {
        pools.addAll(accepted, entry * words);
    }

    boolean accepts(int entry, int pool) {
        return (accepted[entry * words + pool / Long.SIZE] & 1L << pool) != 0;
    }

    /** GPUs an entry would take in a pool it accepts. */
    int gpus(int entry, int pool) {
        return gpusOnChip[entry * chips + chipOfPool[pool]];
    }

    boolean acceptsAny(int entry) {
        for (int word = 0; word < words; word++) {
            if (accepted[entry * words + word] != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether anybody who waits for a pool may be content with a number of GPUs there: false is certain, true is so to the
     * next power of two.
     */
    boolean mayFit(int pool, int gpus) {
        return gpus > 0 && Integer.numberOfTrailingZeros(sizes[pool]) <= power(gpus);
    }

    /** How many wait for a pool, among others. */
    int waitingOn(int pool) {
        return waitingOn[pool];
    }

    /** Whether anybody waits for a pool. */
    boolean waitedFor(int pool) {
        return waitingOn[pool] > 0;
    }

    Request request(int entry) {
        return requests[entry];
    }

    boolean pending(int entry) {
        return pending[entry];
    }

    /** Marks an entry as waiting for a licence; returns the ticket by which the decision finds it. */
    int pend(int entry, int licenceRule) {
        if (tickets == entryOfTicket.length) {
            entryOfTicket = Arrays.copyOf(entryOfTicket, Math.max(16, 2 * tickets));
        }
        pending[entry] = true;
        rule[entry] = licenceRule;
        ticket[entry] = tickets;
        entryOfTicket[tickets] = entry;
        return tickets++;
    }

    /** The entry that waits for the decision of a ticket; NONE if it has left. */
    int pendingEntry(int decided) {
        int entry = entryOfTicket[decided];
        return pending[entry] && ticket[entry] == decided ? entry : NONE;
    }

    /** A rule lets an entry pass, by its bit; only now it joins those who wait for GPUs, at the end of the line. */
    void pass(int entry, long bit) {
        resume(entry);
        passed[entry] |= bit;
    }

    /** An entry did not pass the screening of a rule, by its bit; where that rule does not apply it may still be served. */
    void fail(int entry, long bit) {
        resume(entry);
        failed[entry] |= bit;
    }

    private void resume(int entry) {
        remove(entry);
        append(entry);
        pending[entry] = false;
    }

    /** Notes a licence of an entry that may end. */
    void hold(int entry, int licence) {
        licences.computeIfAbsent(entry, none -> new ArrayList<>()).add(licence);
    }

    /** The licences of an entry that may end. */
    List<Integer> licences(int entry) {
        return licences.isEmpty() ? List.of() : licences.getOrDefault(entry, List.of());
    }

    /** The entry in the line that holds a licence which was applied for with a ticket; NONE if it has left. */
    int entryHolding(int given, int licence) {
        int entry = entryOfTicket[given];
        return licences(entry).contains(licence) ? entry : NONE;
    }

    /** The licence of an entry under a rule, by its bit, is suspended: it waits for it once more. */
    void suspend(int entry, int underRule, long bit) {
        acceptNone(entry);
        passed[entry] &= ~bit;
        if (!pending[entry]) {
            pending[entry] = true;
            rule[entry] = underRule;
        }
    }

    /** A rule lets an entry pass, by its bit; it keeps its place. */
    void allow(int entry, long bit) {
        passed[entry] |= bit;
    }

    /** The application of an entry is moot; its decision will find nobody. */
    void withdraw(int entry) {
        pending[entry] = false;
    }

    /** The bits of the rules that have let an entry pass. */
    long passed(int entry) {
        return passed[entry];
    }

    int rule(int entry) {
        return rule[entry];
    }

    /** The bits of the rules whose screening an entry did not pass. */
    long failed(int entry) {
        return failed[entry];
    }

    long expiryHandle(int entry) {
        return expiryHandle[entry];
    }

    void expiryHandle(int entry, long handle) {
        expiryHandle[entry] = handle;
    }

    int first() {
        return first;
    }

    int next(int entry) {
        return next[entry];
    }

    int count() {
        return count;
    }

    LevelIntegrals measures() {
        return waiting;
    }

    /** Forgets what was measured before now. */
    void restart(long nowMicros) {
        waiting.restart(nowMicros);
        waitedMicros = 0;
        for (int entry = first; entry != NONE; entry = next[entry]) {
            enteredMicros[entry] = nowMicros;
        }
    }

    /** What all have waited since measuring began, one by one, in microseconds; those in the line up to now. */
    long waitedMicros(long nowMicros) {
        long sum = waitedMicros;
        for (int entry = first; entry != NONE; entry = next[entry]) {
            sum += nowMicros - enteredMicros[entry];
        }
        return sum;
    }
}
