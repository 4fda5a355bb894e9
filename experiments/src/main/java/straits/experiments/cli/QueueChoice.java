package straits.experiments.cli;

import java.util.Locale;
import straits.engine.EventQueue;
import straits.engine.LadderQueue;
import straits.engine.SsjQueue;

/** Which event queue runs use. Results are the same on all: the second is there to check the first. */
enum QueueChoice {
    /** The fast one. */
    LADDER,
    /** Over the event list of SSJ, slower. */
    SSJ;

    /** An empty queue. */
    EventQueue newQueue() {
        return switch (this) {
            case LADDER -> new LadderQueue();
            case SSJ -> new SsjQueue();
        };
    }

    /** The word on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
