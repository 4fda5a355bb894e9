package straits.experiments.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a table back, whatever its format, as the texts that it has or would have as CSV. Flat memory. For one thread. */
public final class TableReader implements Closeable {

    private final Path path;
    private final Closeable source;
    private final Iterator<List<String>> rows;
    private final List<String> header;

    private TableReader(Path path, Closeable source, Iterator<List<String>> rows) {
        this.path = path;
        this.source = source;
        this.rows = rows;
        if (!rows.hasNext()) {
            throw FileFailure.of("read", path, new IOException("it has no header"));
        }
        header = rows.next();
    }

    /**
     * Opens a table of a folder.
     *
     * @param table its name as CSV, as in {@code outcomes.csv}
     * @return null if there is no such table in any format
     * @throws UncheckedIOException naming the path, if it cannot be read
     */
    public static @Nullable TableReader open(Path folder, String table) {
        return open(folder, table, Set.of());
    }

    /**
     * The same for those who want a few columns only, which may be faster.
     *
     * @param wanted names of columns, of which those that are there have their cells; other cells may be empty; empty for all
     */
    public static @Nullable TableReader open(Path folder, String table, Set<String> wanted) {
        Path csv = folder.resolve(table);
        Path gzip = folder.resolve(table + ".gz");
        Path parquet = folder.resolve(table.replaceAll("\\.csv$", ".parquet"));
        try {
            if (Files.exists(csv)) {
                return text(csv, new FileInputStream(csv.toFile()), wanted);
            }
            if (Files.exists(gzip)) {
                return text(gzip, new GZIPInputStream(new FileInputStream(gzip.toFile())), wanted);
            }
            if (Files.exists(parquet)) {
                Stream<List<String>> rows = ParquetTable.rows(parquet);
                return new TableReader(parquet, rows::close, rows.iterator());
            }
        } catch (IOException e) {
            throw FileFailure.of("read", csv, e);
        }
        return null;
    }

    private static TableReader text(Path path, InputStream in, Set<String> wanted) {
        CsvReader<List<String>> reader = CsvReader.builder().build(new WantedColumns(wanted), in, UTF_8);
        return new TableReader(path, reader, reader.iterator());
    }

    /** Names of the columns. */
    public List<String> header() {
        return header;
    }

    /**
     * The next row, or null behind the last.
     *
     * @throws UncheckedIOException naming the path, if it cannot be read
     */
    public @Nullable List<String> next() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (UncheckedIOException e) {
            throw FileFailure.of("read", path, e);
        }
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw FileFailure.of("close", path, e);
        }
    }
}
