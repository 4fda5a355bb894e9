package straits.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import straits.experiments.api.Inputs;
import straits.experiments.design.Experiment;
import straits.experiments.design.ExperimentReader;
import straits.experiments.design.ScenarioLibrary;
import straits.scenario.LoadedScenario;
import straits.scenario.Regime;
import straits.scenario.Scenario;
import straits.scenario.file.Reading;

@Command(
        name = "validate",
        description = "Checks scenarios, experiments and regimes and names every fault.",
        footerHeading = "%nExamples:%n",
        footer = {"  straits validate my-market.yaml", "  straits validate seven-billion us-2023 fill-surface"})
final class ValidateCommand implements Callable<Integer> {

    /** A key that only scenarios have, at the beginning of a line. */
    private static final Pattern SCENARIO_KEY =
            Pattern.compile("(?m)^(schema_version|name|start|horizon|chips|countries|sites|providers|regimes)\\s*:");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files of scenarios, experiments or regimes, or shipped names.")
    @SuppressWarnings("NullAway.Init") // required
    private List<String> files;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine(), false);
        Inputs inputs = new Inputs(ScenarioLibrary.shipped());
        boolean sound = true;
        for (String file : files) {
            sound &= told(console, inputs, file);
        }
        return sound ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    private static boolean told(Console console, Inputs inputs, String nameOrFile) {
        Path file = Inputs.existing(nameOrFile);
        String text = file == null ? inputs.shippedText(nameOrFile) : Inputs.looked(file);
        if (ExperimentReader.isExperiment(text)) {
            return told(console, nameOrFile, inputs.experiment(nameOrFile, List.of()), ValidateCommand::summary);
        }
        return SCENARIO_KEY.matcher(text).find()
                ? told(console, nameOrFile, inputs.scenario(nameOrFile, List.of()), ValidateCommand::summary)
                : told(console, nameOrFile, inputs.regime(nameOrFile), ValidateCommand::summary);
    }

    private static <T> boolean told(Console console, String file, Reading<T> reading, Function<T, String> summary) {
        reading.faults().forEach(fault -> console.result(fault + "\n"));
        reading.warnings().forEach(warning -> console.result("warning: " + warning + "\n"));
        @Nullable T value = reading.value();
        String verdict = value == null ? count(reading.faults().size(), "fault") : summary.apply(value);
        console.result(file + ": " + verdict + "\n");
        return value != null;
    }

    private static String summary(LoadedScenario loaded) {
        Scenario scenario = loaded.scenario();
        return "scenario \"" + scenario.name() + "\": "
                + String.join(
                        ", ",
                        count(scenario.providers().size(), "provider"),
                        count(scenario.sites().size(), "site"),
                        count(scenario.countries().size(), "countries", "country"),
                        count(scenario.chips().size(), "chip"),
                        count(scenario.tenantClasses().size(), "tenant classes", "tenant class"),
                        count(scenario.anchors().size(), "anchor tenant"),
                        count(scenario.deliveries().size(), "deliveries", "delivery"))
                + "; regimes " + String.join(", ", loaded.regimes().keySet());
    }

    private static String summary(Experiment experiment) {
        return "experiment \"" + experiment.name() + "\": scenario "
                + experiment.scenario().name() + ", "
                + count(experiment.columns().size(), "factor") + ", "
                + count(experiment.points().size(), "point") + "; regimes "
                + String.join(", ", experiment.loaded().regimes().keySet());
    }

    private static String summary(Regime regime) {
        return "regime \"" + regime.title() + "\": "
                + count(regime.rules().size(), "rule") + ", "
                + count(regime.desk().reviewClasses().size(), "review classes", "review class");
    }

    private static String count(int number, String singular) {
        return count(number, singular + "s", singular);
    }

    private static String count(int number, String plural, String singular) {
        return number + " " + (number == 1 ? singular : plural);
    }
}
