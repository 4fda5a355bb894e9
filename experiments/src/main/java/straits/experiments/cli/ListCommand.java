package straits.experiments.cli;

import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import straits.experiments.api.Inputs;
import straits.experiments.design.ExperimentReader;
import straits.experiments.design.ScenarioLibrary;

@Command(
        name = "list",
        description = "Lists the scenarios, experiments and regimes that ship.",
        footerHeading = "%nExamples:%n",
        footer = {"  straits list"})
final class ListCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Override
    public void run() {
        ScenarioLibrary library = ScenarioLibrary.shipped();
        Inputs inputs = new Inputs(library);
        Function<String, String> scenarioTitle =
                name -> inputs.scenario(name, List.of()).orThrow().scenario().title();
        Function<String, String> regimeTitle =
                name -> inputs.regime(name).orThrow().title();
        new Console(spec.commandLine(), false)
                .result("Scenarios, for straits run NAME:\n"
                        + lines(library.scenarioNames(), scenarioTitle)
                        + "\nExperiments, for straits run NAME:\n"
                        + lines(library.experimentNames(), name -> ExperimentReader.title(inputs.shippedText(name)))
                        + "\nRegimes, for --regime NAME:\n"
                        + lines(library.names(), regimeTitle));
    }

    private static String lines(List<String> names, Function<String, String> title) {
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder lines = new StringBuilder();
        for (String name : names) {
            String padding = " ".repeat(width - name.length() + 2);
            lines.append("  ")
                    .append(name)
                    .append(padding)
                    .append(title.apply(name))
                    .append('\n');
        }
        return lines.toString();
    }
}
