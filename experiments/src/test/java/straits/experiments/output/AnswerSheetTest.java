package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;
import static straits.experiments.output.Runs.failed;
import static straits.experiments.output.Runs.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.experiments.analysis.Interval;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Answers;
import straits.experiments.montecarlo.FillSample;
import straits.experiments.montecarlo.UnitResult;
import straits.scenario.Scenario;

final class AnswerSheetTest {

    private static final Scenario ASKED = TestScenarios.twoTiers();

    private static Answers answers(double held, double paid, double unmetDay, String binding) {
        return Answers.MISSING
                .with(Answer.BUDGET_BOUND_GPUS, 614_682)
                .with(Answer.ANCHOR_NEED_H100E, 99_000)
                .with(Answer.ANCHOR_MEAN_H100E, held)
                .with(Answer.ANCHOR_FILL_FRACTION, held / 614_682)
                .withRatio(Answer.ANCHOR_PAID_USD_PER_H100E_HOUR, paid * held, held)
                .with(Answer.ANCHOR_SPEND_USD, 9e8)
                .with(Answer.ANCHOR_FIRST_UNMET_DATE, unmetDay)
                .withBinding(binding);
    }

    private static List<UnitResult> runs() {
        double day = LocalDate.of(2025, 4, 3).toEpochDay();
        double never = Double.POSITIVE_INFINITY;
        List<UnitResult> runs = new ArrayList<>();
        for (int replication = 0; replication < 4; replication++) {
            double luck = 100 * replication;
            runs.add(run(0, "open", replication, answers(61_000 + luck, 1.82, day, "chips")));
            runs.add(run(1, "tight", replication, answers(41_000 + 1.1 * luck, 2.05, never, "cap")));
            double noise = replication % 2 == 0 ? 500 : -500;
            String reason = replication == 0 ? "price" : "chips";
            double date = replication == 0 ? never : day;
            runs.add(run(2, "draft", replication, answers(61_000 + luck + noise, 1.82, date, reason)));
            runs.add(
                    replication == 3
                            ? failed(3, "odd", 3)
                            : run(3, "odd", replication, answers(70_000, 2, day, "need")));
        }
        return runs;
    }

    /** Points by their regimes, as those of a scenario by itself. */
    private static String sheet(Scenario scenario, List<UnitResult> runs) {
        List<String> titles = new ArrayList<>();
        runs.forEach(run -> {
            while (titles.size() <= run.key().point()) {
                titles.add("");
            }
            titles.set(run.key().point(), run.key().regime());
        });
        return AnswerSheet.text(scenario, titles, runs);
    }

    private static final String SHEET = sheet(ASKED, runs());

    @Test
    void fitsAScreen() {
        assertThat(SHEET.lines()).allMatch(line -> line.length() <= 120).noneMatch(line -> line.endsWith(" "));
        assertThat(SHEET).endsWith("\n");
    }

    @Test
    void needBudgetAndFillStandSideBySide() {
        assertThat(SHEET)
                .containsPattern("open +99,000 +614,682 +61,150 +61\\.8 % +9\\.9 %\n")
                .containsPattern("tight +99,000 +614,682 +41,165 +41\\.6 % +6\\.7 %\n");
    }

    @Test
    void theReferenceComesFirstInEveryBlock() {
        assertThat(SHEET.lines().filter(line -> line.matches(" +open +tight +draft")))
                .hasSize(1);
        assertThat(SHEET.lines().filter(line -> line.matches(" +open +odd"))).hasSize(1);
        assertThat(SHEET).containsPattern("Replications +4 +3, 1 failed\n");
    }

    /** 61,150 with standard deviation 129.1 over 4: t 3.182446 x 64.55 = 205.4. */
    @Test
    void meansHaveIntervalsAndDifferencesAreMarkedOnlyWhereTheyCanBeTold() {
        assertThat(SHEET)
                .containsPattern(
                        "Held, h100e +61,150 \\[60,945 \\.\\. 61,355\\] +41,165 \\[40,939 \\.\\. 41,391\\] - +61,150 \\[.*\\] =\n");
    }

    @Test
    void datesAndCategoriesAreNoMeans() {
        assertThat(SHEET)
                .containsPattern("First unmet, median +2025-04-03 +never in 4 of 4 +2025-04-03, never in 1 of 4\n")
                .containsPattern("What stopped it +chips in 4 of 4 +cap in 4 of 4 +chips in 3 of 4\n");
    }

    @Test
    void moneyIsScaledAndMissingAnswersSaySo() {
        assertThat(SHEET)
                .containsPattern("Spent, m USD +900\\.00 \\[900\\.00 \\.\\. 900\\.00\\]")
                .containsPattern("Market utilisation, % +n/a +n/a +n/a\n");
    }

