package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import straits.event.EventKind;
import straits.simulation.Observer;

/**
 * Finds the first event in which two runs differ. A run has millions of them: the first pass keeps a hash per block of events, the
 * second the events of the one block in which the hashes first differ.
 */
public final class EventTrace implements Observer {

    private static final int BLOCK = 1 << 16;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;

    private final List<Long> hashes = new ArrayList<>();
    private final List<Event> recorded = new ArrayList<>();
    private final long record;
    private long count;
    private long hash = FNV_OFFSET;

    private EventTrace(long record) {
        this.record = record;
    }

    /** Runs a replication under the eyes of an observer. */
    @FunctionalInterface
    public interface Run {
        /** Does it; called twice. */
        void observed(Observer observer);
    }

    /**
     * An event.
     *
     * @param number its number in the run, from 0
     * @param micros its time, since the start
     * @param kind what happens
     * @param subject to what
     * @param payload what else
     */
    public record Event(long number, long micros, EventKind kind, int subject, long payload) {

        /** In words, as "event 17 lease_request of 2 with 5". */
        @Override
        public String toString() {
            return "event " + number + ", " + kind.name().toLowerCase(Locale.ROOT) + " of " + subject + " with "
                    + payload;
        }
    }

    /**
     * The first difference; an event is null where that run has ended.
     *
     * @param one event of the first run
     * @param other event of the second
     */
    public record Difference(@Nullable Event one, @Nullable Event other) {}

    /** The first event in which two runs differ; null if none does. */
    public static @Nullable Difference first(Run one, Run other) {
        List<Long> ones = traced(one, -1).ended();
        List<Long> others = traced(other, -1).ended();
        int block = 0;
        while (block < ones.size() && block < others.size() && ones.get(block).equals(others.get(block))) {
            block++;
        }
        if (block == ones.size() && block == others.size()) {
            return null;
        }
        return first(traced(one, block).recorded, traced(other, block).recorded);
    }

    private static EventTrace traced(Run run, long record) {
        EventTrace trace = new EventTrace(record);
        run.observed(trace);
        return trace;
    }

    private static @Nullable Difference first(List<Event> ones, List<Event> others) {
        for (int at = 0; at < Math.max(ones.size(), others.size()); at++) {
            Event one = at < ones.size() ? ones.get(at) : null;
            Event other = at < others.size() ? others.get(at) : null;
            if (one == null || !one.equals(other)) {
                return new Difference(one, other);
            }
        }
        return null;
    }

    /** The hashes of all blocks, the last one perhaps short. */
    private List<Long> ended() {
        hashes.add(hash ^ count);
        return hashes;
    }

    @Override
    public void event(long nowMicros, EventKind kind, int subject, long payload) {
        if (count / BLOCK == record) {
            recorded.add(new Event(count, nowMicros, kind, subject, payload));
        }
        hash = ((((hash ^ nowMicros) * FNV_PRIME ^ kind.ordinal()) * FNV_PRIME ^ subject) * FNV_PRIME ^ payload)
                * FNV_PRIME;
        count++;
        if (count % BLOCK == 0) {
            hashes.add(hash);
        }
    }
}
