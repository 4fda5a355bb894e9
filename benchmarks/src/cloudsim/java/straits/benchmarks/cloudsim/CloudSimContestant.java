package straits.benchmarks.cloudsim;

import ch.qos.logback.classic.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.stream.IntStream;
import org.cloudsimplus.core.CloudSimEntity;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.core.events.SimEvent;
import org.cloudsimplus.util.Log;
import straits.benchmarks.baseline.Contestant;
import straits.benchmarks.baseline.HoldModel;
import straits.event.EventKind;

/**
 * CloudSim Plus, with one entity that gets all events. Its order is time, tag, serial number, so that a phase is a tag. Its
 * time is a double, here in microseconds, and it makes a new object for every event. Cancelling takes a search through all
 * events and is not raced.
 */
public final class CloudSimContestant implements Contestant {

    private static final EventKind[] KINDS = EventKind.values();

    private final HoldModel model;
    private final CloudSimPlus simulation = new CloudSimPlus(1);
    private final Entity entity = new Entity();
    private final Integer[] subjects;
    private final Queue<SimEvent> left = new ArrayDeque<>();
    private boolean goesOn;
    private double nowMicros;

    /** A running simulation without events: one that does not run takes none. */
    public CloudSimContestant(HoldModel model) {
        this.model = model;
        Log.setLevel(Level.WARN);
        subjects = IntStream.range(0, model.pending()).boxed().toArray(Integer[]::new);
        simulation.startSync();
    }

    /** The tag sorts by phase, and tells the kind. */
    @SuppressWarnings("EnumOrdinal")
    @Override
    public void schedule(long delayMicros, EventKind kind, int subject) {
        entity.schedule((double) delayMicros, kind.phase() * KINDS.length + kind.ordinal(), subjects[subject]);
    }

    @Override
    public void reschedule(long delayMicros, EventKind kind, int subject) {
        throw new UnsupportedOperationException("CloudSim Plus cancels by a search through all events");
    }

    /**
     * An instant is delivered whole; what is left of one when there is enough comes first in the next run. By then the clock
     * stands at the next instant: harmless where hardly any two events share theirs, wrong where many do.
     */
    @Override
    public void run() {
        goesOn = true;
        while (goesOn && !left.isEmpty()) {
            handle(left.remove());
        }
        while (goesOn) {
            simulation.runFor(Double.MAX_VALUE);
        }
    }

    private void handle(SimEvent event) {
        nowMicros = event.getTime();
        goesOn = model.on(KINDS[event.getTag() % KINDS.length], (Integer) event.getData(), (long) nowMicros);
    }

    @Override
    public long nowMicros() {
        return (long) nowMicros;
    }

    private final class Entity extends CloudSimEntity {

        Entity() {
            super(simulation);
        }

        @Override
        protected void startInternal() {
            // Its events are there already.
        }

        @Override
        public void processEvent(SimEvent event) {
            if (goesOn) {
                handle(event);
            } else {
                left.add(event);
            }
        }
    }
}
