package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.scenario.Distribution;
import straits.scenario.LoadedScenario;
import straits.scenario.TenantClass;
import straits.scenario.Trace;
import straits.scenario.TraceRows;

/** Traces and columns of numbers in files beside a scenario. */
final class TraceFilesTest {

    private static final String HEADER = "arrival_hours,gpus,hours,chips,price_limit_usd_per_gpu_hour\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private static String scenario(String trace) {
        return Worlds.with(Worlds.S01, "arrivals: {rate: 12 per hour}", "trace: {rows: " + trace + "}");
    }

    private Reading<LoadedScenario> read(String table) throws IOException {
        Files.writeString(folder.resolve("jobs.csv"), table);
        return readScenario(scenario("jobs.csv"));
    }

    private Reading<LoadedScenario> readScenario(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), text);
        return ScenarioReader.read(file, RegimeLibrary.NONE);
    }

    private List<String> faults(Reading<LoadedScenario> reading) {
        return reading.faults().stream()
                .map(fault -> fault.toString().replace(folder + "/", "").replace(folder + "\\", ""))
                .toList();
    }

    private static Trace trace(LoadedScenario loaded) {
        TenantClass tenants = Worlds.get(loaded.scenario().tenantClasses(), "small");
        return Objects.requireNonNull(tenants.trace());
    }

    @Test
    void everyColumnIsRead() throws IOException {
        TraceRows rows = trace(
                        read(HEADER + "0,8,12.5,h100,2.25\n0.5,1.5,0,,\n").orThrow())
                .rows();

        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.arrivalHours(1)).isEqualTo(0.5);
        assertThat(rows.gpus(0)).isEqualTo(8);
        assertThat(rows.hours(0)).isEqualTo(12.5);
        assertThat(rows.chipLists().get(rows.chips(0))).containsExactly("h100");
        assertThat(rows.chipLists().get(rows.chips(1))).isEmpty();
        assertThat(rows.limitUsd(0)).isEqualTo(2.25);
        assertThat(rows.limitUsd(1)).isNaN();
    }

    @Test
    void columnsMayStandInAnyOrderAndTwoMayBeMissing() throws IOException {
        TraceRows rows =
                trace(read("hours,arrival_hours,gpus\n3,1,2\n").orThrow()).rows();

        assertThat(rows.text()).isEqualTo(HEADER + "1,2,3,,\n");
    }

    /** Found by fuzzing: minus zero is written as 0, and the scenario read back was another. */
    @Test
    void minusZeroIsZero() throws IOException {
        LoadedScenario read = read("arrival_hours,gpus,hours\n-0,1,-0.0\n").orThrow();

        assertThat(Worlds.load(ScenarioWriter.text(read))).isEqualTo(read);
        assertThat(trace(read).rows().arrivalHours(0)).isEqualTo(0.0);
    }

    /** The effective scenario holds the rows: it needs no file, and another trace is another scenario. */
    @Test
    void theEffectiveScenarioHoldsTheRows() throws IOException {
        LoadedScenario loaded =
                read(HEADER + "0,8,12.5,h100,2.25\n0.1,1,1e-9,,\n").orThrow();
        String text = ScenarioWriter.text(loaded);
        LoadedScenario again =
                ScenarioReader.read("effective.yaml", text, RegimeLibrary.NONE).orThrow();

        assertThat(trace(again).rows()).isEqualTo(trace(loaded).rows());
        assertThat(trace(again).rows().hashCode())
                .isEqualTo(trace(loaded).rows().hashCode());
        assertThat(ScenarioWriter.text(again)).isEqualTo(text);
        assertThat(text).contains("rows: |\n").contains("      0,8,12.5,h100,2.25\n");
        assertThat(ScenarioWriter.text(
                        read(HEADER + "0,8,12.5,h100,2.26\n0.1,1,1e-9,,\n").orThrow()))
                .isNotEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arrival_hours,gpus~0,1             | jobs.csv:1:1 tenant_classes.small.trace.rows: no column hours; columns of a trace: arrival_hours, gpus, hours, and if wanted chips, price_limit_usd_per_gpu_hour
            arrival_hours,gpus,hours,hour~     | jobs.csv:1:1 tenant_classes.small.trace.rows: unknown column "hour"; did you mean "hours"?
            arrival_hours,gpus,hours,gpus~     | jobs.csv:1:1 tenant_classes.small.trace.rows: column gpus a second time
            arrival_hours,gpus,hours~          | jobs.csv:1:1 tenant_classes.small.trace.rows: no row; a trace has at least one
            arrival_hours,gpus,hours~0,1,-3    | jobs.csv:2:1 tenant_classes.small.trace.rows: hours: found -3; must be a number from 0 to 1000000
            arrival_hours,gpus,hours~0,1,NaN   | jobs.csv:2:1 tenant_classes.small.trace.rows: hours: found "NaN"; must be a number from 0 to 1000000
            arrival_hours,gpus,hours~0,,1      | jobs.csv:2:1 tenant_classes.small.trace.rows: gpus: found ""; must be a number from 0 to 100000000
            arrival_hours,gpus,hours~0,0,1     | jobs.csv:2:1 tenant_classes.small.trace.rows: gpus: found 0; must be above 0
            arrival_hours,gpus,hours~5,1,1~4,1,1 | jobs.csv:3:1 tenant_classes.small.trace.rows: arrival_hours: found 4 after a later time; rows must be in order of time
            arrival_hours,gpus,hours~5,1       | jobs.csv:2:1 tenant_classes.small.trace.rows: found 2 cells; must be 3 as in the header
            arrival_hours,gpus,hours,chips~0,1,1,h10 | jobs.csv:2:1 tenant_classes.small.trace.rows: chips: unknown chip "h10"; did you mean "h100"?
            """)
    void eachFaultHasItsFileAndLine(String table, String fault) throws IOException {
        assertThat(faults(read(table.replace('~', '\n')))).containsExactly(fault);
    }

    @Test
    void manyFaultsAreToldAtOnceAndTheRestCounted() throws IOException {
        List<String> faults = faults(read("arrival_hours,gpus,hours\n" + "0,1,-1\n".repeat(50)));

        assertThat(faults).hasSize(21);
        assertThat(faults.get(0)).endsWith("30 more faults of rows, not listed");
        assertThat(faults.get(20)).startsWith("jobs.csv:21:1");
    }

    @Test
    void aMillionRowsAndOneAreTooMany() throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve("jobs.csv"))) {
            out.write("arrival_hours,gpus,hours\n");
            for (int row = 0; row <= TraceRows.MOST; row++) {
                out.write("1,1,1\n");
            }
        }

        assertThat(faults(readScenario(scenario("jobs.csv"))))
                .containsExactly("jobs.csv:1000002:1 tenant_classes.small.trace.rows: row 1000001; a trace has at most"
                        + " 1000000 rows: take a part of it, as with straits trace convert --from straits --days 30");
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        assertThat(faults(readScenario(scenario("none.csv"))))
                .singleElement()
                .asString()
                .startsWith("s.yaml:")
                .endsWith("none.csv: no such file");
    }

    @Test
    void aTextWithoutAFolderNamesNoFile() {
        assertThat(ScenarioReader.read("s.yaml", scenario("jobs.csv"), RegimeLibrary.NONE)
                        .faults())
                .singleElement()
                .asString()
                .endsWith("found a file name; a file is read only for a scenario that is a file itself");
    }

    @Test
    void rowsThatNeverArriveAreCounted() throws IOException {
        Reading<LoadedScenario> reading = read("arrival_hours,gpus,hours\n0,1,1\n960,1,1\n961,1,1\n");

        assertThat(reading.warnings())
                .singleElement()
                .asString()
                .endsWith("2 of 3 rows come at or after the end of the run, at 960 h, and never arrive");
    }

    @Test
    void requestsComeFromOnePlace() throws IOException {
        Files.writeString(folder.resolve("jobs.csv"), "arrival_hours,gpus,hours\n0,1,1\n");

        assertThat(faults(readScenario(scenario("jobs.csv}\n    arrivals: {rate: 1 per hour"))))
                .singleElement()
                .asString()
                .contains("tenant_classes.small.trace: found beside arrivals; requests come from one of them");
        assertThat(faults(readScenario(Worlds.with(Worlds.S01, "arrivals: {rate: 12 per hour}", "node_gpus: 1"))))
                .singleElement()
                .asString()
                .contains(
                        "tenant_classes.small.arrivals: missing: when requests come; must have arrivals, population or trace");
    }

    @Test
    void anEmpiricalLawMayBeAColumn() throws IOException {
        Files.writeString(folder.resolve("sizes.csv"), "job,gpus\na,1\nb,8\nc,8\n");
        String text = Worlds.with(
                Worlds.S01, "size: 1 H100e", "size: {empirical: {file: sizes.csv, column: gpus, unit: H100e}}");
        LoadedScenario loaded = readScenario(text).orThrow();

        TenantClass tenants = Worlds.get(loaded.scenario().tenantClasses(), "small");
        assertThat(tenants.size())
                .isInstanceOfSatisfying(
                        Distribution.Empirical.class,
                        law -> assertThat(law.values())
                                .extracting(value -> value.value())
                                .containsExactly(1.0, 8.0, 8.0));
        assertThat(ScenarioWriter.text(ScenarioReader.read("e.yaml", ScenarioWriter.text(loaded), RegimeLibrary.NONE)
                        .orThrow()))
                .isEqualTo(ScenarioWriter.text(loaded));
    }

    @Test
    void aFaultyCellOfAColumnHasItsLine() throws IOException {
        Files.writeString(folder.resolve("sizes.csv"), "job,gpus\na,1\nb,many\nc,-8\n");
        String law = "size: {empirical: {file: sizes.csv, column: gpus, unit: H100e}}";

        assertThat(faults(readScenario(Worlds.with(Worlds.S01, "size: 1 H100e", law))))
                .hasSize(2)
                .anySatisfy(
                        fault -> assertThat(fault).startsWith("sizes.csv:3:1").contains("found many H100e"))
                .anySatisfy(
                        fault -> assertThat(fault).startsWith("sizes.csv:4:1").contains("found -8 H100e"));
        assertThat(faults(readScenario(
                        Worlds.with(Worlds.S01, "size: 1 H100e", law.replace("column: gpus", "column: gpu")))))
                .singleElement()
                .asString()
                .endsWith("unknown column \"gpu\"; did you mean \"gpus\"?");
    }
}
