package straits.experiments.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.TwoRules;
import straits.experiments.analysis.PairedContrast;
import straits.experiments.design.Point;
import straits.experiments.montecarlo.Answer;
import straits.experiments.output.Summary;

final class StudyTest {

    @TempDir
    Path folder;

    private Study study = Study.of("");

    @BeforeEach
    void writeTheWorld() throws IOException {
        Path file = Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT);
        study = Study.of(file.toString()).with("horizon", "20 days");
    }

    @Test
    void givesTheNumbersOfTheTables() {
        Results results = study.run(2);
        Summary.Row held = results.mean("licences", Answer.ANCHOR_MEAN_H100E);
        assertThat(results.summary()).contains(held);
        assertThat(held.n()).isEqualTo(3);
        PairedContrast difference = results.difference("licences", "free", Answer.ANCHOR_MEAN_H100E);
        assertThat(results.contrasts()).anyMatch(row -> row.contrast().equals(difference));
        assertThat(difference.meanDifference())
                .isEqualTo(held.mean()
                        - results.mean("free", Answer.ANCHOR_MEAN_H100E).mean());
        assertThat(results.fill()).isNotEmpty();
        assertThat(results.failed()).isEmpty();
    }

    @Test
    void threadsChangeNothing() {
        assertThat(study.run(3).summary()).isEqualTo(study.run(1).summary());
    }

    @Test
    void everyChangeIsANewStudy() {
        assertThat(study.regimes("licences").experiment().points())
                .extracting(Point::regime)
                .containsExactly("licences");
        assertThat(study.replications(7).seed("a \"b\"").experiment().scenario())
                .satisfies(scenario -> assertThat(scenario.replications()).isEqualTo(7))
                .satisfies(scenario -> assertThat(scenario.seed()).isEqualTo("a \"b\""));
        assertThat(study.experiment().points()).hasSize(2);
        assertThat(study.experiment().scenario().replications()).isEqualTo(3);
    }

    @Test
    void runsExperimentsToo() throws IOException {
        String text = "experiment: 1\nname: trial\nscenario: world.yaml\nreplications: 1\nset: {horizon: 15 days}\n"
                + "budget_rules: [as_given, unlimited]\n";
        Path file = Files.writeString(folder.resolve("trial.yaml"), text);
        Results results = Study.of(file.toString()).run(1);
        Point last = results.experiment().points().get(3);
        assertThat(results.mean(last, Answer.ANCHOR_MEAN_H100E).point()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> results.mean("free", Answer.ANCHOR_MEAN_H100E))
                .withMessage(
                        "2 points under regime \"free\"; name one of the experiment's points instead. Its regimes are"
                                + " free, licences");
    }

    @Test
    void saysEverythingThatIsWrong() {
        assertThatThrownBy(() -> study.with("horizn", "1 h").regimes("fre").run(1))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("did you mean \"horizon\"");
        assertThatThrownBy(() -> study.regimes("fre").run(1))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("did you mean \"free\"");
        assertThatThrownBy(() -> Study.of("seven-bilion").run(1))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("did you mean \"seven-billion\"");
    }

    @Test
    void aDateHasNoMean() {
        Results results = study.replications(1).run(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> results.mean("free", Answer.ANCHOR_FIRST_UNMET_DATE))
                .withMessage("anchor_first_unmet_date is a date and has no mean; see summary() and contrasts()");
    }
}
