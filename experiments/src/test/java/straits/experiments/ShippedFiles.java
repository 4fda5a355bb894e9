package straits.experiments;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import straits.scenario.LoadedScenario;
import straits.scenario.file.Reading;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.scenario.file.Setting;

/** The scenarios, regimes and facts that ship with the program; the tests run in the folder of this module. */
final class ShippedFiles {

    static final Path REGIMES = Path.of("regimes");
    private static final Path SCENARIOS = Path.of("scenarios");

    private ShippedFiles() {}

    /** A row of the table of facts, without its prose. */
    record Fact(String value, String unit, String basis, String grade) {}

    static LoadedScenario scenario(String name, Setting... settings) {
        return ScenarioReader.read(SCENARIOS.resolve(name + ".yaml"), new Folder(), List.of(settings))
                .orThrow();
    }

    static Reading<LoadedScenario> reading(String name, List<Setting> settings) {
        return ScenarioReader.read(SCENARIOS.resolve(name + ".yaml"), new Folder(), settings);
    }

    static List<String> regimeNames() {
        return new Folder().names();
    }

    static Map<String, Fact> facts() {
        Map<String, Fact> facts = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(SCENARIOS.resolve("facts.csv"))) {
            for (NamedCsvRecord row : rows) {
                Fact fact = new Fact(
                        row.getField("value"), row.getField("unit"), row.getField("basis"), row.getField("grade"));
                if (facts.put(row.getField("id"), fact) != null) {
                    throw new IllegalStateException("a second " + row.getField("id"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return facts;
    }

    /** The folder of regimes as a library. */
    private record Folder() implements RegimeLibrary {

        @Override
        public List<String> names() {
            try (Stream<Path> files = Files.list(REGIMES)) {
                return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String text(String name) {
            try {
                return Files.readString(REGIMES.resolve(name + ".yaml"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
