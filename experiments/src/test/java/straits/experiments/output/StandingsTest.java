package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;
import static straits.experiments.output.Runs.failed;
import static straits.experiments.output.Runs.run;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import straits.experiments.TwoRules;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Answers;
import straits.experiments.montecarlo.Shard;
import straits.experiments.montecarlo.UnitResult;

final class StandingsTest {

    private final Experiment experiment = TwoRules.experiment();
    private final Standings standings = new Standings(experiment, Shard.WHOLE);
    private final List<UnitResult> delivered = new ArrayList<>();

    private static Answers held(double h100e, double paid) {
        return Answers.MISSING
                .with(Answer.ANCHOR_MEAN_H100E, h100e)
                .withRatio(Answer.ANCHOR_PAID_USD_PER_H100E_HOUR, paid * h100e, h100e);
    }

    private List<String> after(UnitResult... more) {
        delivered.addAll(List.of(more));
        standings.look(delivered);
        return standings.lines();
    }

    @Test
    void aPointThatHasNotBegunSaysNothing() {
        assertThat(standings.lines()).hasSize(3);
        assertThat(standings.lines().get(1)).matches("free +0/3");
    }

    @Test
    void estimatesAreThoseOfTheSummaryAndIntervalsShrink() {
        assertThat(after(run(0, "free", 0, held(100, 2))).get(1)).matches("free +1/3 +100 n/a +2.00 n/a");
        after(run(0, "free", 1, held(110, 3)), run(0, "free", 2, held(105, 2)));
        Standing free = standings.all().get(0);
        assertThat(free.runs()).isEqualTo(3);
        assertThat(free.answers())
                .isEqualTo(Summary.rows(delivered).stream()
                        .filter(row -> Standings.headline(experiment.scenario()).contains(row.answer()))
                        .toList());
        // Student's t with 2 degrees of freedom: 105 -+ 4.3027 * 5 / sqrt(3).
        assertThat(standings.lines().get(1)).contains(" 3/3 ", "105 [93 .. 117]");
    }

    @Test
    void aFailedRunIsCountedAndInNoMean() {
        List<String> lines = after(run(0, "free", 0, held(100, 2)), failed(0, "free", 1));
        assertThat(lines.get(1)).contains(" 2/3 ", "100 n/a");
        assertThat(lines.get(3)).isEqualTo("1 failed, left out of every mean");
        assertThat(standings.all().get(0).failed()).isEqualTo(1);
    }

    @Test
    void aShardHasItsPartOfEveryPoint() {
        Standings shard = new Standings(experiment, Shard.parse("2/4"));
        // Of the six units 0 to 5, the second of four shards has 1 and 5.
        assertThat(shard.all()).extracting(Standing::planned).containsExactly(1L, 1L);
    }
}
