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

    /** Before everything. */
    static final TablePosition START = new TablePosition(0, 0, 0);

    /** The same, which must not lie before another. */
    TablePosition behind(TablePosition other) throws IOException {
        if (bytes < other.bytes || rows < other.rows) {
            throw new IOException("garbled: a table that becomes shorter");
        }
        return this;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(bytes);
        out.writeLong(rows);
        out.writeInt((int) crc);
    }

    static TablePosition read(DataInput in) throws IOException {
        return new TablePosition(in.readLong(), in.readLong(), Integer.toUnsignedLong(in.readInt()));
    }
}
