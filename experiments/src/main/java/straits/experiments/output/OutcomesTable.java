package straits.experiments.output;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import straits.experiments.montecarlo.Answer;
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
        return table.build();
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
