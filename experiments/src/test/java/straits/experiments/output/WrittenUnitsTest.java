package straits.experiments.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.experiments.montecarlo.Answers;
import straits.experiments.montecarlo.Shard;

/** Two tables of five units, of which the first two were forced to the disk; then something happens to a table. */
final class WrittenUnitsTest {

    private static final Table<String> NAMES = table("names.csv");
    private static final Table<String> PLACES = table("places.csv");

    @TempDir
    Path folder;

    private static Table<String> table(String file) {
        return Table.<String>of(file, "name")
                .text("name", "a name", name -> name)
                .build();
    }

    @BeforeEach
    void write() {
        JournalHead head = new JournalHead(
                Hashes.sha256("x"), Shard.WHOLE, TableFormat.CSV, "", Instant.parse("2026-01-01T00:00:00Z"));
        try (Journal journal = Journal.create(Disk.PLAIN, folder.resolve(Journal.FILE), head);
                TableFile names = TableFile.create(Disk.PLAIN, folder, NAMES);
                TableFile places = TableFile.create(Disk.PLAIN, folder, PLACES)) {
            for (int unit = 0; unit < 5; unit++) {
                names.append(new TableText(("n" + unit + "\n").getBytes(UTF_8), 1));
                places.append(new TableText(new byte[0], 0));
                List<TablePosition> positions = new ArrayList<>(List.of(names.position(), places.position()));
                journal.add(new JournalEntry(Runs.run(0, "open", unit, Answers.MISSING), positions));
                if (unit == 1) {
                    journal.force();
                }
            }
        }
    }

    private JournalContent agreed() {
        JournalContent content = Objects.requireNonNull(JournalContent.read(folder.resolve(Journal.FILE)));
        return WrittenUnits.agreed(folder, List.of(NAMES, PLACES), content);
    }

    private void change(String table, String from, String to) throws IOException {
        Path path = folder.resolve(table);
        Files.writeString(path, Files.readString(path).replace(from, to));
    }

    @Test
    void allAgree() {
        assertThat(agreed().entries()).hasSize(5);
    }

    @Test
    void whatComesAfterTheLastUnitIsNoConcern() throws IOException {
        change("names.csv", "n4\n", "n4\nhalf a r");
        assertThat(agreed().entries()).hasSize(5);
    }

    /** As a failing power supply leaves it: rows that the journal speaks of are cut off, or zeros. */
    @ParameterizedTest
    @CsvSource({"n4, '', 4", "n3, '', 3", "n2, '\0\0', 2"})
    void goesBackToTheLastUnitThatIsWhole(String from, String to, int units) throws IOException {
        change("names.csv", from, to);
        assertThat(agreed().entries()).hasSize(units);
    }

    @ParameterizedTest
    @CsvSource({"n1, N1, 2", "n0, '', 1", "name, nomen, 1"})
    void rowsThatWereOnTheDiskDoNotChangeByThemselves(String from, String to, int run) throws IOException {
        change("names.csv", from, to);
        String changed = Files.readString(folder.resolve("names.csv"));
        assertThatThrownBy(this::agreed)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot go on with " + folder.resolve("names.csv"))
                .hasMessageContaining("rows of run " + run + " of 2")
                .hasMessageContaining("--out");
        assertThat(folder.resolve("names.csv")).content().isEqualTo(changed);
    }

    @Test
    void aTableThatIsGoneIsNamed() throws IOException {
        Files.delete(folder.resolve("places.csv"));
        assertThatThrownBy(this::agreed)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("places.csv");
    }
}
