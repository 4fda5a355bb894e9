package straits.experiments.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
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
        TableFile.writeAll(Disk.PLAIN, folder, TABLE, List.of(rows));
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
        FileEntry entry =
                TableFile.writeAll(Disk.PLAIN, folder, TABLE, List.of(Row.of("a"), Row.of("Singapur größer")));

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
    void formulasAreRefusedAndLeaveNoHalfRow(String formula) {
        CsvText<Row> text = new CsvText<>(TABLE);
        assertThatThrownBy(() -> text.add(Row.of(formula)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fill.csv")
                .hasMessageContaining("\"regime\"");
        text.add(Row.of("a=b"));
        TableText rows = text.take();
        assertThat(rows.rows()).isEqualTo(1);
        assertThat(new String(rows.bytes(), UTF_8)).isEqualTo("a=b,0,,,,false\n");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void infinitiesAreRefused(double value) {
        CsvText<Row> text = new CsvText<>(TABLE);
        assertThatThrownBy(() -> text.add(Row.of(value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fill.csv column \"price_usd_per_gpu_hour\"");
    }

    @Test
    void brokenTextIsReportedNotReplacedAndLeavesNoHalfRow() {
        CsvText<Row> text = new CsvText<>(TABLE);
        assertThatThrownBy(() -> text.add(Row.of("\ud83d,")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fill.csv");
        assertThat(text.take().bytes()).isEmpty();
    }

    /** Random texts and numbers, against the library that reads these files. */
    @Test
    void theBytesAreThoseOfTheLibrary() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        String letters = "ab,\"\n\r #;'=\u00e4\u20ac|\t0";
        CsvText<Row> ours = new CsvText<>(TABLE);
        StringWriter theirs = new StringWriter();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(theirs);
        for (int row = 0; row < 2000; row++) {
            StringBuilder text = new StringBuilder("x");
            for (int letter = random.nextInt(8); letter > 0; letter--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            long integer = random.nextLong() >> random.nextInt(64);
            double number = random.nextInt(3) == 0
                    ? Math.rint(random.nextDouble(-1e3, 1e3))
                    : Double.longBitsToDouble(random.nextLong() & 0x7fefffffffffffffL);
            LocalDate date = LocalDate.ofEpochDay(random.nextInt(20_000));
            ours.add(new Row(text.toString(), integer, integer, number, date, row % 2 == 0));
            csv.writeRecord(
                    text.toString(),
                    Long.toString(integer),
                    Long.toString(integer),
                    DecimalText.of(number),
                    date.toString(),
                    Boolean.toString(row % 2 == 0));
        }
        csv.flush();
        String[] rows = new String(ours.take().bytes(), UTF_8).split("(?<=true|false)\n");
        assertThat(rows).containsExactly(theirs.toString().split("(?<=true|false)\n"));
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> TableFile.create(Disk.PLAIN, folder.resolve("gone"), TABLE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot create " + folder.resolve("gone/fill.csv"));
    }

    @Test
    void entryComesAfterCloseWhichMayBeRepeated() {
        TableFile file = TableFile.create(Disk.PLAIN, folder, TABLE);
        assertThatThrownBy(file::entry).isInstanceOf(IllegalStateException.class);
        file.close();
        file.close();
        assertThat(file.entry().rows()).isZero();
    }

    private static TableText text(String... regimes) {
        CsvText<Row> text = new CsvText<>(TABLE);
        Stream.of(regimes).map(Row::of).forEach(text::add);
        return text.take();
    }

    @Test
    void goesOnWhereItWasAndCutsOffWhatCameAfter() throws IOException {
        TablePosition position;
        try (TableFile file = TableFile.create(Disk.PLAIN, folder, TABLE)) {
            file.append(text("a", "b"));
            position = file.position();
            file.append(text("half"));
        }
        TableFile again = TableFile.resume(Disk.PLAIN, folder, TABLE, position);
        again.append(text("c"));
        again.close();

        String resumed = Files.readString(folder.resolve("fill.csv"));
        FileEntry entry = again.entry();
        assertThat(written(Row.of("a"), Row.of("b"), Row.of("c"))).isEqualTo(resumed);
        assertThat(entry).isEqualTo(new FileEntry("fill.csv", 3, Hashes.sha256(resumed)));
    }

    /** The same length, a shorter file, and none at all: nothing of it may be touched. */
    @ParameterizedTest
    @ValueSource(strings = {"regime,x", "", "gone"})
    void aChangedFileIsNotGoneOnWith(String change) throws IOException {
        TablePosition position;
        try (TableFile file = TableFile.create(Disk.PLAIN, folder, TABLE)) {
            file.append(text("a"));
            position = file.position();
        }
        Path path = folder.resolve("fill.csv");
        String changed = change.isEmpty() ? "" : change + Files.readString(path).substring(change.length());
        if (change.equals("gone")) {
            Files.delete(path);
        } else {
            Files.writeString(path, changed);
        }
        assertThatThrownBy(() -> TableFile.resume(Disk.PLAIN, folder, TABLE, position))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot go on with " + path);
        if (change.equals("gone")) {
            assertThat(path).doesNotExist();
        } else {
            assertThat(path).content().isEqualTo(changed);
        }
    }
}
