package straits.experiments.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The file of a table, to which rows are appended. What was appended is with the operating system at once, and on the disk after
 * {@link #force}. Counts rows and hashes bytes on the way, so that nothing is read twice. For one thread.
 */
final class TableFile implements Closeable {

    private static final int CHUNK = 1 << 16;

    private final Path path;
    private final WrittenFile out;
    private final FileSums sums;
    private long rows;
    private boolean open = true;
    private String sha256 = "";

    private TableFile(Path path, WrittenFile out, FileSums sums, long rows) {
        this.path = path;
        this.out = out;
        this.sums = sums;
        this.rows = rows;
    }

    /**
     * Begins the file of a table with its header; a file that is there begins anew.
     *
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    static TableFile create(Disk disk, Path folder, Table<?> table) {
        return create(disk, folder.resolve(table.file()), folder.resolve(table.file()), table);
    }

    /** Begins a file that is spoken of by another name, which it has not yet. */
    private static TableFile create(Disk disk, Path file, Path name, Table<?> table) {
        try {
            TableFile begun = new TableFile(name, disk.create(file), new FileSums(), 0);
            begun.append(CsvText.header(table));
            return begun;
        } catch (IOException e) {
            throw FileFailure.of("create", name, e);
        }
    }

    /**
     * Goes on with a file after a position that was reached before; what lies behind it is cut off.
     *
     * @throws UncheckedIOException naming the path, if it cannot be read or written, or is not what was written up to the position:
     *     then it is left as it is
     */
    static TableFile resume(Disk disk, Path folder, Table<?> table, TablePosition position) {
        Path path = folder.resolve(table.file());
        try {
            FileSums sums = FileSums.of(path, position.bytes());
            if (sums.bytes() != position.bytes() || sums.crc() != position.crc()) {
                throw new IOException("its first " + position.bytes()
                        + " bytes are not what the run wrote; it was changed since and is left as it is");
            }
            return new TableFile(path, disk.goOn(path, position.bytes()), sums, position.rows());
        } catch (IOException e) {
            throw FileFailure.of("go on with", path, e);
        }
    }

    /**
     * Writes a whole table, which has its name when it is whole.
     *
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    static <R> FileEntry writeAll(Disk disk, Path folder, Table<R> table, Iterable<? extends R> rows) {
        Path path = folder.resolve(table.file());
        TableFile file = create(disk, folder.resolve(Disk.TEMPORARY), path, table);
        try (file) {
            CsvText<R> text = new CsvText<>(table);
            for (R row : rows) {
                text.add(row);
                if (text.size() >= CHUNK) {
                    file.append(text.take());
                }
            }
            file.append(text.take());
        }
        try {
            disk.rename(folder, table.file());
        } catch (IOException e) {
            throw FileFailure.of("write", path, e);
        }
        return file.entry();
    }

    /**
     * Appends rows.
     *
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    void append(TableText text) {
        try {
            out.write(text.bytes());
        } catch (IOException e) {
            throw FileFailure.of("write", path, e);
        }
        sums.add(text.bytes(), text.bytes().length);
        rows += text.rows();
    }

    /** Where the next row goes. */
    TablePosition position() {
        return new TablePosition(sums.bytes(), rows, sums.crc());
    }

    /**
     * Forces what was appended to the disk.
     *
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    void force() {
        try {
            out.force();
        } catch (IOException e) {
            throw FileFailure.of("write", path, e);
        }
    }

    /**
     * Forces and closes; a second call does nothing.
     *
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        try (out) {
            out.force();
        } catch (IOException e) {
            throw FileFailure.of("write", path, e);
        }
        sha256 = sums.sha256();
    }

    /**
     * What the manifest says of this file.
     *
     * @throws IllegalStateException if the file is not closed, or was not closed well
     */
    FileEntry entry() {
        if (sha256.isEmpty()) {
            throw new IllegalStateException(path + " is not complete");
        }
        return new FileEntry(String.valueOf(path.getFileName()), rows, sha256);
    }
}
