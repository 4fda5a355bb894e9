package straits.experiments.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.experiments.api.BadInputException;

/** A small synthetic file of each public format, with jobs that cannot be used among them. */
final class TraceConversionTest {

    private static final String HEADER = "arrival_hours,gpus,hours,chips,price_limit_usd_per_gpu_hour\n";
    private static final int ALL = 1000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private Path out() {
        return folder.resolve("trace.csv");
    }

    private TraceConversion converted(TraceFormat from, String name) {
        return TraceConversion.of(from, Path.of("src/test/resources/traces", name), out(), 0, ALL);
    }

    private String rows() throws IOException {
        String text = Files.readString(out());
        assertThat(text).startsWith(HEADER);
        return text.substring(HEADER.length());
    }

    /** Midnight is at second 1,728,000: 11,000 s and 11,162 s before the two tasks; one GPU in two, and four times two. */
    @Test
    void alibaba() throws IOException {
        TraceConversion done = converted(TraceFormat.ALIBABA, "pai_task_table.csv");

        assertThat(rows()).isEqualTo("3.055556,8,1,,\n3.100556,0.5,0.010556,,\n");
        assertThat(done).isEqualTo(new TraceConversion(4, 2, 0, Map.of("no GPU", 1L, "no time of start or end", 1L)));
    }

    @Test
    void philly() throws IOException {
        TraceConversion done = converted(TraceFormat.PHILLY, "cluster_job_log.json");

        assertThat(rows()).isEqualTo("12,1,0.5,,\n25,3,1.016667,,\n");
        assertThat(done).isEqualTo(new TraceConversion(3, 2, 0, Map.of("no attempt with a start and an end", 1L)));
    }

    @Test
    void helios() throws IOException {
        TraceConversion done = converted(TraceFormat.HELIOS, "cluster_log.csv");

        assertThat(rows()).isEqualTo("6,1,24,,\n18.5,4,0.1,,\n");
        assertThat(done).isEqualTo(new TraceConversion(3, 2, 0, Map.of("no GPU", 1L)));
    }

    /** The table says a duration of 3600 s, which counts the queue; the job ran for half an hour. */
    @Test
    void acmeKalos() throws IOException {
        TraceConversion done = converted(TraceFormat.ACME, "trace_kalos.csv");

        assertThat(rows()).isEqualTo("11,64,0.5,,\n");
        assertThat(done).isEqualTo(new TraceConversion(2, 1, 0, Map.of("no time of submission, start or end", 1L)));
    }

    /** Half past midnight in China is half past four in the afternoon before, UTC. */
    @Test
    void acmeSeren() throws IOException {
        converted(TraceFormat.ACME, "trace_seren.csv");

        assertThat(rows()).isEqualTo("16.5,8,1.5,,\n");
    }

    @Test
    void aPartOfATrace() throws IOException {
        Path whole = Files.writeString(
                folder.resolve("whole.csv"), HEADER + "1,1,1,h100,2.5\n25,2,1,,\n49,3,1,,\n73,4,1,,\n");
        TraceConversion done = TraceConversion.of(TraceFormat.STRAITS, whole, out(), 1, 2);

        assertThat(rows()).isEqualTo("1,2,1,,\n25,3,1,,\n");
        assertThat(done).isEqualTo(new TraceConversion(4, 2, 2, Map.of()));
    }

    @Test
    void aPartKeepsChipsAndLimits() throws IOException {
        Path whole = Files.writeString(folder.resolve("whole.csv"), HEADER + "1,1,1,h100;b200,2.5\n");
        TraceConversion.of(TraceFormat.STRAITS, whole, out(), 0, 1);

        assertThat(rows()).isEqualTo("1,1,1,h100;b200,2.5\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HELIOS  | gpu_num,submit_time,start_time~               | :1: no column end_time; found gpu_num, submit_time, start_time: is it another --from?
            HELIOS  | gpu_num,submit_time,start_time,end_time~two,,,  | :2: gpu_num: found "two"; must be a number
            HELIOS  | gpu_num,submit_time,start_time,end_time~1,9 June,,  | :2: submit_time: found "9 June"; must be a time such as 2020-06-09 18:41:01
            HELIOS  | gpu_num,submit_time,start_time,end_time~1,,  | :2: found 3 cells; must be 4
            ALIBABA | a,b,c~                                        | :1: found 3 cells; must be 10
            PHILLY  | [{"jobid": 1}]                                | :1: a job ends here without submitted_time or attempts: is it another --from?
            """)
    void aTableOfAnotherFormIsAFault(TraceFormat from, String text, String fault) throws IOException {
        Path in = Files.writeString(folder.resolve("in"), text.replace('~', '\n'));

        assertThatThrownBy(() -> TraceConversion.of(from, in, out(), 0, ALL))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(in + fault);
        assertThat(out()).doesNotExist();
    }

    @Test
    void whatIsNoJsonIsAFault() throws IOException {
        Path in = Files.writeString(folder.resolve("in"), "[{\"attempts\": [}");

        assertThatThrownBy(() -> TraceConversion.of(TraceFormat.PHILLY, in, out(), 0, ALL))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("not JSON");
    }

    @Test
    void nothingIsOverwrittenAndNothingEmptyWritten() throws IOException {
        Files.writeString(out(), "mine");
        assertThatThrownBy(() -> converted(TraceFormat.HELIOS, "cluster_log.csv"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is there already");
        assertThat(out()).hasContent("mine");

        Path in = Path.of("src/test/resources/traces/cluster_log.csv");
        assertThatThrownBy(() -> TraceConversion.of(TraceFormat.HELIOS, in, folder.resolve("other"), 50, ALL))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no job with GPUs and times is left of 3 read");
    }
}
