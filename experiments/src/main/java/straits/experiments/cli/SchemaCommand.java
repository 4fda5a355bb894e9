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
        description =
                "Prints the JSON Schema of scenario, regime or experiment files, so that an editor completes and checks them.")
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
