package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.Trials;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Answers;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.montecarlo.UnitResult;
import straits.experiments.montecarlo.UnitRows;

/** The table of points, and what is told of the spread over them. */
final class UncertaintyTest {

    private static final String SAMPLED =
            "regimes: [free]\nfactors:\n  days: {path: warm_up, low: 1 days, high: 5 days}\n"
                    + "  wait: {path: market.waiting, values: [lost, backfill]}\ndesign: {latin_hypercube: {points: 2}}\n";

    private static UnitResult result(int point, int replication, double held) {
        Answers answers = Answers.MISSING.with(Answer.MARKET_MEAN_H100E, held);
        return new UnitResult(
                new UnitKey(point, "free", replication),
                UnitResult.OK,
                UnitResult.HORIZON,
                answers,
                List.of(),
                UnitRows.NONE);
    }

    private static final List<UnitResult> RESULTS =
            List.of(result(0, 0, 1), result(0, 1, 3), result(1, 0, 6), result(1, 1, 10));

    @Test
    void inputsAndReplicationsAreToldApart(@TempDir Path folder) throws Exception {
        Experiment experiment = Trials.experiment(SAMPLED);
        List<Uncertainty.Row> rows = Uncertainty.rows(experiment.points(), RESULTS);
        assertThat(rows).hasSize(1);
        TableFile.writeAll(Disk.PLAIN, folder, Uncertainty.TABLE, rows);
        // By hand in VarianceComponentsTest: 15.5 between points, 5 within.
        assertThat(Files.readAllLines(folder.resolve("uncertainty.csv")).get(1))
                .startsWith("free,,market_mean_h100e,h100e,2,4,5.0,")
                .contains("," + Math.sqrt(15.5) + "," + Math.sqrt(5) + ",");
        assertThat(PointsSheet.text(experiment, RESULTS, rows, List.of()))
                .contains("point 0 (free, days = ", "point 1 (free, days");
    }

    @Test
    void pointsThatAreNoSampleHaveNoUncertainty() {
        String listed = SAMPLED.replace("{latin_hypercube: {points: 2}}", "{morris: {trajectories: 2}}");
        assertThat(Uncertainty.rows(Trials.experiment(listed).points(), RESULTS))
                .isEmpty();
    }

    @Test
    void pointsHaveAColumnPerFactor(@TempDir Path folder) throws Exception {
        Experiment experiment = Trials.experiment("""
                blocks:
                  one: {factors: {days: {path: warm_up, values: [1 days, 2 days]}, regime: {values: [free]}}}
                  two: {factors: {min-block: {path: market.waiting, values: [lost]}}}
                """);
        TableFile.writeAll(Disk.PLAIN, folder, PointsTable.declare(experiment), experiment.points());
        assertThat(Files.readString(folder.resolve("points.csv"))).isEqualTo("""
                point,regime,block,days,min_block
                0,free,one,1.0,
                1,free,one,2.0,
                2,free,two,,lost
                3,licences,two,,lost
                """);
        assertThat(PointsTable.declare(experiment).columns().get(3).unit()).isEqualTo("days");
    }

    @Test
    void sampledPointsSayWhichPartOfTheDesignTheyAre(@TempDir Path folder) throws Exception {
        Experiment experiment =
                Trials.experiment("regimes: [free]\nfactors: {days: {path: warm_up, low: 1 days, high: 4 days}}\n"
                        + "design: {morris: {trajectories: 2}}\n");
        TableFile.writeAll(Disk.PLAIN, folder, PointsTable.declare(experiment), experiment.points());
        List<String> lines = Files.readAllLines(folder.resolve("points.csv"));
        assertThat(lines).hasSize(5).startsWith("point,regime,sample,role,days");
        assertThat(lines.get(1)).startsWith("0,free,0,start,");
        assertThat(lines.get(4)).startsWith("3,free,1,days,");
    }

    @Test
    void manyPointsAreALinePerAnswer() {
        Experiment grid = Trials.experiment(
                "regimes: [free]\nfactors: {days: {path: warm_up, low: 1 days, high: 20 days, levels: 20}}\n");
        List<UnitResult> results = new ArrayList<>();
        grid.points().forEach(point -> results.add(result(point.index(), 0, 100 - point.index())));
        assertThat(PointsSheet.text(grid, results, List.of(), List.of()))
                .contains("Under free, 20 points", "least", "Leased, whole market, h100e")
                .containsPattern("81\\.0\\s+19\\s+100\\.0\\s+0|81\\s+19\\s+100\\s+0")
                .doesNotContain("sd, inputs");

        Experiment sample = Trials.experiment(SAMPLED.replace("points: 2", "points: 20"));
        List<UnitResult> twice = new ArrayList<>();
        sample.points()
                .forEach(point -> twice.addAll(
                        List.of(result(point.index(), 0, point.index()), result(point.index(), 1, point.index() + 2))));
        assertThat(PointsSheet.text(sample, twice, Uncertainty.rows(sample.points(), twice), List.of()))
                .contains("sd, inputs", "sd, replications")
                .containsPattern("Leased, whole market, h100e +10\\.5 ");
    }

    @Test
    void aScenarioByItselfHasTheTableOfBefore() {
        Experiment plain = straits.experiments.TwoRules.experiment();
        assertThat(PointsTable.declare(plain).columns())
                .extracting(Column::name)
                .containsExactly("point", "regime");
        assertThat(plain.references()).isEqualTo(Map.of(0, 0, 1, 0));
        assertThat(plain.planText()).isNull();
    }
}
