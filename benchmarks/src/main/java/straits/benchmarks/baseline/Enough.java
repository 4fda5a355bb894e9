package straits.benchmarks.baseline;

/**
 * Thrown by a handler to end a run of the engine after a number of events, where a horizon would end it at a time. It carries
 * no stack trace, so that it costs next to nothing.
 */
public final class Enough extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Enough events. */
    public Enough() {
        super("enough events", null, false, false);
    }
}
