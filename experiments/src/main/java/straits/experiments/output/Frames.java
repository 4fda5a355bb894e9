package straits.experiments.output;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Records in a file: length, bytes, CRC-32C of both. One that a crash has cut off or garbled is recognised. */
final class Frames {

    /** Far above any record, far below what an array can hold: a length beyond it is garbage. */
    private static final int LONGEST = 1 << 28;

    private static final int AROUND = 2 * Integer.BYTES;

    private Frames() {}

    /** Writes a record in its frame. */
    static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
        out.writeInt(crc(bytes));
    }

    private static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /** Bytes that a record takes up with its frame. */
    static int length(byte[] bytes) {
        return bytes.length + AROUND;
    }

    /** The next record, or null where there is no whole one. */
    static byte @Nullable [] read(DataInputStream in) throws IOException {
        try {
            int length = in.readInt();
            if (length < 0 || length > LONGEST) {
                return null;
            }
            byte[] bytes = in.readNBytes(length);
            return bytes.length == length && in.readInt() == crc(bytes) ? bytes : null;
        } catch (java.io.EOFException cutOff) {
            return null;
        }
    }

    /** The fields of a record. */
    static DataInputStream fields(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
