package straits.experiments.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import straits.experiments.api.Inputs;
import straits.experiments.design.ScenarioLibrary;

@Command(
        name = "init",
        description = {
            "Writes a scenario of your own to begin with.",
            "A small market that runs in seconds, every line explained: the shipped scenario starter under the name of the file."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  straits init                            writes my-market.yaml",
            "  straits init --out gulf-study.yaml"
        })
final class InitCommand implements Runnable {

    private static final String STARTER = "starter";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "The new file; its name without .yaml names the scenario. Never overwritten. Default: my-market.yaml.")
    private Path out = Path.of("my-market.yaml");

    @Override
    public void run() {
        NewFile file = NewFile.of(out, spec.commandLine());
        String text = new Inputs(ScenarioLibrary.shipped()).shippedText(STARTER);
        file.write(text.replaceFirst("(?m)^name: starter\\b", "name: " + file.key()));
        new Console(spec.commandLine(), false)
                .result(out + ": scenario \"" + file.key() + "\"; every line says what it is\n" + "straits run " + out
                        + " runs it; straits validate " + out + " checks it after a change\n");
    }
}
