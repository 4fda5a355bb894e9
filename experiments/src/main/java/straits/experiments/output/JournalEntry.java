package straits.experiments.output;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.experiments.montecarlo.UnitCodec;
import straits.experiments.montecarlo.UnitResult;

/**
 * A unit that was written.
 *
 * @param result its result, without rows
 * @param positions where each table ends after its rows, in the order of {@link UnitForm}
 */
record JournalEntry(UnitResult result, List<TablePosition> positions) {

    JournalEntry {
        positions = List.copyOf(positions);
    }

    void write(UnitCodec codec, DataOutput out) throws IOException {
        codec.write(result, out);
        out.writeInt(positions.size());
        for (TablePosition position : positions) {
            position.write(out);
        }
    }

    static JournalEntry read(UnitCodec codec, DataInput in, @Nullable UnitResult before) throws IOException {
        UnitResult result = codec.read(in);
        TablePosition[] positions = new TablePosition[in.readInt()];
        for (int each = 0; each < positions.length; each++) {
            positions[each] = TablePosition.read(in);
        }
        return new JournalEntry(before == null ? result : result.sharing(before), List.of(positions));
    }
}
