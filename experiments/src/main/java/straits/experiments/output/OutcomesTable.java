package straits.experiments.output;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Fingerprints;
import straits.experiments.montecarlo.UnitResult;

/** The declaration of {@code outcomes.csv}: a column per answer. */
final class OutcomesTable {

    private OutcomesTable() {}

    static Table<UnitResult> declare() {
        Table.Builder<UnitResult> table = Keys.unit(Table.of("outcomes.csv", "point x replication"), UnitResult::key)
                .text("status", "ok, or failed: then every answer is empty", UnitResult::status)
                .text("stop_reason", "horizon, or what failed", UnitResult::stopReason);
        for (Answer answer : Answer.values()) {
            add(table, answer);
        }
        fingerprint(table, "events_fingerprint", "hash of the events in their order", Fingerprints::events);
        fingerprint(
                table,
                "books_fingerprint",
                "hash of all accounts and pools at the end of every month and of the run",
                Fingerprints::books);
        fingerprint(
                table,
                "results_fingerprint",
                "hash of the answers and of the rows of this run in all tables",
                Fingerprints::results);
        return table.build();
    }

    /** Equal for equal runs, on any machine; no answer. */
    private static void fingerprint(
            Table.Builder<UnitResult> table, String name, String meaning, ToLongFunction<Fingerprints> hash) {
        table.text(name, meaning + "; 16 hexadecimal digits", unit -> {
            return unit.ok() ? HexFormat.of().toHexDigits(hash.applyAsLong(unit.fingerprints())) : null;
        });
    }

    private static void add(Table.Builder<UnitResult> table, Answer answer) {
        switch (answer.kind()) {
            case CATEGORY -> table.text(answer.key(), answer.meaning(), unit -> category(unit, answer));
            case DATE ->
                table.date(
                        answer.key(),
                        answer.meaning() + "; empty for never within the run",
                        unit -> date(unit, answer));
            case CONSTANT, NUMBER, RATIO, CONTROL -> addNumber(table, answer);
        }
    }

    private static void addNumber(Table.Builder<UnitResult> table, Answer answer) {
        if (answer.whole()) {
            table.optionalInteger(answer.key(), answer.unit(), answer.meaning(), unit -> whole(unit, answer));
        } else {
            table.decimal(
                    answer.key(),
                    answer.unit(),
                    answer.meaning(),
                    unit -> unit.answers().value(answer));
        }
    }

    private static @Nullable Long whole(UnitResult unit, Answer answer) {
        return unit.answers().missing(answer) ? null : Math.round(unit.answers().value(answer));
    }

    private static @Nullable String category(UnitResult unit, Answer answer) {
        return unit.answers().missing(answer) ? null : unit.answers().category(answer);
    }

    private static @Nullable LocalDate date(UnitResult unit, Answer answer) {
        return Days.date(unit.answers().value(answer));
    }
}
