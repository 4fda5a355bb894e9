package straits.benchmarks.baseline;

import straits.engine.EventQueue;
import straits.engine.LadderQueue;
import straits.engine.SsjQueue;

/** The event queues that the engine of this project is measured on; the one place that names their classes. */
public enum Queues {
    /** The fast one, which runs use. */
    STRAITS,
    /** SSJ's simulator and splay tree, with event objects used again. */
    SSJ,
    /** SSJ's as the reference queue has it, with a new object for every event. */
    SSJ_REFERENCE;

    /** An empty queue. */
    public EventQueue newQueue() {
        return switch (this) {
            case STRAITS -> new LadderQueue();
            case SSJ -> new ReusingSsjQueue();
            case SSJ_REFERENCE -> new SsjQueue();
        };
    }
}
