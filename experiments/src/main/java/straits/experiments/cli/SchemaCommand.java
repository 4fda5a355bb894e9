package straits.experiments.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import straits.experiments.design.ExperimentReader;
import straits.scenario.file.ScenarioSchema;

@Command(
        name = "schema",
        description = "Prints a JSON Schema, by which an editor completes and checks files.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  straits schema > scenario.json        and in the first line of a file of yours:",
            "                                        # yaml-language-server: $schema=scenario.json",
            "  straits schema regime"
        })
final class SchemaCommand implements Runnable {

    /** Kinds of files. */
    enum Kind {
        SCENARIO,
        REGIME,
        EXPERIMENT
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "scenario|regime|experiment",
            arity = "0..1",
            description = "Of which files; default: scenario.")
    private Kind kind = Kind.SCENARIO;

    @Option(names = "--experiment", description = "Of experiment files.")
    private boolean experiment;

    @Override
    public void run() {
        String schema = switch (experiment ? Kind.EXPERIMENT : kind) {
            case SCENARIO -> ScenarioSchema.ofScenarios();
            case REGIME -> ScenarioSchema.ofRegimes();
            case EXPERIMENT -> ExperimentReader.schema();
        };
        new Console(spec.commandLine(), false).result(schema.endsWith("\n") ? schema : schema + "\n");
    }
}
