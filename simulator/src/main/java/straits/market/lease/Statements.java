package straits.market.lease;

import java.util.Arrays;
import java.util.function.ToLongFunction;
import straits.measurement.Ledger;

/** The ledger as it stood at the beginning and at the end of each period. */
final class Statements {

    private final Ledger ledger;
    private final Ledger[] opening;
    private final Ledger[] closing;
    private int current;

    Statements(Ledger ledger, int periods) {
        this.ledger = ledger;
        Ledger empty = ledger.copy();
        opening = new Ledger[periods];
        closing = new Ledger[periods];
        Arrays.fill(opening, empty);
        Arrays.fill(closing, empty);
    }

    void enterPeriod(int period) {
        close();
        opening[period] = closing[current];
        current = period;
    }

    /** Forgets what was posted before now. */
    void restart() {
        System.arraycopy(closing, 0, opening, 0, current);
        opening[current] = ledger.copy();
    }

    void close() {
        closing[current] = ledger.copy();
    }

    Ledger closing(int period) {
        return closing[period];
    }

    /** By how much something grew in a period. */
    long flow(int period, ToLongFunction<Ledger> of) {
        return of.applyAsLong(closing[period]) - of.applyAsLong(opening[period]);
    }
}
