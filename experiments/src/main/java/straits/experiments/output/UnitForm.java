package straits.experiments.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Answers;
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
        List<TableText> rows = new ArrayList<>();
        PARTS.subList(1, PARTS.size()).forEach(part -> rows.add(part.text(result)));
        UnitResult hashed = result.withResultsFingerprint(fingerprint(result.answers(), rows));
        rows.add(0, PARTS.get(0).text(hashed));
        return new UnitText(hashed, rows);
    }

    /** Two check sums of what is written, which processors compute as fast as they read. */
    private static long fingerprint(Answers answers, List<TableText> rows) {
        CRC32C low = new CRC32C();
        CRC32 high = new CRC32();
        ByteBuffer numbers = ByteBuffer.allocate(Long.BYTES * Answer.values().length);
        for (Answer answer : Answer.values()) {
            numbers.putLong(Double.doubleToLongBits(answers.value(answer)));
        }
        byte[] binding = answers.category(Answer.ANCHOR_BINDING).getBytes(UTF_8);
        Stream.concat(Stream.of(numbers.array(), binding), rows.stream().map(TableText::bytes))
                .forEach(bytes -> {
                    low.update(bytes);
                    high.update(bytes);
                });
        return high.getValue() << Integer.SIZE | low.getValue();
    }
}
