package straits.benchmarks.baseline;

import java.util.Comparator;
import java.util.TreeSet;

/**
 * The hold model once more, on a sorted set: slow, and too short to be wrong. It shares no loop and no list with any
 * contestant, so that running it spoils what the JIT has learnt of none.
 */
final class Oracle {

    private record Entry(long atMicros, int phase, long sequence, int subject) {}

    private static final Comparator<Entry> ORDER = Comparator.comparingLong(Entry::atMicros)
            .thenComparingInt(Entry::phase)
            .thenComparingLong(Entry::sequence);

    private final Plan plan;
    private final TreeSet<Entry> pending = new TreeSet<>(ORDER);
    private final Entry[] entries;
    private long step;
    private long nowMicros;
    private long hash;

    /** Runs that many events. */
    Oracle(Plan plan, long events) {
        this.plan = plan;
        entries = new Entry[plan.pending()];
        for (int subject = 0; subject < plan.pending(); subject++) {
            schedule(subject);
        }
        for (long event = 0; event < events; event++) {
            handle(pending.pollFirst());
        }
    }

    private void schedule(int subject) {
        int phase = HoldModel.kind(subject).phase();
        Entry entry = new Entry(nowMicros + plan.delayMicros(step), phase, step, subject);
        step++;
        entries[subject] = entry;
        pending.add(entry);
    }

    private void handle(Entry entry) {
        nowMicros = entry.atMicros();
        hash = HoldModel.mark(hash, HoldModel.kind(entry.subject()), entry.subject(), nowMicros);
        int victim = plan.victim(step);
        schedule(entry.subject());
        if (victim != Plan.NOBODY) {
            pending.remove(entries[victim]);
            schedule(victim);
        }
    }

    long nowMicros() {
        return nowMicros;
    }

    long hash() {
        return hash;
    }
}
