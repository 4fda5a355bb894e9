package straits.experiments.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table as the bytes of its file: RFC 4180, UTF-8 without byte order mark, LF, point decimals, empty for missing. A row is
 * added whole or not at all. Millions of rows pass through here, nearly all of them short words and numbers: these go straight to
 * bytes, which is three times as fast as by a CSV library; the tests hold the result to one. For one thread.
 *
 * @param <R> what one row is made from
 */
final class CsvText<R> implements CellReceiver {

    private static final double WHOLE_BELOW = 1e15;

    private final Table<R> table;
    private byte[] bytes = new byte[1 << 10];
    private int size;
    private int cells;
    private long rows;
    private @Nullable LocalDate lastDate;
    private String lastDateText = "";

    CsvText(Table<R> table) {
        this.table = table;
    }

    /** The header of a table. */
    static TableText header(Table<?> table) {
        CsvText<?> text = new CsvText<>(table);
        table.columns().forEach(column -> text.text(column.name()));
        text.put('\n');
        return text.take();
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException naming the table, if a cell is refused or a text is no Unicode
     */
    void add(R value) {
        int start = size;
        cells = 0;
        try {
            table.read(value, this);
            put('\n');
            rows++;
            start = size;
        } finally {
            size = start;
        }
    }

    /** Bytes of the rows added since the last {@link #take}. */
    int size() {
        return size;
    }

    /** The rows added since the last call. */
    TableText take() {
        TableText text = new TableText(Arrays.copyOf(bytes, size), rows);
        size = 0;
        rows = 0;
        return text;
    }

    @Override
    public void missing() {
        nextCell();
    }

    @Override
    public void text(String value) {
        nextCell();
        int start = size;
        for (int at = 0; at < value.length(); at++) {
            char letter = value.charAt(at);
            if (letter >= 0x80 || letter == '"' || letter == ',' || letter == '\n' || letter == '\r') {
                size = start;
                encode(value);
                return;
            }
            put(letter);
        }
    }

    /** A text that has to be quoted or goes beyond ASCII. */
    private void encode(String value) {
        boolean quoted =
                value.chars().anyMatch(letter -> letter == '"' || letter == ',' || letter == '\n' || letter == '\r');
        String text = quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
        try {
            // An encoder reports half a surrogate pair; by charset it would become a question mark in silence.
            ByteBuffer encoded = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            while (encoded.hasRemaining()) {
                put(encoded.get());
            }
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(table.file() + ": a text is no Unicode: \"" + value + "\"", e);
        }
    }

    @Override
    public void integer(long value) {
        nextCell();
        digits(value);
    }

    private void digits(long value) {
        if (value < 0) {
            ascii(Long.toString(value));
            return;
        }
        int length = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            length++;
        }
        room(length);
        long rest = value;
        for (int at = size + length - 1; at >= size; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += length;
    }

    @Override
    public void decimal(double value) {
        nextCell();
        boolean whole = value > 0 && value < WHOLE_BELOW && value == (long) value;
        if (whole) {
            digits((long) value);
            ascii(".0");
        } else {
            ascii(DecimalText.of(value));
        }
    }

    @Override
    public void date(LocalDate value) {
        nextCell();
        if (!value.equals(lastDate)) {
            lastDate = value;
            lastDateText = value.toString();
        }
        ascii(lastDateText);
    }

    @Override
    public void bool(boolean value) {
        nextCell();
        ascii(value ? "true" : "false");
    }

    private void nextCell() {
        if (cells++ > 0) {
            put(',');
        }
    }

    private void ascii(String text) {
        room(text.length());
        for (int at = 0; at < text.length(); at++) {
            bytes[size++] = (byte) text.charAt(at);
        }
    }

    private void put(int letter) {
        if (size == bytes.length) {
            room(1);
        }
        bytes[size++] = (byte) letter;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
