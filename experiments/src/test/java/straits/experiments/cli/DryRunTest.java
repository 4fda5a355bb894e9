package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import straits.experiments.TwoRules;
import straits.experiments.api.BadInputException;
import straits.experiments.montecarlo.MonteCarlo;
import straits.experiments.montecarlo.Shard;

final class DryRunTest {

    /** It judges by a run of its own; one that fails is told in a line. */
    @Test
    void aReplicationThatFailsIsTold() {
        MonteCarlo runs = new MonteCarlo(TwoRules.experiment(), () -> {
            throw new OutOfMemoryError("Java heap space");
        });
        DryRun dryRun = new DryRun(TwoRules.experiment(), Shard.WHOLE, runs, 1);
        assertThatThrownBy(dryRun::estimate)
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("replication 0 of point 0 fails: java.lang.OutOfMemoryError: Java heap space");
    }
}
