package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;
import static straits.experiments.output.Runs.failed;
import static straits.experiments.output.Runs.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.Trials;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Answers;
import straits.experiments.montecarlo.UnitResult;

final class SensitivityTest {

    private static final Experiment MORRIS = Trials.experiment("""
            regimes: [free]
            factors:
              days: {path: warm_up, low: 1 days, high: 5 days}
              price: {path: anchors.big.max_price, low: 1.5 USD per H100e-hour, high: 3 USD per H100e-hour}
            design: {morris: {trajectories: 4}}
            """);

    /** Held is the number of the replication, a hundred of it more at each point: luck is 100 times what the input does. */
    private static UnitResult lucky(int point, int replication) {
        Answers answers = Answers.MISSING.with(Answer.MARKET_MEAN_H100E, point + 100.0 * replication);
        return run(point, "free", replication, answers);
    }

    private static List<UnitResult> results(int replications) {
        List<UnitResult> results = new ArrayList<>();
        MORRIS.points().forEach(point -> {
            for (int replication = 0; replication < replications; replication++) {
                results.add(lucky(point.index(), replication));
            }
        });
        return results;
    }

    private static List<String> lines(Path folder, List<Sensitivity.Row> rows) throws Exception {
        TableFile.writeAll(Disk.PLAIN, folder, Sensitivity.TABLE, rows);
        return Files.readAllLines(folder.resolve("sensitivity.csv"));
    }

    @Test
    void everyFactorHasItsThreeIndices(@TempDir Path folder) throws Exception {
        List<String> lines = lines(folder, Sensitivity.rows(MORRIS, results(1)));
        assertThat(lines.get(0))
                .isEqualTo("regime,block,answer,factor,other_factor,index,unit,estimate,ci_low,ci_high,n,n_left_out");
        assertThat(lines).hasSize(7);
        assertThat(lines.get(1)).startsWith("free,,market_mean_h100e,days,,mu,h100e,");
        assertThat(lines.get(5))
                .startsWith("free,,market_mean_h100e,price,,mu_star,h100e,1.5,")
                .endsWith(",4,0");
    }

    /** Of a point whose second replication failed only the first is compared: else luck would be taken for an effect. */
    @Test
    void onlyReplicationsThatAllPointsHaveAreCompared(@TempDir Path folder) throws Exception {
        List<UnitResult> results = results(2);
        results.set(5, failed(2, "free", 1));
        List<String> lines = lines(folder, Sensitivity.rows(MORRIS, results));
        assertThat(lines.get(5)).contains("price,,mu_star,h100e,1.5,").endsWith(",4,0");
    }

    @Test
    void aTrajectoryWithoutAValueIsLeftOutAndCounted(@TempDir Path folder) throws Exception {
        List<UnitResult> results = results(1);
        results.set(7, failed(7, "free", 0));
        assertThat(lines(folder, Sensitivity.rows(MORRIS, results)).get(1)).endsWith(",3,1");
        List<UnitResult> none = MORRIS.points().stream()
                .map(point -> failed(point.index(), "free", 0))
                .toList();
        assertThat(Sensitivity.rows(MORRIS, none)).isEmpty();
    }

    @Test
    void sharesHaveAUnitOfTheirOwnAndInteractionsTwoFactors(@TempDir Path folder) throws Exception {
        Experiment saltelli = Trials.experiment("""
                blocks:
                  indices:
                    factors:
                      regime: {values: [free]}
                      days: {path: warm_up, low: 1 days, high: 5 days}
                    design: {saltelli: {points: 8, second_order: true}}
                """);
        List<UnitResult> results = new ArrayList<>();
        saltelli.points().forEach(point -> results.add(lucky(point.index(), 0)));
        List<String> lines = lines(folder, Sensitivity.rows(saltelli, results));
        assertThat(lines).hasSize(6);
        assertThat(lines.get(1)).startsWith(",indices,market_mean_h100e,regime,,S1,fraction,");
        assertThat(lines.get(5)).startsWith(",indices,market_mean_h100e,regime,days,S2,fraction,");
    }
}
