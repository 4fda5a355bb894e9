package straits.experiments.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A master and two workers of one core each, and the jar under {@code spark-submit}: as a small cluster is operated. Takes
 * minutes: {@code -Dstraits.replications=5000} replications under each of two regimes.
 */
@EnabledIfSystemProperty(named = "straits.standalone", matches = "yes")
final class StandaloneTest {

    private static final int REPLICATIONS = Integer.getInteger("straits.replications", 30);
    private static final int SHARDS = 7;

    @TempDir
    Path folder;

    private SparkProcesses processes;
    private final List<Process> workers = new ArrayList<>();
    private String master = "";

    @BeforeEach
    void startTheCluster() throws IOException, InterruptedException {
        processes = new SparkProcesses(folder);
        Market.write(folder.resolve("market.yaml"));
        Process process = processes.spark(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0");
        processes.awaitSaid(process, "master", "I have been elected leader");
        Matcher address =
                Pattern.compile("spark://127\\.0\\.0\\.1:\\d+").matcher(Files.readString(processes.said("master")));
        assertThat(address.find()).isTrue();
        master = address.group();
        startWorker("worker-1");
        startWorker("worker-2");
    }

    private void startWorker(String name) throws IOException, InterruptedException {
        Process worker = processes.spark(
                name,
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--work-dir",
                folder.resolve(name).toString(),
                master);
        processes.awaitSaid(worker, name, "Successfully registered with master");
        workers.add(worker);
    }

    @AfterEach
    void stopTheCluster() {
        processes.close();
    }

    private String[] run(String out, String... more) {
        List<String> args = new ArrayList<>(List.of(
                folder.resolve("market.yaml").toString(),
                "--replications=" + REPLICATIONS,
                "--out=" + folder.resolve(out)));
        args.addAll(List.of(more));
        return args.toArray(new String[0]);
    }

    private Map<String, String> onOneMachine(String out, String... args) throws IOException, InterruptedException {
        assertThat(processes.straits(out, args))
                .as(Files.readString(processes.said(out)))
                .isZero();
        return Market.hashes(folder.resolve(out));
    }

    private Map<String, String> merged() throws IOException, InterruptedException {
        List<String> merge = new ArrayList<>(List.of("merge", "--out=" + folder.resolve("merged")));
        for (int shard = 1; shard <= SHARDS; shard++) {
            String out = "shard-" + shard;
            List<String> args = new ArrayList<>(List.of("run", "--shard=" + shard + "/" + SHARDS));
            args.addAll(List.of(run(out)));
            onOneMachine(out, args.toArray(new String[0]));
            merge.add(folder.resolve(out).toString());
        }
        return onOneMachine("merged", merge.toArray(new String[0]));
    }

    private Map<String, String> onTheCluster(String out, List<String> settings, boolean kill)
            throws IOException, InterruptedException {
        Process driver = processes.submit(out, master, settings, run(out));
        if (kill) {
            SparkProcesses.awaitWritten(driver, folder.resolve(out), 200L * REPLICATIONS);
            List<ProcessHandle> executors = SparkProcesses.executors(workers.get(0));
            assertThat(executors).isNotEmpty();
            assertThat(driver.isAlive()).isTrue();
            assertThat(executors.get(0).destroyForcibly()).isTrue();
        }
        assertThat(SparkProcesses.end(driver))
                .as(Files.readString(processes.said(out)))
                .isZero();
        assertThat(Files.readString(processes.said(out)).contains("Lost executor"))
                .isEqualTo(kill);
        return Market.hashes(folder.resolve(out));
    }

    @Test
    void oneMachineTwoExecutorsAKilledOneAndSevenShardsLeaveTheSameBytes() throws IOException, InterruptedException {
        Map<String, String> killed = onTheCluster("killed", List.of("spark.straits.unitsPerTask=2"), true);
        Map<String, String> two = onTheCluster("two", List.of(), false);
        List<String> copies = List.of(
                "spark.straits.unitsPerTask=7",
                "spark.speculation=true",
                "spark.speculation.quantile=0.1",
                "spark.speculation.multiplier=1.01");
        Map<String, String> speculative = onTheCluster("speculative", copies, false);
        List<String> args = new ArrayList<>(List.of("run"));
        args.addAll(List.of(run("one")));
        Map<String, String> one = onOneMachine("one", args.toArray(new String[0]));
        assertThat(one).hasSizeGreaterThan(10);
        assertThat(killed).isEqualTo(one);
        assertThat(two).isEqualTo(one);
        assertThat(speculative).isEqualTo(one);
        assertThat(merged()).isEqualTo(one);
    }
}
