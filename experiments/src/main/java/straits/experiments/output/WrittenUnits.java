package straits.experiments.output;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;

/** Finds how far the journal and the tables of an interrupted run agree. */
final class WrittenUnits {

    private static final int CHUNK = 1 << 16;

    private WrittenUnits() {}

    /**
     * The journal's content up to the last unit whose rows are whole in every table.
     *
     * @throws UncheckedIOException naming the table, if it cannot be read, or if rows are gone or changed that had been forced to the
     *     disk: no crash does that, so that somebody must have, and the file is left as it is
     */
    static JournalContent agreed(Path folder, List<Table<?>> tables, JournalContent content) {
        int units = content.of(tables.size(), folder.resolve(Journal.FILE))
                .entries()
                .size();
        for (int table = 0; table < tables.size(); table++) {
            Path path = folder.resolve(tables.get(table).file());
            int agreed = agreed(path, content.positions(table));
            if (agreed < content.forced()) {
                throw FileFailure.of(
                        "go on with",
                        path,
                        new IOException("the rows of run " + (agreed + 1) + " of " + content.forced()
                                + " are not what was written; the file was changed since and is left as it is:"
                                + " remove the folder for a run anew, or choose another with --out"));
            }
            units = Math.min(units, agreed);
        }
        return content.first(units);
    }

    private static int agreed(Path path, List<TablePosition> positions) {
        if (!Files.exists(path)) {
            return 0;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), CHUNK)) {
            CRC32C crc = new CRC32C();
            long bytes = 0;
            for (int unit = 0; unit < positions.size(); unit++) {
                TablePosition position = positions.get(unit);
                if (!read(in, crc, position.bytes() - bytes) || crc.getValue() != position.crc()) {
                    return unit;
                }
                bytes = position.bytes();
            }
            return positions.size();
        } catch (IOException e) {
            throw FileFailure.of("read", path, e);
        }
    }

    /** Whether there were so many bytes. */
    private static boolean read(InputStream in, CRC32C crc, long bytes) throws IOException {
        byte[] chunk = new byte[(int) Math.min(CHUNK, bytes)];
        long left = bytes;
        while (left > 0) {
            int count = in.read(chunk, 0, (int) Math.min(chunk.length, left));
            if (count < 0) {
                return false;
            }
            crc.update(chunk, 0, count);
            left -= count;
        }
        return true;
    }
}
