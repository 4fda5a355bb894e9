package straits.experiments.output;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
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

    private static final int MOST_TABLES = 1000;

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

    /**
     * Reads the next entry.
     *
     * @param before the one before; null if it is the first
     * @throws IOException if it has other tables than the one before, or one of them would become shorter
     */
    static JournalEntry read(UnitCodec codec, DataInput in, @Nullable JournalEntry before) throws IOException {
        UnitResult result = codec.read(in);
        int tables = in.readInt();
        boolean same = before == null ? tables >= 0 && tables <= MOST_TABLES : tables == before.positions.size();
        if (!same) {
            throw new IOException("garbled: " + tables + " tables");
        }
        List<TablePosition> positions = new ArrayList<>();
        for (int table = 0; table < tables; table++) {
            TablePosition from = before == null ? TablePosition.START : before.positions.get(table);
            positions.add(TablePosition.read(in).behind(from));
        }
        return new JournalEntry(before == null ? result : result.sharing(before.result), positions);
    }
}
