package straits.experiments;

import java.util.List;
import java.util.Set;
import straits.experiments.design.Experiment;
import straits.experiments.design.ExperimentReader;
import straits.scenario.file.Reading;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.scenario.file.Setting;

/** Experiments on the small world of {@link TwoRules}, for tests. */
public final class Trials {

    private static final String HEAD = "experiment: 1\nname: trial\nscenario: two-rules\n";

    private Trials() {}

    /** Reads an experiment whose further lines these are. */
    public static Reading<Experiment> reading(String lines, Setting... overrides) {
        return reader(TwoRules.TEXT, overrides).read("trial.yaml", HEAD + lines);
    }

    /** A reader for which every scenario is this one. */
    public static ExperimentReader reader(String scenario, Setting... overrides) {
        return new ExperimentReader(
                (name, settings) -> ScenarioReader.read(name, scenario, RegimeLibrary.NONE, settings),
                Set.of("anchor_mean_h100e", "market_mean_h100e"),
                List.of(overrides),
                "test");
    }

    /** The experiment whose further lines these are. */
    public static Experiment experiment(String lines, Setting... overrides) {
        return reading(lines, overrides).orThrow();
    }

    /** What is wrong with an experiment of these further lines, without the name of the file. */
    public static List<String> faults(String lines) {
        return reading(lines).faults().stream()
                .map(fault -> fault.line() + " " + fault.path() + ": " + fault.message())
                .toList();
    }
}
