package straits.experiments.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.SteadyState;

@Command(
        name = "warm-up",
        description = {
            "Says where the beginning of a run ends, and what is held after it.",
            "The first by MSER-5 from what is held over time, the second by batch means of one run. Writes nothing. Of an",
            "experiment the first values are looked at."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  straits warm-up spot-market",
            "  straits warm-up seven-billion --answer anchor_mean_h100e --every-hours 168"
        })
final class WarmUpCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME|FILE",
            completionCandidates = ShippedNames.class,
            description = "A scenario or experiment, as for straits run.")
    @SuppressWarnings("NullAway.Init") // required
    private String input;

    @Option(
            names = "--answer",
            paramLabel = "ANSWER",
            description = "What to look at: market_mean_h100e (the default) or anchor_mean_h100e.")
    private String answer = Answer.MARKET_MEAN_H100E.key();

    @Option(
            names = "--every-hours",
            paramLabel = "H",
            description = "Length of an observation, the mean over so many hours; default: 24.")
    private double everyHours = 24;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Observations of a batch; default: such that there are 20 batches.")
    private int batch;

    @Mixin
    private StudyOptions options = new StudyOptions();

    @Override
    public Integer call() {
        Answer wanted = SteadyState.ANSWERS.stream()
                .filter(each -> each.key().equals(answer))
                .findFirst()
                .orElseThrow(() -> bad("--answer: found " + answer + "; must be one of "
                        + String.join(
                                ", ",
                                SteadyState.ANSWERS.stream().map(Answer::key).toList())));
        if (!(everyHours >= 1.0 / 3600 && everyHours <= 876_000)) {
            throw bad("--every-hours: found " + everyHours + "; must be from a second to 876000 h");
        }
        if (batch < 0) {
            throw bad("--batch: found " + batch + "; must be 1 or more");
        }
        WarmUp found = WarmUp.of(options.study(input).experiment(), new SteadyState.View(wanted, everyHours, batch));
        new Console(spec.commandLine(), false).result(found.text());
        return ExitCode.DONE;
    }

    private ParameterException bad(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
