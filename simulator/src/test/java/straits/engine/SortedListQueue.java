package straits.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import straits.event.EventKind;

/** The contract of {@link EventQueue} written down without any thought of speed: a list kept sorted. */
final class SortedListQueue implements EventQueue {

    private record Entry(
            long handle,
            long atMicros,
            EventKind kind,
            int subject,
            long payload,
            long first,
            long second,
            long third) {}

    private static final Comparator<Entry> ORDER = Comparator.comparingLong(Entry::atMicros)
            .thenComparingInt(entry -> entry.kind().phase())
            .thenComparingLong(Entry::handle);

    private final List<Entry> entries = new ArrayList<>();
    private long nextHandle = 1;
    private Entry polled = new Entry(0, 0, EventKind.PERIOD_START, 0, 0, 0, 0, 0);

    @Override
    public long insert(long atMicros, EventKind kind, int subject, long payload) {
        return add(new Entry(nextHandle++, atMicros, kind, subject, payload, 0, 0, 0));
    }

    @Override
    public long append(long atMicros, EventKind kind, int subject, long first, long second, long third) {
        return add(new Entry(nextHandle++, atMicros, kind, subject, 0, first, second, third));
    }

    private long add(Entry entry) {
        int index = entries.size();
        while (index > 0 && ORDER.compare(entries.get(index - 1), entry) > 0) {
            index--;
        }
        entries.add(index, entry);
        return entry.handle();
    }

    @Override
    public boolean cancel(long handle) {
        return entries.removeIf(entry -> entry.handle() == handle);
    }

    @Override
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public long size() {
        return entries.size();
    }

    @Override
    public boolean pollBefore(long endMicros) {
        if (entries.isEmpty() || entries.get(0).atMicros() >= endMicros) {
            return false;
        }
        polled = entries.remove(0);
        return true;
    }

    @Override
    public long timeMicros() {
        return polled.atMicros();
    }

    @Override
    public EventKind kind() {
        return polled.kind();
    }

    @Override
    public int subject() {
        return polled.subject();
    }

    @Override
    public long payload() {
        return polled.payload();
    }

    @Override
    public long first() {
        return polled.first();
    }

    @Override
    public long second() {
        return polled.second();
    }

    @Override
    public long third() {
        return polled.third();
    }
}
