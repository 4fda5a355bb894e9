package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small worlds run as they always did. A change of {@code golden/fingerprints.csv} is a change of results: it needs a line under
 * <em>Results</em> in the change log that says why. To write the file anew: {@code -Dstraits.golden=write}. A change of a table by
 * itself changes the last column only.
 */
final class GoldenFingerprintsTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path GOLDEN = RESOURCES.resolve("golden/fingerprints.csv");
    private static final List<String> WORLDS = List.of("two-rules", "two-tiers", "contracts", "rules-of-all-kinds");
    private static final List<String> COLUMNS = List.of(
            "regime", "replication", "status", "events_fingerprint", "books_fingerprint", "results_fingerprint");

    @TempDir
    Path folder;

    private List<String> fingerprints(String world) throws IOException {
        Path out = folder.resolve(world);
        String file = RESOURCES.resolve("worlds").resolve(world + ".yaml").toString();
        Cli cli = Cli.run("run", file, "--replications=2", "-q", "--check", "--out=" + out);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        List<String> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(out.resolve("outcomes.csv"))) {
            rows.forEach(row -> lines.add(world + ","
                    + String.join(",", COLUMNS.stream().map(row::getField).toList())));
        }
        return lines;
    }

    @Test
    void areWhatTheyWere() throws IOException {
        List<String> found = new ArrayList<>(List.of("world," + String.join(",", COLUMNS)));
        for (String world : WORLDS) {
            found.addAll(fingerprints(world));
        }
        if (System.getProperty("straits.golden", "").equals("write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.write(GOLDEN, found);
        }
        assertThat(found).hasSizeGreaterThan(2 * WORLDS.size());
        assertThat(found).doesNotHaveDuplicates().containsExactlyElementsOf(Files.readAllLines(GOLDEN));
    }
}
