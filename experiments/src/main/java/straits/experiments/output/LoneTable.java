package straits.experiments.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/** A table by itself, outside the folder of a run. */
public final class LoneTable {

    private LoneTable() {}

    /** The whole table as CSV. */
    public static <R> String text(Table<R> table, Iterable<? extends R> rows) {
        return new String(bytes(table, rows), StandardCharsets.UTF_8);
    }

    private static <R> byte[] bytes(Table<R> table, Iterable<? extends R> rows) {
        CsvText<R> text = new CsvText<>(table);
        rows.forEach(text::add);
        byte[] header = CsvText.header(table).bytes();
        byte[] body = text.take().bytes();
        byte[] whole = Arrays.copyOf(header, header.length + body.length);
        System.arraycopy(body, 0, whole, header.length, body.length);
        return whole;
    }

    /**
     * Where {@link #write} would put a table, after a look that it may.
     *
     * @throws RunFolderRefusedException if there is something of its name: nothing is overwritten
     */
    public static Path place(Path folder, Table<?> table) {
        Path file = folder.resolve(table.file());
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new RunFolderRefusedException(folder, table.file() + " is there already; choose another folder");
        }
        return file;
    }

    /**
     * Writes a table into a folder, which is made if it is absent. It is there whole or not at all.
     *
     * @throws RunFolderRefusedException if there is something of its name: nothing is overwritten
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    public static <R> void write(Path folder, Table<R> table, Iterable<? extends R> rows) {
        place(folder, table);
        try {
            Disk.PLAIN.makeFolder(folder);
        } catch (IOException e) {
            throw FileFailure.of("create", folder, e);
        }
        Disk.PLAIN.replace(folder, table.file(), bytes(table, rows));
    }
}
