package straits.experiments.output;

import java.util.List;
import straits.experiments.montecarlo.UnitResult;

/**
 * A unit that is on the disk.
 *
 * @param result its result, without rows
 * @param positions where each table ends after its rows, in the order of {@link UnitForm}
 */
record JournalEntry(UnitResult result, List<TablePosition> positions) {

    JournalEntry {
        positions = List.copyOf(positions);
    }
}
