package straits.experiments.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/**
 * Streams the rows of one table to its file: RFC 4180, UTF-8 without byte order mark, LF, a header, point decimals, empty for
 * missing. Buffered, flat memory. Counts rows and hashes bytes on the way, so that nothing is read twice. For one thread.
 *
 * @param <R> what one row is made from
 */
public final class TableFile<R> implements Closeable {

    private final Table<R> table;
    private final Path path;
    private final MessageDigest digest;
    private final FileOutputStream bytes;
    private final CsvWriter csv;
    private final CsvRow row;
    private long rows;
    private boolean open = true;
    private String sha256 = "";

    private TableFile(Table<R> table, Path path, FileOutputStream bytes) {
        this.table = table;
        this.path = path;
        this.bytes = bytes;
        digest = Hashes.digest();
        // A fresh encoder reports half a surrogate pair; by charset name it would become a question mark in silence.
        Writer text =
                new OutputStreamWriter(new DigestOutputStream(bytes, digest), StandardCharsets.UTF_8.newEncoder());
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        row = new CsvRow(table.columns().size());
    }

    /**
     * Creates the file of a table in a folder and writes its header.
     *
     * @throws UncheckedIOException naming the path, if the file exists or cannot be written
     */
    public static <R> TableFile<R> create(Path folder, Table<R> table) {
        Path path = folder.resolve(table.file());
        try {
            Files.createFile(path);
            TableFile<R> file = new TableFile<>(table, path, new FileOutputStream(path.toFile()));
            file.put(table.columns().stream().map(Column::name).toArray(String[]::new));
            return file;
        } catch (IOException e) {
            throw FileFailure.of("create", path, e);
        }
    }

    /**
     * Writes a whole table.
     *
     * @throws UncheckedIOException naming the path, if the file exists or cannot be written
     */
    public static <R> FileEntry writeAll(Path folder, Table<R> table, Iterable<? extends R> rows) {
        TableFile<R> file = create(folder, table);
        try (file) {
            rows.forEach(file::write);
        }
        return file.entry();
    }

    /**
     * Writes one row, or nothing of it.
     *
     * @throws IllegalArgumentException naming the table and the column, if a cell is refused
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    public void write(R value) {
        put(row.of(table, value));
        rows++;
    }

    /** Rows written so far, without the header. */
    public long rows() {
        return rows;
    }

    /**
     * Flushes, forces the bytes to the disk and closes; a second call does nothing.
     *
     * @throws UncheckedIOException naming the path, if the rest cannot be written
     */
    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        try (bytes) {
            csv.flush();
            bytes.getFD().sync();
        } catch (IOException | UncheckedIOException e) {
            throw FileFailure.of("write", path, e);
        }
        sha256 = Hashes.hex(digest.digest());
    }

    /**
     * What the manifest says of this file.
     *
     * @throws IllegalStateException if the file is not closed, or was not closed well
     */
    public FileEntry entry() {
        if (sha256.isEmpty()) {
            throw new IllegalStateException(path + " is not complete");
        }
        return new FileEntry(table.file(), rows, sha256);
    }

    private void put(String[] texts) {
        try {
            csv.writeRecord(texts);
        } catch (UncheckedIOException e) {
            throw FileFailure.of("write", path, e);
        }
    }
}
