package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a public job table to results that need neither table nor trace any more. */
final class TraceRunTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private String scenario = "";
    private Path trace = Path.of("");

    @BeforeEach
    void convert() throws IOException {
        trace = folder.resolve("jobs.csv");
        Cli cli = Cli.run(
                "trace", "convert", "--from", "helios", "src/test/resources/traces/cluster_log.csv", trace.toString());
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("2 of 3 jobs");
        assertThat(cli.err()).contains("left out: 1, no GPU");
        String text = Files.readString(Path.of("scenarios/textbook/s01-erlang-b.yaml"))
                .replace("arrivals: {rate: 12 per hour}", "trace: {rows: jobs.csv}")
                .replace("horizon: 18050 h", "horizon: 20 h")
                .replace("warm_up: 50 h", "warm_up: 0 h")
                .replace("replications: 30", "replications: 2");
        scenario = Files.writeString(folder.resolve("s.yaml"), text).toString();
    }

    private String results(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void resultsNeedTheTraceNoMore() throws IOException {
        assertThat(Cli.run("run", scenario, "--out", results("a")).exitCode()).isZero();
        Files.delete(trace);

        Cli again = Cli.run("rerun", results("a"), "--point=0", "--replication=1");
        assertThat(again.err()).contains("the same, bit for bit");
        String effective = folder.resolve("a/scenario.yaml").toString();
        assertThat(Cli.run("run", effective, "--out", results("b")).exitCode()).isZero();
        assertThat(Folders.hashes(folder.resolve("b"))).isEqualTo(Folders.hashes(folder.resolve("a")));
    }

    @Test
    void anotherTraceIsAnotherExperiment() throws IOException {
        assertThat(Cli.run("run", scenario, "--out", results("a")).exitCode()).isZero();
        Files.writeString(trace, Files.readString(trace) + "19,1,1,,\n");

        Cli other = Cli.run("run", scenario, "--out", results("a"));
        assertThat(other.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(other.err()).contains("holds a finished run of another experiment or version");
    }

    @Test
    void shardsOfATraceGoTogether() {
        String whole = results("whole");
        assertThat(Cli.run("run", scenario, "--out", whole).exitCode()).isZero();
        for (String part : new String[] {"1", "2"}) {
            Cli cli = Cli.run("run", scenario, "--shard", part + "/2", "--out", results("part" + part));
            assertThat(cli.exitCode()).as(cli.err()).isZero();
        }

        Cli merged = Cli.run("merge", results("part1"), results("part2"), "--out", results("merged"));
        assertThat(merged.exitCode()).as(merged.err()).isZero();
        assertThat(Folders.hashes(folder.resolve("merged"))).isEqualTo(Folders.hashes(Path.of(whole)));
    }
}
