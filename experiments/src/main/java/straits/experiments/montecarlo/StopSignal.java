package straits.experiments.montecarlo;

/** A wish, from any thread, that a run ends soon and tidily. Once made it stays. */
public final class StopSignal {

    private volatile boolean requested;

    /** Asks the run to stop. */
    public void request() {
        requested = true;
    }

    /** Whether somebody asked. */
    public boolean isRequested() {
        return requested;
    }
}
