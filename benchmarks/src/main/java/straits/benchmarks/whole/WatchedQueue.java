package straits.benchmarks.whole;

import straits.engine.EventQueue;
import straits.event.EventKind;

/** A queue that notes what the thread has allocated when a first and a last event are taken. */
final class WatchedQueue implements EventQueue {

    private final EventQueue queue;
    private final long first;
    private final long last;
    private long polls;
    private long bytesAtFirst;
    private long bytesAtLast;

    WatchedQueue(EventQueue queue, long first, long last) {
        this.queue = queue;
        this.first = first;
        this.last = last;
    }

    /** Bytes allocated between the two. */
    long allocatedBytes() {
        if (polls < last) {
            throw new IllegalStateException("only " + polls + " events; expected " + last + " or more");
        }
        return bytesAtLast - bytesAtFirst;
    }

    @Override
    public boolean pollBefore(long endMicros) {
        count();
        return queue.pollBefore(endMicros);
    }

    @Override
    public boolean followBefore(long endMicros) {
        boolean followed = queue.followBefore(endMicros);
        if (followed) {
            count();
        }
        return followed;
    }

    private void count() {
        polls++;
        if (polls == first) {
            bytesAtFirst = Heap.allocatedBytes();
        } else if (polls == last) {
            bytesAtLast = Heap.allocatedBytes();
        }
    }

    @Override
    public long insert(long atMicros, EventKind kind, int subject, long payload) {
        return queue.insert(atMicros, kind, subject, payload);
    }

    @Override
    public long append(long atMicros, EventKind kind, int subject, long first, long second, long third) {
        return queue.append(atMicros, kind, subject, first, second, third);
    }

    @Override
    public boolean cancel(long handle) {
        return queue.cancel(handle);
    }

    @Override
    public boolean isEmpty() {
        return queue.isEmpty();
    }

    @Override
    public long size() {
        return queue.size();
    }

    @Override
    public long timeMicros() {
        return queue.timeMicros();
    }

    @Override
    public EventKind kind() {
        return queue.kind();
    }

    @Override
    public int subject() {
        return queue.subject();
    }

    @Override
    public long payload() {
        return queue.payload();
    }

    @Override
    public long first() {
        return queue.first();
    }

    @Override
    public long second() {
        return queue.second();
    }

    @Override
    public long third() {
        return queue.third();
    }
}
