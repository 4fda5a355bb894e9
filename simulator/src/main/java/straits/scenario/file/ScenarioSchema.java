package straits.scenario.file;

import straits.scenario.Regime;
import straits.scenario.Scenario;

/**
 * JSON Schemas (draft 2020-12) of the files, so that editors complete and check them. They are generated from the same
 * annotations that bind the files; what a schema cannot say (units inside a text, references, dates in order) is left to
 * the reader.
 */
public final class ScenarioSchema {

    private ScenarioSchema() {}

    /** The schema of scenario files as JSON text; always the same bytes. */
    public static String ofScenarios() {
        return new SchemaGenerator().text(Scenario.class, "Straits scenario");
    }

    /** The schema of regime files as JSON text; always the same bytes. */
    public static String ofRegimes() {
        return new SchemaGenerator().text(Regime.class, "Straits regime");
    }
}
