package straits.experiments.cli;

import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import straits.experiments.trace.TraceConversion;
import straits.experiments.trace.TraceFormat;
import straits.scenario.TraceRows;

@Command(
        name = "convert",
        description = {
            "Turns the job table of a public GPU cluster trace into a trace of requests.",
            "Jobs without GPUs or times are left out and counted; experiments/docs/traces.md says what is read."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  straits trace convert --from helios cluster_log.csv venus.csv",
            "  straits trace convert --from helios cluster_log.csv june.csv --first-day 61 --days 30"
        })
final class TraceConvertCommand implements Callable<Integer> {

    private static final int MOST_DAYS = 36_500;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FORMAT",
            description = "Whose table it is: alibaba, philly, helios, acme, or straits to take a part of a trace.")
    @SuppressWarnings("NullAway.Init") // required
    private TraceFormat from;

    @Parameters(index = "0", paramLabel = "IN", description = "The table.")
    @SuppressWarnings("NullAway.Init") // required
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "The new trace, a CSV file. Never overwritten.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Option(names = "--first-day", paramLabel = "DAY", description = "First day wanted, from 0: that of the first job.")
    private int firstDay;

    @Option(names = "--days", paramLabel = "DAYS", description = "How many days.")
    private int days = MOST_DAYS;

    @Override
    public Integer call() {
        if (firstDay < 0 || days < 1) {
            throw new ParameterException(spec.commandLine(), "--first-day must be 0 or more, --days 1 or more");
        }
        TraceConversion done = TraceConversion.of(from, in, out, firstDay, days);
        Console console = new Console(spec.commandLine(), false);
        new TreeMap<>(done.dropped()).forEach((why, count) -> console.note("left out: " + count + ", " + why));
        if (done.outside() > 0) {
            console.note("left out: " + done.outside() + ", outside the days wanted");
        }
        if (done.written() > TraceRows.MOST) {
            console.note("warning: a scenario reads at most " + TraceRows.MOST + " rows; take a part with --days");
        }
        console.result(out + ": " + done.written() + " of " + done.read() + " jobs\n");
        return ExitCode.DONE;
    }
}
