package straits.experiments.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import straits.experiments.design.Experiment;
import straits.experiments.design.ScenarioLibrary;
import straits.experiments.output.ResultFiles;
import straits.scenario.LoadedScenario;
import straits.scenario.file.Reading;
import straits.scenario.file.ScenarioWriter;

/** The experiment that a folder of results holds, read from what the run left there. */
final class RecordedRun {

    private RecordedRun() {}

    /**
     * The experiment of a folder.
     *
     * @throws BadInputException if the folder holds none, or one that this version cannot read
     */
    static Experiment experiment(Path folder) {
        Path file = folder.resolve(ResultFiles.SCENARIO);
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(folder + " holds no run: there is no " + ResultFiles.SCENARIO + " in it");
        }
        Reading<LoadedScenario> reading = new Inputs(ScenarioLibrary.shipped()).scenario(file.toString(), List.of());
        if (reading.value() == null) {
            throw new BadInputException(reading.faults());
        }
        LoadedScenario loaded = reading.orThrow();
        return new Experiment(loaded, ScenarioWriter.text(loaded), Version.number());
    }
}
