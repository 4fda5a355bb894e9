package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.experiments.output.Runs.failed;
import static straits.experiments.output.Runs.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.analysis.Wilson;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Answers;
import straits.experiments.montecarlo.UnitResult;

final class SummaryTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    private static Answers held(double value) {
        return Answers.MISSING.with(Answer.ANCHOR_MEAN_H100E, value);
    }

    /** 2, 4, 9: mean 5, variance 13, t(0.975, 2) = 4.302653. */
    @Test
    void aNumberHasAMeanWithItsInterval() {
        Summary.Row row =
                only(List.of(run(0, "open", 0, held(2)), run(0, "open", 1, held(4)), run(0, "open", 2, held(9))));
        double standardError = Math.sqrt(13.0 / 3);
        assertThat(row.n()).isEqualTo(3);
        assertThat(row.mean()).isEqualTo(5);
        assertThat(row.standardError()).isCloseTo(standardError, within(1e-12));
        assertThat(row.interval().high()).isCloseTo(5 + 4.302653 * standardError, within(1e-5));
        assertThat(row.relativeHalfWidth()).isCloseTo(4.302653 * standardError / 5, within(1e-5));
        assertThat(row.number(1, 0)).isEqualTo(4);
        assertThat(row.number(1, 1)).isNaN();
        assertThat(row.category()).isEmpty();
        assertThat(row.share()).isNaN();
    }

    /** 10 of 100 and 90 of 100 000: not the mean of 0.1 and 0.0009. */
    @Test
    void aRatioIsTheRatioOfTotals() {
        Summary.Row row = only(List.of(
                run(0, "open", 0, Answers.MISSING.withRatio(Answer.REFUSED_REQUESTS_FRACTION, 10, 100)),
                run(0, "open", 1, Answers.MISSING.withRatio(Answer.REFUSED_REQUESTS_FRACTION, 90, 100_000))));
        assertThat(row.mean()).isCloseTo(100.0 / 100_100, within(1e-15));
    }

    @Test
    void aDateHasAShareOfNeverAndNoMean() {
        double day = LocalDate.of(2025, 4, 3).toEpochDay();
        List<UnitResult> runs = new ArrayList<>();
        for (double each : new double[] {day, NEVER, day + 10, day + 20, NEVER}) {
            runs.add(run(0, "open", runs.size(), Answers.MISSING.with(Answer.ANCHOR_FIRST_UNMET_DATE, each)));
        }
        Summary.Row row = only(runs);
        assertThat(row.category()).isEqualTo("never");
        assertThat(row.share()).isEqualTo(0.4);
        assertThat(row.shareInterval()).isEqualTo(Wilson.interval95(2, 5));
        assertThat(row.mean()).isNaN();
        assertThat(row.day(0, 0)).isEqualTo(day);
        assertThat(row.day(1, 0)).isEqualTo(day + 20);
        assertThat(row.day(2, 0)).isInfinite();
        assertThat(row.number(1, 0)).isNaN();
    }

    @Test
    void aCategoryHasARowPerValue() {
        List<UnitResult> runs = new ArrayList<>();
        for (String each : List.of("chips", "price", "chips", "chips")) {
            runs.add(run(0, "open", runs.size(), Answers.MISSING.withBinding(each)));
        }
        List<Summary.Row> rows = Summary.rows(runs);
        assertThat(rows).extracting(Summary.Row::category).containsExactly("chips", "price");
        assertThat(rows).extracting(Summary.Row::share).containsExactly(0.75, 0.25);
        assertThat(rows).extracting(Summary.Row::n).containsOnly(4);
    }

    @Test
    void failedRunsAndMissingAnswersDoNotCount() {
        Summary.Row row = only(List.of(
                run(0, "open", 0, held(2)),
                failed(0, "open", 1),
                run(0, "open", 2, Answers.MISSING),
                run(0, "open", 3, held(4))));
        assertThat(row.n()).isEqualTo(2);
        assertThat(row.mean()).isEqualTo(3);
    }

    @Test
    void pointsComeInTheirOrder() {
        List<Summary.Row> rows = Summary.rows(
                List.of(run(0, "open", 0, held(2)), run(1, "closed", 0, held(3)), run(0, "open", 1, held(4))));
        assertThat(rows).extracting(Summary.Row::regime).containsExactly("open", "closed");
        assertThat(rows).extracting(Summary.Row::mean).containsExactly(3.0, 3.0);
    }

    @Test
    void linesInTheFile(@TempDir Path folder) throws Exception {
        double day = LocalDate.of(2025, 4, 3).toEpochDay();
        Answers answers = held(2).with(Answer.ANCHOR_FIRST_UNMET_DATE, day).withBinding("chips");
        TableFile.writeAll(Disk.PLAIN, folder, Summary.TABLE, Summary.rows(List.of(run(0, "open", 0, answers))));
        assertThat(Files.readString(folder.resolve("summary.csv"))).isEqualTo("""
                        point,regime,answer,unit,category,n,mean,standard_error,low,high,relative_half_width,\
                        q05,q05_low,q05_high,q50,q50_low,q50_high,q95,q95_low,q95_high,\
                        share_fraction,share_low_fraction,share_high_fraction,\
                        q05_date,q05_low_date,q05_high_date,q50_date,q50_low_date,q50_high_date,q95_date,q95_low_date,q95_high_date
                        0,open,anchor_mean_h100e,h100e,,1,2.0,,,,,2.0,,,2.0,,,2.0,,,,,,,,,,,,,,
                        0,open,anchor_first_unmet_date,date,never,1,,,,,,,,,,,,,,,0.0,0.0,%s,2025-04-03,,,2025-04-03,,,2025-04-03,,
                        0,open,anchor_binding,,chips,1,,,,,,,,,,,,,,,1.0,%s,1.0,,,,,,,,,
                        """.formatted(
                        Wilson.interval95(0, 1).high(), Wilson.interval95(1, 1).low()));
    }

    private static Summary.Row only(List<UnitResult> runs) {
        List<Summary.Row> rows = Summary.rows(runs);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
