package straits.benchmarks.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import straits.engine.EventQueue;
import straits.event.EventKind;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/**
 * SSJ's simulator and splay tree behind the interface of this project's queues: event objects are used again, and a handle is the number of an object and how often it was used.
 */
final class ReusingSsjQueue implements EventQueue {

    private static final int SLOT_BITS = 32;

    private final Stepper simulator = new Stepper();
    private final List<Ours> events = new ArrayList<>();
    private final ArrayList<Ours> spare = new ArrayList<>();
    private int size;

    private long timeMicros;
    private EventKind kind = EventKind.PERIOD_START;
    private int subject;
    private long payload;
    private long first;
    private long second;
    private long third;

    @Override
    public long insert(long atMicros, EventKind kind, int subject, long payload) {
        return schedule(next(), atMicros, kind, subject, payload);
    }

    @Override
    public long append(long atMicros, EventKind kind, int subject, long first, long second, long third) {
        Ours event = next();
        event.first = first;
        event.second = second;
        event.third = third;
        return schedule(event, atMicros, kind, subject, 0);
    }

    private Ours next() {
        return spare.isEmpty() ? fresh() : spare.remove(spare.size() - 1);
    }

    private long schedule(Ours event, long atMicros, EventKind kind, int subject, long payload) {
        event.uses++;
        event.atMicros = atMicros;
        event.kind = kind;
        event.subject = subject;
        event.payload = payload;
        event.setPriority(kind.phase());
        event.schedule(atMicros - simulator.time());
        size++;
        return ((long) event.uses << SLOT_BITS) | event.slot;
    }

    private Ours fresh() {
        Ours event = new Ours(events.size());
        events.add(event);
        return event;
    }

    @Override
    public boolean cancel(long handle) {
        int slot = (int) handle;
        Ours event = slot >= 0 && slot < events.size() ? events.get(slot) : null;
        if (event == null || event.uses != handle >>> SLOT_BITS || !event.cancel()) {
            return false;
        }
        release(event);
        return true;
    }

    private void release(Ours event) {
        spare.add(event);
        size--;
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean pollBefore(long endMicros) {
        if (isEmpty() || simulator.firstMicros() >= endMicros) {
            return false;
        }
        Ours event = simulator.step();
        timeMicros = event.atMicros;
        kind = event.kind;
        subject = event.subject;
        payload = event.payload;
        first = event.first;
        second = event.second;
        third = event.third;
        release(event);
        return true;
    }

    @Override
    public long timeMicros() {
        return timeMicros;
    }

    @Override
    public EventKind kind() {
        return kind;
    }

    @Override
    public int subject() {
        return subject;
    }

    @Override
    public long payload() {
        return payload;
    }

    @Override
    public long first() {
        return first;
    }

    @Override
    public long second() {
        return second;
    }

    @Override
    public long third() {
        return third;
    }

    private static final class Stepper extends Simulator {

        Stepper() {
            // A fresh simulator counts as stopped and would give no event.
            init();
        }

        Ours step() {
            return (Ours) Objects.requireNonNull(removeFirstEvent(), "SSJ has lost an event");
        }

        long firstMicros() {
            return (long) eventList.getFirst().time();
        }
    }

    private final class Ours extends Event {

        private final int slot;
        private int uses;
        private long atMicros;
        private EventKind kind = EventKind.PERIOD_START;
        private int subject;
        private long payload;
        private long first;
        private long second;
        private long third;

        Ours(int slot) {
            super(simulator);
            this.slot = slot;
        }

        @Override
        public void actions() {
            throw new IllegalStateException("events are handed over by the engine");
        }
    }
}