    @Test
    void saysWhatItMeans() {
        String words = SHEET.replace("\n", " ");
        assertThat(words)
                .contains(
                        "With 7.00 bn USD a year asker could pay for 614,682 GPUs around the clock at 1.30 USD per GPU-hour. "
                                + "Under open it needed 99,000 h100e and held 61,150 h100e on average (9.9 % of what the budget pays "
                                + "for), paid for at 1.82 USD per h100e-hour; a shortage of chips stopped it.")
                .contains(
                        "Under tight it held 41,165 h100e: 19,985 less than under open, difference [-20,016 .. -19,954]; "
                                + "country caps stopped it.")
                .contains("Under draft it held 61,150 h100e: no difference from open that 4 replications can tell; a "
                        + "shortage of chips stopped it in 3 of 4.")
                .contains("nothing stopped it: at its reviews it found what it needed.");
    }

    /** The world asks for 10, 20 and 61 H100e at 2, 2.5 and 3 USD. */
    @Test
    void saysInHowManyReplicationsTheLargestSizeWasReached() {
        FillSample low = new FillSample(LocalDate.of(2025, 2, 28), 2, 100);
        FillSample enough = new FillSample(LocalDate.of(2025, 2, 28), 3, 61);
        FillSample less = new FillSample(LocalDate.of(2025, 2, 28), 3, 60);
        Answers any = answers(60, 2, 0, "need");
        String sheet = sheet(
                ASKED,
                List.of(
                        run(0, "open", 0, any, low, enough),
                        run(0, "open", 1, any, low, less),
                        run(1, "tight", 0, any, low, less)));
        assertThat(sheet.replace('\n', ' '))
                .contains("At least 61.0 h100e in force at or below 3.00 USD per h100e-hour by 2025-02-28: in 1 of 2 "
                        + "replications under open, in 0 of 1 replications under tight.");
    }

    @Test
    void oneReplicationHasNoIntervalAndNoContrast() {
        String sheet = sheet(
                ASKED,
                runs().stream().filter(run -> run.key().replication() == 0).toList());
        assertThat(sheet)
                .containsPattern("Held, h100e +61,000 n/a +41,000 n/a +61,500 n/a\n")
                .contains("too few pairs of replications to compare it with open");
    }

    @Test
    void aPointWithoutAFinishedRunSaysSo() {
        String sheet = sheet(ASKED, List.of(failed(0, "open", 0), failed(1, "tight", 0)));
        assertThat(sheet)
                .contains("Under open no replication came to its end.")
                .contains("Under tight no replication came to its end.")
                .containsPattern("Replications +0, 1 failed +0, 1 failed\n");
        assertThat(sheet(ASKED, List.of())).contains("No replication was run.");
    }

    @Test
    void pointsOfOneRegimeAreToldApart() {
        String sheet = sheet(
                ASKED,
                List.of(run(0, "open", 0, answers(1, 1, 1, "need")), run(5, "open", 0, answers(2, 1, 1, "need"))));
        assertThat(sheet).containsPattern(" +open #0 +open #5\n");
    }

    @Test
    void withoutAQuestionTheMarketSpeaks() {
        Answers market = Answers.MISSING
                .with(Answer.MARKET_MEAN_H100E, 1234)
                .withRatio(Answer.MARKET_UTILISATION_FRACTION, 61, 100)
                .withRatio(Answer.MARKET_PAID_USD_PER_H100E_HOUR, 182, 100);
        String sheet = sheet(TestScenarios.withoutQuestion(), List.of(run(0, "open", 0, market)));
        assertThat(sheet)
                .contains(
                        "Under open 61.0 % of the rentable GPU-hours were leased, on average 1,234 h100e, paid for at 1.82 USD")
                .doesNotContain("Budget");
    }

    @ParameterizedTest
    @CsvSource({
        "USD, 2.5e9, 2.50 bn USD",
        "USD, 2.5e6, 2.50 m USD",
        "USD, 2500, '2,500 USD'",
        "fraction, 0.123, 12.3 %",
        "h100e, 61234.5, '61,235 h100e'",
        "h100e, 12.34, 12.3 h100e",
        "days, 1.234, 1.23 days",
        "fraction, -0.0001, 0.0 %"
    })
    void numbersForPeople(String unit, double value, String text) {
        assertThat(Scale.of(unit, Math.abs(value)).withUnit(value)).isEqualTo(text);
    }

    @Test
    void aMissingIntervalIsNotAnInterval() {
        assertThat(Scale.of("h100e", 1).text(Interval.MISSING)).isEqualTo("n/a");
    }
}
