package straits.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import straits.experiments.api.Inputs;
import straits.experiments.montecarlo.StopSignal;
import straits.experiments.output.LoneTable;
import straits.experiments.verification.Holm;
import straits.experiments.verification.Score;
import straits.experiments.verification.ScoreText;
import straits.experiments.verification.Verification;

@Command(
        name = "verify",
        description = {
            "Runs the verification suite that ships with the program.",
            "Small markets whose exact answers theory knows, each held to its answer by an interval that has to cover it and to be"
                    + " narrow enough to notice an error. Exit code 3 if an output does not pass."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  straits verify --quick", "  straits verify --case S05,S22 --out checked"},
        sortOptions = false)
final class VerifyCommand implements Callable<Integer> {

    /** A million short replications of the longest case fill the memory of a small machine. */
    private static final int MOST_TIMES = 100;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(names = "--quick", description = "Only the cases that together take no more than two minutes.")
    private boolean quick;

    @Option(
            names = "--case",
            paramLabel = "CASE",
            split = ",",
            description = "Only these cases, as in S05,S22; default: all.")
    private List<String> cases = new ArrayList<>();

    @Option(
            names = "--fresh",
            paramLabel = "SEED",
            description =
                    "Other draws than those of the scorecard, for a nightly run: any text. An interval in a thousand misses by"
                            + " chance; so misses are judged all together, by Holm at 1 %%, and none is repeated.")
    private @Nullable String fresh;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Write the scores to verification.csv in this folder; one that is there is never overwritten.")
    private @Nullable Path out;

    @Option(
            names = "--times",
            paramLabel = "N",
            description =
                    "So many times the replications that the rules need: 100 show errors a tenth as large; default: 1.")
    private int times = 1;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Replications at a time; default: one per processor. Changes no result.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but the scores and errors.")
    private boolean quiet;

    private final StopSignal stop;

    VerifyCommand(StopSignal stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() {
        List<String> chosen = chosen();
        if (out != null) {
            LoneTable.place(out, Score.TABLE);
        }
        Console console = new Console(spec.commandLine(), quiet);
        VerificationLine line = new VerificationLine(console, Boolean.getBoolean("straits.terminal"), chosen);
        Verification fixed = new Verification(Inputs.version(), threads, times, line, stop);
        Verification verification = fresh == null ? fixed : fixed.fresh(fresh);
        List<Score> scores = new ArrayList<>();
        console.result(ScoreText.heading());
        try {
            for (String each : chosen) {
                List<Score> ofCase = verification.run(each);
                line.clear();
                console.result(ScoreText.ofCase(ofCase));
                scores.addAll(ofCase);
            }
        } catch (CancellationException e) {
            line.clear();
            console.error("interrupted" + (out == null ? "" : "; nothing was written to " + out));
            return ExitCode.INTERRUPTED;
        }
        return end(fresh == null ? scores : Holm.judged(scores), console);
    }

    private int end(List<Score> scores, Console console) {
        if (fresh != null) {
            console.result("By Holm at 1 % over all outputs together: ");
        }
        console.result(ScoreText.total(scores));
        List<String> misses = scores.stream()
                .filter(score -> !score.passed())
                .map(score -> score.caseId() + " " + score.output() + ": "
                        + score.finding().word())
                .toList();
        misses.forEach(console::error);
        if (!misses.isEmpty()) {
            console.error(
                    "This program, Java or machine does not compute what the model states: please report these lines with the"
                            + " scores (--out DIR), straits --version and java -version, and trust no other result until then");
        }
        if (out != null) {
            LoneTable.write(out, Score.TABLE, scores);
            console.note(out.resolve(Score.TABLE.file()).toString());
        }
        return exitCode(scores);
    }

    static int exitCode(List<Score> scores) {
        return scores.stream().allMatch(Score::passed) ? ExitCode.DONE : ExitCode.FAILED_REPLICATION;
    }

    private List<String> chosen() {
        if (threads < 1) {
            throw bad("--threads must be 1 or more, was " + threads);
        }
        if (times < 1 || times > MOST_TIMES) {
            throw bad("--times must be from 1 to " + MOST_TIMES + ", was " + times);
        }
        List<String> known = quick ? Verification.quickCases() : Verification.cases();
        List<String> unknown =
                cases.stream().filter(each -> !known.contains(each)).toList();
        if (!unknown.isEmpty()) {
            throw bad("--case: found " + String.join(", ", unknown) + "; must be one of " + String.join(", ", known)
                    + (quick ? ", the quick ones" : ""));
        }
        return cases.isEmpty() ? known : known.stream().filter(cases::contains).toList();
    }

    private ParameterException bad(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
