package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.verification.Finding;
import straits.experiments.verification.Score;
import straits.experiments.verification.Scorecard;

final class VerifyCommandTest {

    @TempDir
    Path folder;

    @Test
    void printsScoresAndWritesThem() throws IOException {
        Path out = folder.resolve("new/scores");
        Cli cli = Cli.run("verify", "--case", "S24,S20", "--threads", "2", "--out", out.toString());
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out())
                .contains("99.9 % interval", "S20 One posted price", "time full", "2 cases, 10 outputs: 10 PASS\n")
                .containsPattern("HHI +2600 +2600 +PASS")
                .containsSubsequence("S20", "S24");
        assertThat(cli.err()).contains("S20, case 1 of 2", "verification.csv");
        List<String> lines = Files.readAllLines(out.resolve("verification.csv"));
        assertThat(lines).hasSize(11);
        assertThat(lines.get(0))
                .startsWith(
                        "case,output,exact,estimate,low,high,tolerance_fraction,power_reached,verdict,source,version");
        assertThat(lines.get(5)).startsWith("S24,HHI,2600.0,2600.0,,,,,PASS,");
        try (var files = Files.list(out)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whatIsThereIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("verification.csv"), "mine");
        Cli cli = Cli.run("verify", "--case", "S24", "--out", folder.toString());
        assertThat(cli.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(cli.err()).contains("verification.csv is there already");
        assertThat(cli.out()).isEmpty();
        assertThat(file).hasContent("mine");
    }

    @Test
    void saysWhatMayBeChosen() {
        assertThat(Cli.run("verify", "--case", "S24,S99").err()).contains("found S99; must be one of S01, S02");
        assertThat(Cli.run("verify", "--case", "S99").exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Cli.run("verify", "--quick", "--case", "S14").err()).contains("S14", "the quick ones");
        assertThat(Cli.run("verify", "--threads", "0").err()).contains("--threads must be 1 or more, was 0");
        assertThat(Cli.run("verify", "--times", "0").err()).contains("--times must be from 1 to 100, was 0");
    }

    @Test
    void aStopWritesNothing() {
        Cli cli = Cli.runStopped(
                "verify", "--case", "S24", "--out", folder.resolve("none").toString());
        assertThat(cli.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(cli.err()).contains("interrupted; nothing was written");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void oneMissIsAFailure() {
        List<Score> scores = new ArrayList<>(Scorecard.shipped());
        assertThat(VerifyCommand.exitCode(scores)).isEqualTo(ExitCode.DONE);
        scores.add(with(scores.get(0), Finding.TOO_FEW));
        assertThat(VerifyCommand.exitCode(scores)).isEqualTo(ExitCode.FAILED_REPLICATION);
        scores.set(scores.size() - 1, with(scores.get(0), Finding.FAIL));
        assertThat(VerifyCommand.exitCode(scores)).isEqualTo(ExitCode.FAILED_REPLICATION);
    }

    @Test
    void freshDrawsAreJudgedTogether() {
        Cli cli = Cli.run("verify", "--case", "S20", "--fresh", "a night", "--threads", "2");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).endsWith("By Holm at 1 % over all outputs together: 1 case, 4 outputs: 4 PASS\n");
        assertThat(cli.out()).isNotEqualTo(Cli.run("verify", "--case", "S20").out());
    }

    private static Score with(Score score, Finding finding) {
        return new Score(
                score.caseId(),
                score.title(),
                score.output(),
                score.exact(),
                score.estimate(),
                score.low(),
                score.high(),
                score.toleranceFraction(),
                score.powerReached(),
                finding,
                score.source(),
                score.version(),
                score.rule(),
                score.replications(),
                score.seed(),
                score.note());
    }
}
