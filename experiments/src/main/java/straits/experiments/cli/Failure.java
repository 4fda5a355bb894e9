package straits.experiments.cli;

import straits.experiments.montecarlo.UnitResult;

/** Tells of a replication that failed while it was checked. */
final class Failure {

    private Failure() {}

    static void tell(UnitResult failed, Console console) {
        console.error(
                "point " + failed.key().point() + ", regime " + failed.key().regime() + ", replication "
                        + failed.key().replication() + " failed: " + failed.stopReason());
        console.error("the last events before it:");
        failed.lastEvents().forEach(event -> console.error("  " + event));
    }
}
