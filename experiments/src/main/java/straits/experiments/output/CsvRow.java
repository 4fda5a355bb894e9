package straits.experiments.output;

import java.time.LocalDate;

/** One row as CSV texts; complete before any of it is written, so that a refused cell leaves no half row. */
final class CsvRow implements CellReceiver {

    private final String[] texts;
    private int next;

    CsvRow(int columns) {
        texts = new String[columns];
    }

    /** The texts of a row; the array is reused for the next one. */
    <R> String[] of(Table<R> table, R row) {
        next = 0;
        table.read(row, this);
        return texts;
    }

    @Override
    public void missing() {
        text("");
    }

    @Override
    public void text(String value) {
        texts[next++] = value;
    }

    @Override
    public void integer(long value) {
        text(Long.toString(value));
    }

    @Override
    public void decimal(double value) {
        text(DecimalText.of(value));
    }

    @Override
    public void date(LocalDate value) {
        text(value.toString());
    }

    @Override
    public void bool(boolean value) {
        text(Boolean.toString(value));
    }
}
