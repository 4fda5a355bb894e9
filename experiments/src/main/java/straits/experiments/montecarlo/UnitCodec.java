package straits.experiments.montecarlo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Results without their rows as bytes, exact to the bit, one after the other: dates and prices of fill samples are written only
 * where they differ from those of the result before. One object for writing or reading a series.
 */
public final class UnitCodec {

    /** Memory grows with what there is to be read, whatever length it is said to have. */
    private static final int ROOM = 1 << 12;

    private FillSamples before;

    /**
     * Starts a series, or goes on with one.
     *
     * @param before the result before; null at the beginning
     */
    public UnitCodec(@Nullable UnitResult before) {
        this.before = before == null ? FillSamples.NONE : FillSamples.of(before.fill());
    }

    /** Writes the next result. */
    public void write(UnitResult result, DataOutput out) throws IOException {
        UnitKey key = result.key();
        out.writeInt(key.point());
        out.writeUTF(key.regime());
        out.writeInt(key.replication());
        out.writeUTF(result.status());
        writeText(result.stopReason(), out);
        out.writeUTF(result.answers().category(Answer.ANCHOR_BINDING));
        writeNumbers(Arrays.stream(Answer.values()).mapToDouble(result.answers()::value), out);
        writeNumbers(Arrays.stream(Answer.values()).mapToDouble(result.answers()::weight), out);
        writeFill(FillSamples.of(result.fill()), out);
        out.writeLong(result.fingerprints().events());
        out.writeLong(result.fingerprints().books());
        out.writeLong(result.fingerprints().results());
        out.writeInt(result.lastEvents().size());
        for (String event : result.lastEvents()) {
            out.writeUTF(event);
        }
    }

    private static void writeText(String text, DataOutput out) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void writeNumbers(DoubleStream numbers, DataOutput out) throws IOException {
        double[] all = numbers.toArray();
        out.writeInt(all.length);
        for (double number : all) {
            out.writeLong(Double.doubleToRawLongBits(number));
        }
    }

    private void writeFill(FillSamples fill, DataOutput out) throws IOException {
        boolean same = fill.sameGrid(before);
        out.writeBoolean(same);
        if (!same) {
            writeNumbers(fill.stream().mapToDouble(sample -> sample.by().toEpochDay()), out);
            writeNumbers(fill.stream().mapToDouble(FillSample::usdPerH100eHour), out);
        }
        writeNumbers(fill.stream().mapToDouble(FillSample::h100e), out);
        before = fill;
    }

    /** Reads the next result; it has no rows. */
    public UnitResult read(DataInput in) throws IOException {
        UnitKey key = new UnitKey(in.readInt(), in.readUTF().intern(), in.readInt());
        String status = in.readUTF().equals(UnitResult.OK) ? UnitResult.OK : UnitResult.FAILED;
        String stopReason = readText(in);
        String binding = in.readUTF().intern();
        Answers answers = Answers.of(readNumbers(in), readNumbers(in), binding);
        FillSamples fill = readFill(in);
        Fingerprints fingerprints = new Fingerprints(in.readLong(), in.readLong(), in.readLong());
        return new UnitResult(key, status, stopReason, answers, fill, UnitRows.NONE, fingerprints, readLines(in));
    }

    private static List<String> readLines(DataInput in) throws IOException {
        int count = readCount(in);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < count; line++) {
            lines.add(in.readUTF());
        }
        return lines;
    }

    private static String readText(DataInput in) throws IOException {
        String text = new String(readBytes(in, readCount(in)), UTF_8);
        return text.equals(UnitResult.HORIZON) ? UnitResult.HORIZON : text;
    }

    private static double[] readNumbers(DataInput in) throws IOException {
        int count = readCount(in);
        double[] numbers = new double[Math.min(count, ROOM)];
        for (int each = 0; each < count; each++) {
            if (each == numbers.length) {
                numbers = Arrays.copyOf(numbers, (int) Math.min(count, 2L * each));
            }
            numbers[each] = Double.longBitsToDouble(in.readLong());
        }
        return numbers;
    }

    private static byte[] readBytes(DataInput in, int count) throws IOException {
        byte[] bytes = new byte[0];
        for (int size = 0; size < count; size = bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(count, Math.max(ROOM, 2L * size)));
            in.readFully(bytes, size, bytes.length - size);
        }
        return bytes;
    }

    private static int readCount(DataInput in) throws IOException {
        int count = in.readInt();
        if (count < 0) {
            throw new IOException("garbled: a length of " + count);
        }
        return count;
    }

    private FillSamples readFill(DataInput in) throws IOException {
        if (!in.readBoolean()) {
            long[] days =
                    Arrays.stream(readNumbers(in)).mapToLong(day -> (long) day).toArray();
            before = new FillSamples(days, readNumbers(in), new double[0]);
        }
        before = before.withAmounts(readNumbers(in));
        return before;
    }
}
