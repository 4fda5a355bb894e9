package straits.experiments.output;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of one table: its file, its columns, and how each is read from a row. The same declaration writes the file and
 * its lines of the codebook, so that they cannot disagree. Immutable, safe to share between threads.
 *
 * @param <R> what one row is made from
 */
public final class Table<R> {

    private static final Pattern FILE = Pattern.compile("[a-z][a-z0-9_]*\\.csv");

    private final String file;
    private final String meaning;
    private final List<Column> columns;
    private final List<Cell<R>> cells;

    private Table(Builder<R> builder) {
        file = builder.file;
        meaning = builder.meaning;
        columns = List.copyOf(builder.columns);
        cells = List.copyOf(builder.cells);
    }

    /** Reads one cell from a row. */
    @FunctionalInterface
    private interface Cell<R> {
        void read(R row, CellReceiver to);
    }

    /**
     * Starts a declaration.
     *
     * @param file snake_case name that ends in {@code .csv}
     * @param meaning what one row stands for, as in "point x replication"
     * @throws IllegalArgumentException if the file name has another form or the meaning is blank
     */
    public static <R> Builder<R> of(String file, String meaning) {
        if (!FILE.matcher(file).matches()) {
            throw new IllegalArgumentException("table file must be snake_case and end in .csv: \"" + file + "\"");
        }
        if (meaning.isBlank()) {
            throw new IllegalArgumentException(file + " needs a meaning");
        }
        return new Builder<>(file, meaning);
    }

    /** Name of the file, without a folder. */
    public String file() {
        return file;
    }

    /** What one row stands for. */
    public String meaning() {
        return meaning;
    }

    /** The columns in the order of the file. */
    public List<Column> columns() {
        return columns;
    }

    /**
     * Hands the cells of a row to the receiver, one call per column, in order.
     *
     * @throws IllegalArgumentException naming the table and the column, if a number is infinite or a text starts like a formula
     */
    public void read(R row, CellReceiver receiver) {
        for (Cell<R> cell : cells) {
            cell.read(row, receiver);
        }
    }

    /**
     * Collects columns in the order of the file.
     *
     * @param <R> what one row is made from
     */
    public static final class Builder<R> {

        private final String file;
        private final String meaning;
        private final List<Column> columns = new ArrayList<>();
        private final List<Cell<R>> cells = new ArrayList<>();
        private final Set<String> names = new HashSet<>();

        private Builder(String file, String meaning) {
            this.file = file;
            this.meaning = meaning;
        }

        /** A text; null is missing. A text that begins with = + - @ TAB or CR is refused when a row is read. */
        public Builder<R> text(String name, String meaning, Function<? super R, @Nullable String> value) {
            TextGuard guard = new TextGuard(file, name);
            return add(new Column(name, Column.Type.TEXT, "", meaning), (row, to) -> {
                String text = value.apply(row);
                if (text == null) {
                    to.missing();
                } else {
                    to.text(guard.checked(text));
                }
            });
        }

        /** A whole number that is always there. */
        public Builder<R> integer(String name, String unit, String meaning, ToLongFunction<? super R> value) {
            return add(
                    new Column(name, Column.Type.INTEGER, unit, meaning),
                    (row, to) -> to.integer(value.applyAsLong(row)));
        }

        /** A whole number; null is missing. */
        public Builder<R> optionalInteger(
                String name, String unit, String meaning, Function<? super R, @Nullable Long> value) {
            return add(new Column(name, Column.Type.INTEGER, unit, meaning), (row, to) -> {
                Long number = value.apply(row);
                if (number == null) {
                    to.missing();
                } else {
                    to.integer(number);
                }
            });
        }

        /** A double; NaN is missing, an infinity is refused when a row is read. */
        public Builder<R> decimal(String name, String unit, String meaning, ToDoubleFunction<? super R> value) {
            String where = file + " column \"" + name + "\"";
            return add(new Column(name, Column.Type.DECIMAL, unit, meaning), (row, to) -> {
                double number = value.applyAsDouble(row);
                if (Double.isInfinite(number)) {
                    throw new IllegalArgumentException(where + ": a number must be finite or missing, got " + number);
                }
                if (Double.isNaN(number)) {
                    to.missing();
                } else {
                    to.decimal(number);
                }
            });
        }

        /** A date in UTC; null is missing. */
        public Builder<R> date(String name, String meaning, Function<? super R, @Nullable LocalDate> value) {
            return add(new Column(name, Column.Type.DATE, "", meaning), (row, to) -> {
                LocalDate date = value.apply(row);
                if (date == null) {
                    to.missing();
                } else {
                    to.date(date);
                }
            });
        }

        /** A truth value. */
        public Builder<R> bool(String name, String meaning, Predicate<? super R> value) {
            return add(new Column(name, Column.Type.BOOLEAN, "", meaning), (row, to) -> to.bool(value.test(row)));
        }

        /** Columns that several tables share. */
        public Builder<R> with(UnaryOperator<Builder<R>> shared) {
            return shared.apply(this);
        }

        /**
         * The finished declaration.
         *
         * @throws IllegalArgumentException if there is no column
         */
        public Table<R> build() {
            if (columns.isEmpty()) {
                throw new IllegalArgumentException(file + " has no column");
            }
            return new Table<>(this);
        }

        private Builder<R> add(Column column, Cell<R> cell) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException(file + " has two columns \"" + column.name() + "\"");
            }
            columns.add(column);
            cells.add(cell);
            return this;
        }
    }
}
