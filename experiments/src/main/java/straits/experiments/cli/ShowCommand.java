package straits.experiments.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import straits.experiments.api.Inputs;
import straits.experiments.design.ScenarioLibrary;

@Command(
        name = "show",
        description = {
            "Prints the file of a scenario, experiment or regime that ships.",
            "To change one: straits show seven-billion > mine.yaml, edit it, then straits run mine.yaml."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  straits show starter", "  straits show us-2023 > mine.yaml     a regime of your own, to edit"})
final class ShowCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Name of a scenario, experiment or regime, see straits list.")
    @SuppressWarnings("NullAway.Init") // required
    private String name;

    @Override
    public void run() {
        new Console(spec.commandLine(), false).result(new Inputs(ScenarioLibrary.shipped()).shippedText(name));
    }
}
