package straits.experiments.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TableFileTest {

    private record Row(
            @Nullable String regime,
            long replication,
            @Nullable Long leases,
            double price,
            @Nullable LocalDate date,
            boolean failed) {

        static Row of(@Nullable String regime) {
            return new Row(regime, 0, null, Double.NaN, null, false);
        }

        static Row of(double price) {
            return new Row("none", 0, null, price, null, false);
        }
    }

    private static final Table<Row> TABLE = Table.<Row>of("fill.csv", "regime x replication")
            .text("regime", "regime in force", Row::regime)
            .integer("replication", "", "number of the replication", Row::replication)
            .optionalInteger("leases", "leases", "leases signed", Row::leases)
            .decimal("price_usd_per_gpu_hour", "USD per GPU-hour", "price asked", Row::price)
            .date("first_unmet_date", "first day of unmet need", Row::date)
            .bool("failed", "whether the replication failed", Row::failed)
            .build();

    @TempDir
    Path folder;

    private String written(Row... rows) throws IOException {
        TableFile.writeAll(folder, TABLE, List.of(rows));
        return Files.readString(folder.resolve("fill.csv"));
    }

    @Test
    void exactBytes() throws IOException {
        String text = written(
                new Row("cap-2025", 3, 12L, 1.3, LocalDate.of(2025, 12, 31), true),
                new Row(null, -1, null, Double.NaN, null, false));

        assertThat(text).isEqualTo("""
                        regime,replication,leases,price_usd_per_gpu_hour,first_unmet_date,failed
                        cap-2025,3,12,1.3,2025-12-31,true
                        ,-1,,,,false
                        """);
    }

    @Test
    void entryCountsAndHashesWhatIsOnDisk() {
        FileEntry entry = TableFile.writeAll(folder, TABLE, List.of(Row.of("a"), Row.of("Singapur größer")));

        assertThat(entry)
                .isEqualTo(new FileEntry(
                        "fill.csv", 2, FileEntry.of(folder.resolve("fill.csv")).sha256()));
    }

    @Test
    void aTableWithoutRowsHasItsHeader() throws IOException {
        assertThat(written()).startsWith("regime,").endsWith("failed\n").hasLineCount(1);
    }

    @Test
    void awkwardTextsReadBack() throws IOException {
        List<String> texts = List.of(
                "a,b", "say \"h100\"", "two\nlines", "\u00fcber \ud83d\udef0", " blank ", "semi;colon", "#", "'");
        written(texts.stream().map(Row::of).toArray(Row[]::new));

        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(folder.resolve("fill.csv"), UTF_8)) {
            assertThat(reader.stream().skip(1).map(row -> row.getField(0))).containsExactlyElementsOf(texts);
        }
    }

    @Test
    void hardDoublesReadBack() throws IOException {
        double[] values = Stream.of(
                        "2e23", "4.9e-324", "1e21", "0.30000000000000004", "-0.0", "1.7976931348623157e308", "1e15")
                .mapToDouble(Double::parseDouble)
                .toArray();
        written(DoubleStream.of(values).mapToObj(Row::of).toArray(Row[]::new));

        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(folder.resolve("fill.csv"), UTF_8)) {
            assertThat(reader.stream().skip(1).mapToDouble(row -> Double.parseDouble(row.getField(3))))
                    .containsExactly(DoubleStream.of(values).boxed().toArray(Double[]::new));
        }
    }

    @Test
    void theLocaleDoesNotMatter() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(written(new Row("a", 1234567, 1L, 1234.5, LocalDate.of(2025, 1, 2), true)))
                    .endsWith("a,1234567,1,1234.5,2025-01-02,true\n");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx", "\rx"})
    void formulasAreRefusedAndLeaveNoHalfRow(String text) throws IOException {
        try (TableFile<Row> file = TableFile.create(folder, TABLE)) {
            assertThatThrownBy(() -> file.write(Row.of(text)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("fill.csv")
                    .hasMessageContaining("\"regime\"");
            file.write(Row.of("a=b"));
            assertThat(file.rows()).isEqualTo(1);
        }
        assertThat(Files.readString(folder.resolve("fill.csv"))).endsWith("failed\na=b,0,,,,false\n");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void infinitiesAreRefused(double value) {
        try (TableFile<Row> file = TableFile.create(folder, TABLE)) {
            assertThatThrownBy(() -> file.write(Row.of(value)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("fill.csv column \"price_usd_per_gpu_hour\"");
        }
    }

    @Test
    void brokenTextIsReportedNotReplaced() {
        TableFile<Row> file = TableFile.create(folder, TABLE);
        file.write(Row.of("\ud83d,"));

        assertThatThrownBy(file::close)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.resolve("fill.csv").toString());
        assertThatThrownBy(file::entry).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anExistingFileIsNeverOverwritten() throws IOException {
        Files.writeString(folder.resolve("fill.csv"), "mine");

        assertThatThrownBy(() -> TableFile.create(folder, TABLE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.resolve("fill.csv").toString());
        assertThat(folder.resolve("fill.csv")).hasContent("mine");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> TableFile.create(folder.resolve("gone"), TABLE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot create " + folder.resolve("gone/fill.csv"));
    }

    @Test
    void entryComesAfterCloseWhichMayBeRepeated() {
        TableFile<Row> file = TableFile.create(folder, TABLE);
        assertThatThrownBy(file::entry).isInstanceOf(IllegalStateException.class);
        file.close();
        file.close();
        assertThat(file.entry().rows()).isZero();
    }
}
