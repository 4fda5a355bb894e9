package straits.experiments.montecarlo;

/**
 * Follows a run as it goes, for progress only: what it sees depends on threads and the clock.
 *
 * @param <R> result of a unit
 */
public interface RunWatcher<R> {

    /** One who looks away. */
    static <R> RunWatcher<R> nobody() {
        return new RunWatcher<>() {
            @Override
            public void finished(R result) {}

            @Override
            public void tick() {}
        };
    }

    /** A unit has finished; called by the thread that worked on it. */
    void finished(R result);

    /** Something was delivered or some time has passed: called a few times a second or oftener, by the thread that delivers. */
    void tick();
}
