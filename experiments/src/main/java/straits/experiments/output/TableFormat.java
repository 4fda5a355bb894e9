package straits.experiments.output;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * What tables are in the end. While a run goes on they are CSV, which can be cut off at any row; the other formats are made from
 * that, and hold the same cells.
 */
public enum TableFormat {
    /** CSV as it is. */
    CSV,
    /** CSV compressed by gzip, as one member. */
    GZIP,
    /** Parquet, its pages compressed by Snappy. */
    PARQUET;

    private static final int CHUNK = 1 << 16;

    /** Name of the file of a table. */
    String file(Table<?> table) {
        return switch (this) {
            case CSV -> table.file();
            case GZIP -> table.file() + ".gz";
            case PARQUET -> table.file().replaceAll("\\.csv$", ".parquet");
        };
    }

    /**
     * Makes the final file of a table from its CSV, which goes when the run ends.
     *
     * @param csv the table as it was written into the folder
     * @return the final file
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    FileEntry convert(RunFolder folder, Table<?> table, FileEntry csv) {
        if (this == CSV) {
            return csv;
        }
        Path from = folder.scratch(csv.file());
        Path to = folder.claim(file(table));
        Path temporary = folder.scratch(Disk.TEMPORARY);
        try {
            if (this == GZIP) {
                compress(from, temporary);
            } else {
                ParquetTable.write(table, from, temporary);
            }
            folder.disk().adopt(folder.path(), file(table));
        } catch (IOException | UncheckedIOException e) {
            throw FileFailure.of("write", to, e);
        }
        return new FileEntry(file(table), csv.rows(), Hashes.sha256(to));
    }

    private static void compress(Path from, Path to) throws IOException {
        try (OutputStream out = new GZIPOutputStream(new FileOutputStream(to.toFile()), CHUNK);
                OutputStream buffered = new BufferedOutputStream(out, CHUNK)) {
            Files.copy(from, buffered);
        }
    }
}
