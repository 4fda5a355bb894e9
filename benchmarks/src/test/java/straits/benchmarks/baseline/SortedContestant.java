package straits.benchmarks.baseline;

import java.util.Comparator;
import java.util.TreeSet;
import straits.event.EventKind;

/** An engine whose order and delays a test can spoil. */
final class SortedContestant implements Contestant {

    record Entry(long atMicros, EventKind kind, long sequence, int subject) {}

    private final HoldModel model;
    private final TreeSet<Entry> pending;
    private final long extraMicros;
    private long nextSequence;
    private long nowMicros;

    SortedContestant(HoldModel model, Comparator<Entry> order, long extraMicros) {
        this.model = model;
        this.extraMicros = extraMicros;
        pending = new TreeSet<>(order);
    }

    @Override
    public void schedule(long delayMicros, EventKind kind, int subject) {
        pending.add(new Entry(nowMicros + delayMicros + extraMicros, kind, nextSequence++, subject));
    }

    @Override
    public void reschedule(long delayMicros, EventKind kind, int subject) {
        pending.removeIf(entry -> entry.subject() == subject);
        schedule(delayMicros, kind, subject);
    }

    @Override
    public void run() {
        boolean goesOn = true;
        while (goesOn) {
            Entry entry = pending.first();
            pending.remove(entry);
            nowMicros = entry.atMicros();
            goesOn = model.on(entry.kind(), entry.subject(), nowMicros);
        }
    }

    @Override
    public long nowMicros() {
        return nowMicros;
    }
}
