package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a,b;1              | Record 2 has 1 fields, but first record had 2 fields
            a,b;1,2;1,2,3      | Record 3 has 3 fields, but first record had 2 fields
            a,c;1,2            | it has no column b
            a,b;x,2            | row 2: a: found "x"; must be a whole number
            a,b;1,2;-1,2       | row 3: a: found "-1"; must be a whole number
            a,b;9999999999,2   | row 2: a: found "9999999999"; must be a whole number
            a,b;1,NaN          | row 2: b: found "NaN"; must be a number
            a,b;1,1e999        | row 2: b: found "1e999"; must be a number
            a,b;1,1d           | row 2: b: found "1d"; must be a number
            """)
    void whatIsNoTableOfNumbersIsToldWithItsRow(String table, String told) throws IOException {
        Files.writeString(folder.resolve("a.csv"), table.replace(";", "\n") + "\n");
        try (TableReader reader = Objects.requireNonNull(TableReader.open(folder, "a.csv"))) {
            assertThatThrownBy(() -> sums(reader))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot read " + folder.resolve("a.csv") + ": " + told);
        }
    }

    private static double sums(TableReader reader) {
        double sum = 0;
        for (List<String> row = reader.next(); row != null; row = reader.next()) {
            sum += reader.integer(row, reader.place("a")) + reader.number(row, reader.place("b"));
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, -1.5E-10, 2.0E15, 1.7E308, -0.0})
    void numbersAreReadAsTheyAreWritten(double number) throws IOException {
        Files.writeString(folder.resolve("a.csv"), "a,b\n1," + DecimalText.of(number) + "\n");
        try (TableReader reader = Objects.requireNonNull(TableReader.open(folder, "a.csv"))) {
            assertThat(sums(reader)).isEqualTo(1 + number);
        }
    }

    @Test
    void whatIsNoParquetIsToldWithItsPath() throws IOException {
        Path file = Files.writeString(folder.resolve("a.parquet"), "PAR1 and then nothing PAR1");
        assertThatThrownBy(() -> TableReader.open(folder, "a.csv"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot read " + file + ": ");
    }

    @Test
    void thereIsNoReaderOfATableThatIsNotThere() {
        assertThat(TableReader.open(folder, "a.csv")).isNull();
    }
}
