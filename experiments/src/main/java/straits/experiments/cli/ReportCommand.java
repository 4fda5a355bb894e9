package straits.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import straits.experiments.api.BadInputException;
import straits.experiments.design.Experiment;
import straits.experiments.output.LoneFiles;
import straits.experiments.report.Report;

@Command(
        name = "report",
        description = {
            "Makes the report of a finished run again, from its tables.",
            "It is one page that opens offline. Every run leaves it as report.html; this is for a page elsewhere, or one that was lost."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  straits report runs/seven-billion-1a2b3c4d --out answer.html"},
        sortOptions = false)
final class ReportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder of a finished run.")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "File for the page; a file that is there is not overwritten. Default: " + Report.FILE
                    + " in the folder.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Path file = out == null ? folder.resolve(Report.FILE) : out;
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadInputException(file + " is there already and is left as it is: give another file with --out");
        }
        Experiment experiment = RecordedRun.finished(folder);
        LoneFiles.write(file, Report.of(folder, experiment).html().getBytes(UTF_8));
        new Console(spec.commandLine(), false).note("the report is in " + file);
        return ExitCode.DONE;
    }
}
