package straits.scenario;

import static straits.scenario.Dimension.H100E_PER_GPU;
import static straits.scenario.Dimension.HOURS;

/**
 * Requests read from a table in place of arrivals drawn: when each comes, for how many GPUs and how long, on which chips and at
 * what price at most.
 *
 * @param rows the table; a scenario file may name a CSV file beside it instead
 * @param mode as recorded, or blocks of it in random order
 * @param h100ePerGpu performance of a GPU of the trace: what a request asks for is its number of GPUs times this
 * @param block length of a block of the mode {@link Mode#RESAMPLED}
 */
public record Trace(
        @Meaning("requests in order of time, or the name of a CSV file beside the scenario") @InFile
        TraceRows rows,

        @Meaning("as recorded, or whole blocks of it drawn at random") @Default("replayed")
        Mode mode,

        @Meaning("performance of a GPU of the trace")
        @In(H100E_PER_GPU)
        @Within(open = true)
        @Default("1 H100e per GPU")
        Quantity h100ePerGpu,

        @Meaning("for mode resampled: length of a block") @In(HOURS) @Within(open = true) @Default("24 h")
        Quantity block) {

    /** How a trace becomes requests. */
    public enum Mode {
        /** Every row once, at its time from the start of the run. */
        REPLAYED,
        /** Block after block, each drawn with replacement from the whole blocks of the trace. */
        RESAMPLED
    }

    /** Number of whole blocks; a trace shorter than one is one block. */
    public int blocks() {
        int rowCount = rows.size();
        double lastHours = rowCount == 0 ? 0 : rows.arrivalHours(rowCount - 1);
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.floor(lastHours / block.value())));
    }
}
