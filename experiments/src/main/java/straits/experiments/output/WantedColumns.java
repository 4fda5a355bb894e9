package straits.experiments.output;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes rows of the wanted columns only, the others empty: a row costs as much as what is wanted of it, which for a few of twenty
 * columns is a third. The first record, the header, is whole. For one thread.
 */
final class WantedColumns extends AbstractBaseCsvCallbackHandler<List<String>> {

    private final Set<String> wanted;
    private boolean[] keep = new boolean[0];
    private List<String> record = new ArrayList<>();

    /**
     * A handler for one file.
     *
     * @param wanted names of columns; empty for all
     */
    WantedColumns(Set<String> wanted) {
        this.wanted = Set.copyOf(wanted);
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        record = new ArrayList<>(keep.length);
    }

    @Override
    protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
        boolean kept = keep.length == 0 || fieldIdx >= keep.length || keep[fieldIdx];
        record.add(kept && len > 0 ? new String(buf, offset, len) : "");
    }

    @Override
    protected List<String> buildRecord() {
        if (keep.length == 0) {
            keep = new boolean[record.size()];
            for (int column = 0; column < keep.length; column++) {
                keep[column] = wanted.isEmpty() || wanted.contains(record.get(column));
            }
        }
        return record;
    }
}
