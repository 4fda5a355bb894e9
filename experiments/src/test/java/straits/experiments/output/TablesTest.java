package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.montecarlo.AnchorShortfall;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Answers;
import straits.experiments.montecarlo.BindingRow;
import straits.experiments.montecarlo.PeriodKey;
import straits.experiments.montecarlo.QuotaRow;
import straits.experiments.montecarlo.UnitKey;
import straits.market.Reason;

final class TablesTest {

    private static final List<String> KEYS =
            List.of("point", "regime", "replication", "period_start", "tenant", "provider", "country", "class", "chip");
    private static final UnitKey UNIT = new UnitKey(1, "open", 2);

    private static final List<Table<?>> ALL = List.of(
            Tables.OUTCOMES,
            Tables.SERIES,
            Tables.TENANTS,
            Tables.CHANNELS,
            Tables.UNMET,
            Tables.DENIALS,
            Tables.QUOTAS,
            Tables.BINDING,
            Tables.ACCOUNTS,
            Tables.CLASSES,
            Tables.JURISDICTIONS,
            Tables.DESK,
            Tables.FAILURES,
            Tables.BARGAINING,
            Tables.LEDGER);

    @Test
    void keysComeFirstAndInOneOrder() {
        for (Table<?> table : ALL) {
            List<String> names = table.columns().stream().map(Column::name).toList();
            List<String> keys = KEYS.stream().filter(names::contains).toList();
            assertThat(names.subList(0, keys.size())).as(table.file()).isEqualTo(keys);
            assertThat(keys).as(table.file()).startsWith("point", "regime", "replication");
        }
    }

    @Test
    void outcomesHaveAColumnPerAnswer() {
        List<String> expected = new ArrayList<>(List.of("point", "regime", "replication", "status", "stop_reason"));
        for (Answer answer : Answer.values()) {
            expected.add(answer.key());
        }
        expected.addAll(List.of("events_fingerprint", "books_fingerprint", "results_fingerprint"));
        assertThat(Tables.OUTCOMES.columns()).extracting(Column::name).containsExactlyElementsOf(expected);
    }

    @Test
    void anOutcomeAndAFailureAreRows(@TempDir Path folder) throws Exception {
        Answers answers = Answers.MISSING
                .with(Answer.BUDGET_BOUND_GPUS, 614_682)
                .with(Answer.ANCHOR_MEAN_H100E, 0.5)
                .with(Answer.ANCHOR_FIRST_UNMET_DATE, LocalDate.of(2025, 4, 3).toEpochDay() + 0.0)
                .with(Answer.FIRST_CAP_BOUND_DATE, Double.POSITIVE_INFINITY)
                .withBinding("chips");
        TableFile.writeAll(
                Disk.PLAIN,
                folder,
                Tables.OUTCOMES,
                List.of(Runs.run(0, "open", 0, answers), Runs.failed(0, "open", 1)));
        assertThat(Files.readAllLines(folder.resolve("outcomes.csv")).subList(1, 3))
                .containsExactly(
                        "0,open,0,ok,horizon,614682,0.5,,,,,,,,,,,2025-04-03,chips"
                                + commas(Answer.ANCHOR_BINDING.ordinal() + 1) + ",0000000000000000".repeat(3),
                        "0,open,1,failed,the ledger does not balance" + commas(0) + ",,,");
    }

    /** One for each answer from this one on that is missing. */
    private static String commas(int fromAnswer) {
        return ",".repeat(Answer.values().length - fromAnswer);
    }

    @Test
    void binding(@TempDir Path folder) throws Exception {
        Map<Reason, Double> byReason = new EnumMap<>(Map.of(Reason.CHIPS, 30.0, Reason.PRICE, 10.0));
        AnchorShortfall some = new AnchorShortfall(100, 40, 5, byReason, Reason.CHIPS);
        AnchorShortfall none = new AnchorShortfall(100, 0, 0, Map.of(), Reason.NEED);
        PeriodKey month = new PeriodKey(UNIT, LocalDate.of(2025, 2, 1));
        TableFile.writeAll(
                Disk.PLAIN,
                folder,
                Tables.BINDING,
                List.of(new BindingRow(month, "a", some), new BindingRow(month, "b", none)));
        assertThat(Files.readString(folder.resolve("binding.csv"))).isEqualTo("""
                point,regime,replication,period_start,tenant,label,need_h100e_hours,unfilled_h100e_hours,\
                short_of_money_h100e_hours,price_fraction,chips_fraction,power_fraction,licence_fraction,cap_fraction,\
                screening_fraction,time_fraction
                1,open,2,2025-02-01,a,chips,100.0,40.0,5.0,0.25,0.75,0.0,0.0,0.0,0.0,0.0
                1,open,2,2025-02-01,b,need,100.0,0.0,0.0,,,,,,,
                """);
    }

    @Test
    void quotas(@TempDir Path folder) throws Exception {
        QuotaRow cap = new QuotaRow(UNIT, "cap", "", "malaysia", 10, 4, 6, null, "", "", null);
        LocalDate renews = LocalDate.of(2026, 1, 1);
        QuotaRow year = new QuotaRow(UNIT, "few", "gulf-2025", "", 10, 4, 6, null, "2025", "", renews);
        QuotaRow licence = new QuotaRow(UNIT, "hardware", "gulf", "malaysia", 10, 4, 6, null, "", "3", null);
        TableFile.writeAll(Disk.PLAIN, folder, Tables.QUOTAS, List.of(cap, year, licence));
        assertThat(Files.readString(folder.resolve("quotas.csv"))).isEqualTo("""
                point,regime,replication,country,rule,holder,granted_tpp,drawn_tpp,left_tpp,first_bound_date,year,\
                licence,renews_date
                1,open,2,malaysia,cap,,10,4,6,,,,
                1,open,2,,few,gulf-2025,10,4,6,,2025,,2026-01-01
                1,open,2,malaysia,hardware,gulf,10,4,6,,,3,
                """);
    }
}
