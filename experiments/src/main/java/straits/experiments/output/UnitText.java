package straits.experiments.output;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import straits.experiments.montecarlo.UnitCodec;
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

    /**
     * Writes it as the next of a series, for another machine to {@link #read}.
     *
     * @param codec codec of the series
     */
    public void write(UnitCodec codec, DataOutput out) throws IOException {
        codec.write(result, out);
        for (TableText text : texts) {
            out.writeLong(text.rows());
            out.writeInt(text.bytes().length);
            out.write(text.bytes());
        }
    }

    /**
     * Reads the next of a series that this very version of the program has written.
     *
     * @param codec codec of the series
     */
    public static UnitText read(UnitCodec codec, DataInput in) throws IOException {
        UnitResult result = codec.read(in);
        List<TableText> texts = new ArrayList<>();
        for (int table = 0; table < UnitForm.tables().size(); table++) {
            long rows = in.readLong();
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            texts.add(new TableText(bytes, rows));
        }
        return new UnitText(result, texts);
    }
}
