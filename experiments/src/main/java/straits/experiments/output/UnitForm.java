package straits.experiments.output;

import java.util.List;
import java.util.function.Function;
import straits.experiments.montecarlo.UnitResult;
import straits.experiments.montecarlo.UnitRows;

/** How results are written: the tables that every run adds rows to, in their order. Safe to use from many threads. */
public final class UnitForm {

    private static final List<Part<?>> PARTS = List.of(
            new Part<>(Tables.OUTCOMES, List::of),
            part(Tables.SERIES, UnitRows::series),
            part(Tables.TENANTS, UnitRows::tenants),
            part(Tables.CHANNELS, UnitRows::channels),
            part(Tables.UNMET, UnitRows::unmet),
            part(Tables.DENIALS, UnitRows::denials),
            part(Tables.QUOTAS, UnitRows::quotas),
            part(Tables.BINDING, UnitRows::binding),
            part(Tables.ACCOUNTS, UnitRows::accounts),
            part(Tables.CLASSES, UnitRows::classes),
            part(Tables.JURISDICTIONS, UnitRows::jurisdictions),
            part(Tables.DESK, UnitRows::desk),
            part(Tables.FAILURES, UnitRows::failures),
            part(Tables.BARGAINING, UnitRows::bargaining),
            part(Tables.LEDGER, UnitRows::ledger),
            part(Tables.SPOT, UnitRows::spot));

    private UnitForm() {}

    private record Part<R>(Table<R> table, Function<UnitResult, List<R>> rows) {

        TableText text(UnitResult result) {
            CsvText<R> text = new CsvText<>(table);
            rows.apply(result).forEach(text::add);
            return text.take();
        }
    }

    private static <R> Part<R> part(Table<R> table, Function<UnitRows, List<R>> rows) {
        return new Part<>(table, result -> rows.apply(result.rows()));
    }

    /** The tables. */
    public static List<Table<?>> tables() {
        return PARTS.stream().<Table<?>>map(Part::table).toList();
    }

    /**
     * The rows of a result.
     *
     * @throws IllegalArgumentException naming the table and the column, if a cell is refused
     */
    public static UnitText text(UnitResult result) {
        return new UnitText(
                result, PARTS.stream().map(part -> part.text(result)).toList());
    }
}
