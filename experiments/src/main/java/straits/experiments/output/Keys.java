package straits.experiments.output;

import java.util.function.Function;
import straits.experiments.montecarlo.OfPool;
import straits.experiments.montecarlo.PeriodKey;
import straits.experiments.montecarlo.UnitKey;

/** The key columns that tables share, always by the same names and in the same order. */
final class Keys {

    private Keys() {}

    static <R> Table.Builder<R> unit(Table.Builder<R> table, Function<? super R, UnitKey> key) {
        return table.integer("point", "", "design point", row -> key.apply(row).point())
                .text("regime", "key of the regime", row -> key.apply(row).regime())
                .integer(
                        "replication",
                        "",
                        "number of the replication, from 0",
                        row -> key.apply(row).replication());
    }

    static <R> Table.Builder<R> period(Table.Builder<R> table, Function<? super R, PeriodKey> key) {
        return unit(table, row -> key.apply(row).unit())
                .date(
                        "period_start",
                        "first day of the calendar month, or of the run",
                        row -> key.apply(row).start());
    }

    static <R extends OfPool> Table.Builder<R> pool(Table.Builder<R> table) {
        return period(table, OfPool::key)
                .text("provider", "owner of the pool", OfPool::provider)
                .text("country", "country of the site", OfPool::country)
                .text("chip", "chip model", OfPool::chip)
                .text("site", "site of the pool", OfPool::site);
    }
}
