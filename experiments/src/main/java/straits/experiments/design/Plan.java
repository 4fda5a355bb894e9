package straits.experiments.design;

import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.scenario.file.RecordFile;

/**
 * What an experiment adds to its scenario.
 *
 * @param file the effective file; null for a scenario by itself
 * @param parts the blocks with their designs drawn
 * @param worlds the worlds of a twin; null if there is none
 */
record Plan(
        @Nullable ExperimentFile file,
        List<Part> parts,
        @Nullable TwinWorlds worlds) {

    /** Nothing varies but the regime. */
    static final Plan PLAIN = new Plan(null, List.of(new Part(DesignBlock.PLAIN, PointFilter.ALL)), null);

    Plan {
        parts = List.copyOf(parts);
    }

    /**
     * A block and which of its points are run.
     *
     * @param block the block
     * @param filter which points
     */
    record Part(DesignBlock block, PointFilter filter) {}

    /** The effective file as text; null for a scenario by itself. */
    @Nullable
    String text() {
        return file == null ? null : RecordFile.text(file);
    }

    /** How many runs a point has; null for the number that the scenario states. */
    @Nullable
    Replications replications() {
        return file == null ? null : file.replications();
    }

    boolean commonRandomNumbers() {
        return file == null || file.commonRandomNumbers();
    }
}
