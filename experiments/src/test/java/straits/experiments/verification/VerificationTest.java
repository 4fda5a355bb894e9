package straits.experiments.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import straits.experiments.montecarlo.StopSignal;

/**
 * Every quick case, in every build: it passes, and gives the very scores that ship with the program, so that the scorecard is of
 * this version.
 */
final class VerificationTest {

    private static final String VERSION = Scorecard.shipped().get(0).version();

    static Stream<String> quickCases() {
        return Verification.quickCases().stream();
    }

    @ParameterizedTest
    @MethodSource("quickCases")
    void theQuickCasesGiveTheScoresThatShip(String caseId) {
        List<Score> found = new Verification(VERSION, 2, 1, (id, done, of) -> {}, new StopSignal()).run(caseId);
        assertThat(found).allMatch(Score::passed);
        assertThat(found)
                .as("the shipped scorecard is of another version: see experiments/docs/verification.md")
                .isEqualTo(Scorecard.shipped().stream()
                        .filter(score -> score.caseId().equals(caseId))
                        .toList());
    }
}
