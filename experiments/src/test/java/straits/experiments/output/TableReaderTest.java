package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading tables back, whole or a few columns of them. */
final class TableReaderTest {

    @TempDir
    Path folder;

    private List<List<String>> rows(Set<String> wanted) {
        List<List<String>> rows = new ArrayList<>();
        try (TableReader reader = Objects.requireNonNull(TableReader.open(folder, "a.csv", wanted))) {
            for (List<String> row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void cellsAreTextsWhateverTheirQuotes() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "a,b,c\n1,\"x, \"\"y\"\"\nz\",\n,é,3.5\n");
        assertThat(rows(Set.of())).containsExactly(List.of("1", "x, \"y\"\nz", ""), List.of("", "é", "3.5"));
    }

    @Test
    void cellsThatNobodyWantsAreEmptyAndTheOthersStayInTheirPlaces() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "a,b,c\n1,\"x,y\",2\n3,z,4\n");
        assertThat(rows(Set.of("c", "b", "nowhere"))).containsExactly(List.of("", "x,y", "2"), List.of("", "z", "4"));
    }

    @Test
    void aTableMayHaveHundredsOfColumns() throws IOException {
        String header = IntStream.range(0, 700).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, 700).mapToObj(Integer::toString).collect(Collectors.joining(","));
        Files.writeString(folder.resolve("a.csv"), header + "\n" + row + "\n");
        assertThat(rows(Set.of("c699")).get(0)).hasSize(700).last().isEqualTo("699");
    }

    @Test
    void thereIsNoReaderOfATableThatIsNotThere() {
        assertThat(TableReader.open(folder, "a.csv")).isNull();
    }
}
