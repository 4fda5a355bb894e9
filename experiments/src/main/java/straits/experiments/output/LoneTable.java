package straits.experiments.output;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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
        LoneFiles.requireFree(folder, List.of(table.file()));
        return folder.resolve(table.file());
    }

    /**
     * Writes a table into a folder, which is made if it is absent. It is there whole or not at all.
     *
     * @throws RunFolderRefusedException if there is something of its name: nothing is overwritten
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    public static <R> void write(Path folder, Table<R> table, Iterable<? extends R> rows) {
        LoneFiles.write(folder, Map.of(table.file(), bytes(table, rows)));
    }
}
