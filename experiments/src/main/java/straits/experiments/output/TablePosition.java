package straits.experiments.output;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How far a table is written.
 *
 * @param bytes length of the file, its header included
 * @param rows rows, without the header
 * @param crc CRC-32C of these bytes
 */
record TablePosition(long bytes, long rows, long crc) {

    void write(DataOutput out) throws IOException {
        out.writeLong(bytes);
        out.writeLong(rows);
        out.writeInt((int) crc);
    }

    static TablePosition read(DataInput in) throws IOException {
        return new TablePosition(in.readLong(), in.readLong(), Integer.toUnsignedLong(in.readInt()));
    }
}
