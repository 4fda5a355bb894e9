package straits.experiments.output;

/** Rows of a table as the bytes of its file, without the header. The array is not copied and must not be written to. */
final class TableText {

    private final byte[] bytes;
    private final long rows;

    TableText(byte[] bytes, long rows) {
        this.bytes = bytes;
        this.rows = rows;
    }

    byte[] bytes() {
        return bytes;
    }

    long rows() {
        return rows;
    }
}
