package straits.experiments.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import straits.experiments.design.Experiment;
import straits.experiments.figures.FigureFiles;
import straits.experiments.output.LoneFiles;
import straits.experiments.report.Report;

@Command(
        name = "figures",
        description = {
            "Draws each chart of the report of a finished run as SVG and PNG, for papers and slides.",
            "Both show the same; SVG is the same bytes everywhere. A run leaves them too with --figures."
        },
        footerHeading = "%nExamples:%n",
        footer = "  straits figures runs/seven-billion-1a2b3c4d --out my-figures",
        sortOptions = false)
final class FiguresCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder of a finished run.")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the figures; files that are there are not overwritten. Default: figures in DIR.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Experiment experiment = RecordedRun.finished(folder);
        Path place = out == null ? folder.resolve("figures") : out;
        Map<String, byte[]> files = FigureFiles.of(Report.of(folder, experiment).charts());
        LoneFiles.write(place, files);
        new Console(spec.commandLine(), false).note(Counts.of(files.size() / 2, "chart") + " in " + place);
        return ExitCode.DONE;
    }
}
