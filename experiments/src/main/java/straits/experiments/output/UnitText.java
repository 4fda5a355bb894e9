package straits.experiments.output;

import java.util.List;
import straits.experiments.montecarlo.UnitResult;

/** A result ready to be written: its rows are bytes, in the order of {@link UnitForm}, and nothing is left to do but to append them. */
public final class UnitText {

    private final UnitResult result;
    private final List<TableText> texts;

    UnitText(UnitResult result, List<TableText> texts) {
        this.result = result.withoutRows();
        this.texts = List.copyOf(texts);
    }

    /** The result without its rows. */
    public UnitResult result() {
        return result;
    }

    /** Bytes of all its rows. */
    public long bytes() {
        return texts.stream().mapToLong(text -> text.bytes().length).sum();
    }

    List<TableText> texts() {
        return texts;
    }
}
