package straits.experiments.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Rows of a table as text: RFC 4180, UTF-8 without byte order mark, LF, point decimals, empty for missing. A row is written whole
 * or not at all. For one thread.
 *
 * @param <R> what one row is made from
 */
final class CsvText<R> {

    private final Table<R> table;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CsvWriter csv;
    private final CsvRow row;
    private long rows;

    CsvText(Table<R> table) {
        this.table = table;
        // A fresh encoder reports half a surrogate pair; by charset name it would become a question mark in silence.
        Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8.newEncoder());
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        row = new CsvRow(table.columns().size());
    }

    /** The header of a table. */
    static TableText header(Table<?> table) {
        CsvText<?> text = new CsvText<>(table);
        text.csv.writeRecord(table.columns().stream().map(Column::name).toArray(String[]::new));
        return text.take();
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException naming the table and the column, if a cell is refused
     */
    void add(R value) {
        csv.writeRecord(row.of(table, value));
        rows++;
    }

    /** Bytes of the rows added since the last {@link #take}, but for what is still in a buffer of a few kilobytes. */
    int size() {
        return bytes.size();
    }

    /**
     * The rows added since the last call.
     *
     * @throws UncheckedIOException naming the table, if a text is no Unicode
     */
    TableText take() {
        try {
            csv.flush();
        } catch (IOException | UncheckedIOException e) {
            throw new UncheckedIOException(table.file() + ": a text is no Unicode", new IOException(e));
        }
        TableText text = new TableText(bytes.toByteArray(), rows);
        bytes.reset();
        rows = 0;
        return text;
    }
}
