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
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a table back, whatever its format, as the texts that it has or would have as CSV. Flat memory. For one thread. */
public final class TableReader implements Closeable {

    private static final Pattern INTEGER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][-+]?[0-9]{1,4})?");

    private final Path path;
    private final Closeable source;
    private final Iterator<List<String>> rows;
    private final List<String> header;
    private long number = 1;

    private TableReader(Path path, Closeable source, Iterator<List<String>> rows) {
        this.path = path;
        this.source = source;
        this.rows = rows;
        header = Objects.requireNonNullElse(read(), List.of());
        if (header.isEmpty()) {
            throw FileFailure.of("read", path, new IOException("it has no header"));
        }
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
                return parquet(parquet);
            }
        } catch (IOException e) {
            throw FileFailure.of("read", csv, e);
        }
        return null;
    }

    /** The library throws whatever a garbled file makes it trip over. */
    private static TableReader parquet(Path path) throws IOException {
        try {
            Stream<List<String>> rows = ParquetTable.rows(path);
            return new TableReader(path, rows::close, rows.iterator());
        } catch (RuntimeException e) {
            throw FileFailure.of("read", path, e);
        }
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
     * The next row, or null behind the last. It has as many cells as the header.
     *
     * @throws UncheckedIOException naming the path, if it cannot be read or is garbled
     */
    public @Nullable List<String> next() {
        List<String> row = read();
        number++;
        if (row != null && row.size() != header.size()) {
            throw garbled("found " + row.size() + " cells; must be " + header.size());
        }
        return row;
    }

    private @Nullable List<String> read() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException e) {
            // The libraries throw whatever a garbled file makes them trip over.
            throw FileFailure.of("read", path, e);
        }
    }

    /**
     * Where a column stands.
     *
     * @throws UncheckedIOException naming the path, if there is none of that name
     */
    public int place(String column) {
        int place = header.indexOf(column);
        if (place < 0) {
            throw FileFailure.of("read", path, new IOException("it has no column " + column));
        }
        return place;
    }

    /**
     * The whole number of a cell.
     *
     * @param row the row that was read last
     * @throws UncheckedIOException naming the path and the row, if it holds none that is at least 0
     */
    public int integer(List<String> row, int place) {
        if (!INTEGER.matcher(row.get(place)).matches()) {
            throw garbled(header.get(place) + ": found \"" + row.get(place) + "\"; must be a whole number");
        }
        return Integer.parseInt(row.get(place));
    }

    /**
     * The number of a cell; NaN if it is empty.
     *
     * @param row the row that was read last
     * @throws UncheckedIOException naming the path and the row, if it holds none
     */
    public double number(List<String> row, int place) {
        String cell = row.get(place);
        double number = NUMBER.matcher(cell).matches() ? Double.parseDouble(cell) : Double.NaN;
        if (!Double.isFinite(number) && !cell.isEmpty()) {
            throw garbled(header.get(place) + ": found \"" + cell + "\"; must be a number");
        }
        return number;
    }

    private UncheckedIOException garbled(String message) {
        return FileFailure.of("read", path, new IOException("row " + number + ": " + message));
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
