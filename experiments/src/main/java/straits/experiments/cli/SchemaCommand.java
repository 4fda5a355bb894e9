package straits.experiments.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import straits.scenario.file.ScenarioSchema;

@Command(
        name = "schema",
        description =
                "Prints the JSON Schema of scenario or regime files, so that an editor completes and checks them.")
final class SchemaCommand implements Runnable {

    /** Kinds of files. */
    enum Kind {
        SCENARIO,
        REGIME
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Parameters(paramLabel = "scenario|regime", arity = "0..1", description = "Of which files; default: scenario.")
    private Kind kind = Kind.SCENARIO;

    @Override
    public void run() {
        String schema = switch (kind) {
            case SCENARIO -> ScenarioSchema.ofScenarios();
            case REGIME -> ScenarioSchema.ofRegimes();
        };
        new Console(spec.commandLine(), false).result(schema.endsWith("\n") ? schema : schema + "\n");
    }
}
