package straits.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import straits.experiments.api.BadInputException;
import straits.experiments.api.Inputs;
import straits.experiments.design.ScenarioLibrary;
import straits.scenario.file.Reading;
import straits.scenario.file.Setting;

@Command(
        name = "copy",
        description = {
            "Copies a regime into a file of your own, with rules and numbers set otherwise.",
            "Every number keeps its origin; one that is set says that it was changed, and from what.",
            "Then: straits run seven-billion --regime FILE"
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  straits regime copy us-2023 mine.yaml",
            "  straits regime copy ai-diffusion-2025 half-cap.yaml --set rules.country-cap.cap='395 million TPP'"
        })
final class RegimeCopyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME|FILE", description = "A shipped regime, see straits list, or a file.")
    @SuppressWarnings("NullAway.Init") // required
    private String from;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "The new file; its name without .yaml is the key of the regime. Never overwritten.")
    @SuppressWarnings("NullAway.Init") // required
    private Path to;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "Set a value, as in rules.country-cap.cap='395 million TPP', or a whole rule, new or not, as in"
                            + " rules.mine='{kind: gatekeeper_exemption, dates: {effective: 2025-01-13}}'. May be repeated.")
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        NewFile file = newFile();
        Reading<String> copy = new Inputs(ScenarioLibrary.shipped()).regimeCopy(from, settings());
        if (copy.value() == null) {
            throw new BadInputException(copy.faults());
        }
        file.write(copy.value());
        Console console = new Console(spec.commandLine(), false);
        copy.warnings().forEach(console::warning);
        console.result(to + ": regime \"" + file.key() + "\"; straits run SCENARIO --regime " + to + " runs it\n");
        return ExitCode.DONE;
    }

    private NewFile newFile() {
        NewFile file = NewFile.of(to, spec.commandLine());
        if (ScenarioLibrary.shipped().names().contains(file.key())) {
            throw new ParameterException(
                    spec.commandLine(), "\"" + file.key() + "\" is the name of a regime that ships; choose another");
        }
        return file;
    }

    private List<Setting> settings() {
        try {
            return settings.stream().map(Setting::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--set: " + e.getMessage(), e);
        }
    }
}
