package straits.experiments.verification;

import java.util.List;
import java.util.function.DoubleSupplier;
import straits.simulation.Draw;

/**
 * TrialRuns of one world, or of several on the same draws, and what is read of each. Safe to share between threads.
 *
 * @param replications how many
 * @param outputs what is read
 * @param reader runs a replication and gives, output by output, what stands over and under its line; one under a mean
 */
record Trial(int replications, List<Output> outputs, Reader reader) {

    /** Runs one replication. */
    @FunctionalInterface
    interface Reader {
        double[] read(Draw draw);
    }

    Trial {
        outputs = List.copyOf(outputs);
    }

    /** A number that is computed once, without draws. */
    static Trial once(String name, double exact, Rule rule, DoubleSupplier value) {
        return new Trial(1, List.of(new Output(name, exact, rule)), draw -> new double[] {value.getAsDouble(), 1});
    }
}
