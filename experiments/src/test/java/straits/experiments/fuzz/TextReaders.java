package straits.experiments.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import straits.catalog.Catalog;
import straits.experiments.TwoRules;
import straits.experiments.api.Inputs;
import straits.experiments.design.Experiment;
import straits.experiments.design.ScenarioLibrary;
import straits.scenario.LoadedScenario;
import straits.scenario.Regime;
import straits.scenario.file.Reading;
import straits.scenario.file.RecordFile;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.scenario.file.ScenarioWriter;
import straits.scenario.file.Setting;

/** Files that people write. */
final class TextReaders {

    private final ScenarioLibrary library = ScenarioLibrary.shipped();
    private final Inputs inputs = new Inputs(library);
    private final Path file;

    TextReaders(Path folder) throws IOException {
        file = folder.resolve("input.yaml");
        Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT);
    }

    void scenario(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        again(ScenarioReader.read(file, library));
    }

    /** The effective text of what was read gives the same scenario, and the same text. */
    static void again(Reading<LoadedScenario> reading) {
        if (Refusals.read(reading)) {
            LoadedScenario loaded = reading.orThrow();
            String text = ScenarioWriter.text(loaded);
            LoadedScenario again =
                    ScenarioReader.read("again", text, RegimeLibrary.NONE).orThrow();
            Refusals.same(again, loaded);
            Refusals.same(ScenarioWriter.text(again), text);
            Refusals.done(() -> new Catalog(loaded.scenario()));
        }
    }

    void regime(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        Reading<Regime> reading = ScenarioReader.readRegime(file);
        if (Refusals.read(reading)) {
            String text = RecordFile.text(reading.orThrow());
            Regime again = ScenarioReader.readRegime("again", text).orThrow();
            Refusals.same(again, reading.orThrow());
            Refusals.same(RecordFile.text(again), text);
        }
    }

    void experiment(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        Refusals.done(() -> {
            Reading<Experiment> reading = inputs.experiment(file.toString(), List.of());
            if (Refusals.read(reading)) {
                Experiment read = reading.orThrow();
                Experiment again =
                        Inputs.effective(read.text(), read.planText()).orThrow();
                Refusals.same(again.identity(), read.identity());
                Refusals.same(again.titles(), read.titles());
            }
        });
    }

    void settings(byte[] bytes) {
        List<Setting> settings = new ArrayList<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            try {
                settings.add(Setting.parse(line));
            } catch (IllegalArgumentException told) {
                return;
            }
        }
        again(ScenarioReader.read("settings", TwoRules.TEXT, library, settings));
    }
}
