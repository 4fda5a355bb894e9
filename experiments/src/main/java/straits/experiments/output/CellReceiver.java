package straits.experiments.output;

import java.time.LocalDate;

/** Takes the cells of a row in column order; one implementation per file format. */
public interface CellReceiver {

    /** A cell with nothing in it. */
    void missing();

    /** A text that no spreadsheet runs as a formula. */
    void text(String value);

    /** A whole number. */
    void integer(long value);

    /** A finite number. */
    void decimal(double value);

    /** A date in UTC. */
    void date(LocalDate value);

    /** A truth value. */
    void bool(boolean value);
}
