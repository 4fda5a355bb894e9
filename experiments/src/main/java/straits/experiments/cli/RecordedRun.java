package straits.experiments.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import straits.catalog.Catalog;
import straits.experiments.api.BadInputException;
import straits.experiments.api.Inputs;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.design.ScenarioLibrary;
import straits.experiments.montecarlo.Shard;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.output.Manifest;
import straits.experiments.output.ResultFiles;
import straits.scenario.LoadedScenario;
import straits.scenario.file.Reading;
import straits.simulation.World;

/**
 * A run that a folder of results holds, read from what was left there.
 *
 * @param experiment the experiment of the folder
 * @param key which of its runs
 * @param world what was simulated in it
 */
record RecordedRun(Experiment experiment, UnitKey key, World world) {

    /**
     * One run of a folder.
     *
     * @throws BadInputException if the folder holds no experiment, or one that this version cannot read
     * @throws ParameterException if it has no such point or replication
     */
    static RecordedRun of(Path folder, int point, int replication, CommandLine command) {
        Experiment experiment = experiment(folder);
        List<Point> points = experiment.points();
        within(command, "--point", point, points.size());
        within(command, "--replication", replication, experiment.mostReplications());
        String regime = points.get(point).regime();
        LoadedScenario loaded = experiment.at(points.get(point));
        World world = new World(new Catalog(loaded.scenario()), regime, loaded.regime(regime));
        return new RecordedRun(experiment, new UnitKey(point, regime, replication), world);
    }

    /**
     * The experiment of a folder in which all of it was run.
     *
     * @throws BadInputException if the folder holds none, one that is not finished, a shard of one, or one that this version cannot read
     */
    static Experiment finished(Path folder) {
        Experiment experiment = experiment(folder);
        if (!Files.isRegularFile(folder.resolve(Manifest.FILE))) {
            throw new BadInputException(folder + " holds no finished run: there is no " + Manifest.FILE
                    + " in it; straits resume " + folder + " goes on with one that was interrupted");
        }
        if (!Shard.parse(Manifest.read(folder).shard()).whole()) {
            throw new BadInputException(
                    folder + " holds one shard of a run: when all are there, straits merge puts them together"
                            + " and makes the report of the whole");
        }
        return experiment;
    }

    /**
     * The experiment of a folder.
     *
     * @throws BadInputException if the folder holds none, or one that this version cannot read
     */
    static Experiment experiment(Path folder) {
        Path scenario = folder.resolve(Experiment.SCENARIO_FILE);
        if (!Files.isRegularFile(scenario)) {
            throw new BadInputException(
                    Files.isDirectory(folder)
                            ? folder + " holds no run: there is no " + Experiment.SCENARIO_FILE
                                    + " in it; straits run makes a folder of results"
                            : "there is no folder " + folder + "; straits run makes one, by default in runs");
        }
        Path plan = folder.resolve(ResultFiles.EXPERIMENT);
        Path file = Files.isRegularFile(plan) ? plan : scenario;
        Reading<Experiment> reading = new Inputs(ScenarioLibrary.shipped()).experiment(file.toString(), List.of());
        if (reading.value() == null) {
            throw new BadInputException(reading.faults());
        }
        return reading.orThrow();
    }

    private static void within(CommandLine command, String option, int found, int size) {
        if (found < 0 || found >= size) {
            throw new ParameterException(command, option + " must be from 0 to " + (size - 1) + ", was " + found);
        }
    }
}
