package straits.experiments.spark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import straits.experiments.api.BadInputException;
import straits.experiments.montecarlo.UnitCodec;
import straits.experiments.output.UnitText;

/**
 * Units with their rows on the way from an executor to the driver: answers to the bit and rows as the bytes of their files, deflated by
 * the executor, since the driver has the least time of all. A refusal goes the same way.
 */
final class UnitBytes {

    private UnitBytes() {}

    /** Units one after the other; each is forgotten once written. */
    static byte[] of(Stream<UnitText> units) {
        return bytes("", units);
    }

    /** Why no units were run, in a line. */
    static byte[] refusal(String reason) {
        return bytes(reason, Stream.empty());
    }

    private static byte[] bytes(String refusal, Stream<UnitText> units) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new DeflaterOutputStream(bytes, deflater)))) {
            out.writeUTF(refusal);
            UnitCodec codec = new UnitCodec(null);
            units.forEachOrdered(unit -> write(unit, codec, out));
            out.writeBoolean(false);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void write(UnitText unit, UnitCodec codec, DataOutputStream out) {
        try {
            out.writeBoolean(true);
            unit.write(codec, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    /**
     * Reads them again, in their order.
     *
     * @throws BadInputException with the reason, if they are a refusal
     * @throws IOException if they are cut off or something else
     */
    static void read(byte[] bytes, Consumer<UnitText> sink) throws IOException {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes))))) {
            String refusal = in.readUTF();
            if (!refusal.isEmpty()) {
                throw new BadInputException(refusal);
            }
            UnitCodec codec = new UnitCodec(null);
            while (in.readBoolean()) {
                sink.accept(UnitText.read(codec, in));
            }
        }
    }
}
