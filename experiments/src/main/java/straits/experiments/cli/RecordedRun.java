package straits.experiments.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import straits.experiments.api.BadInputException;
import straits.experiments.api.Inputs;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.design.ScenarioLibrary;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.output.ResultFiles;
import straits.scenario.file.Reading;

/** The experiment that a folder of results holds, read from what the run left there. */
final class RecordedRun {

    private RecordedRun() {}

    /**
     * The experiment of a folder.
     *
     * @throws BadInputException if the folder holds none, or one that this version cannot read
     */
    static Experiment experiment(Path folder) {
        Path scenario = folder.resolve(Experiment.SCENARIO_FILE);
        if (!Files.isRegularFile(scenario)) {
            throw new BadInputException(folder + " holds no run: there is no " + Experiment.SCENARIO_FILE + " in it");
        }
        Path plan = folder.resolve(ResultFiles.EXPERIMENT);
        Path file = Files.isRegularFile(plan) ? plan : scenario;
        Reading<Experiment> reading = new Inputs(ScenarioLibrary.shipped()).experiment(file.toString(), List.of());
        if (reading.value() == null) {
            throw new BadInputException(reading.faults());
        }
        return reading.orThrow();
    }

    /**
     * One of its runs.
     *
     * @throws ParameterException if it has no such point or replication
     */
    static UnitKey unit(Experiment experiment, int point, int replication, CommandLine command) {
        List<Point> points = experiment.points();
        within(command, "--point", point, points.size());
        within(command, "--replication", replication, experiment.mostReplications());
        return new UnitKey(point, points.get(point).regime(), replication);
    }

    private static void within(CommandLine command, String option, int found, int size) {
        if (found < 0 || found >= size) {
            throw new ParameterException(command, option + " must be from 0 to " + (size - 1) + ", was " + found);
        }
    }
}
