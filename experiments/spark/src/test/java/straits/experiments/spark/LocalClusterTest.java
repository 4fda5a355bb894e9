package straits.experiments.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar under {@code spark-submit}, in processes of their own that are killed without a chance to tidy up. */
final class LocalClusterTest {

    private static final String TWO_EXECUTORS = "local-cluster[2,1,512]";
    private static final long SOME_UNITS = 10_000;

    @TempDir
    Path folder;

    private SparkProcesses processes;

    @BeforeEach
    void prepare() throws IOException {
        processes = new SparkProcesses(folder);
        Market.write(folder.resolve("market.yaml"));
    }

    @AfterEach
    void tidy() {
        processes.close();
    }

    private String[] run(String out, int replications) {
        return new String[] {
            folder.resolve("market.yaml").toString(), "--replications=" + replications, "--out=" + folder.resolve(out)
        };
    }

    private Map<String, String> onOneMachine(int replications) throws IOException, InterruptedException {
        List<String> args = new ArrayList<>(List.of("run"));
        args.addAll(List.of(run("one", replications)));
        assertThat(processes.straits("one", args.toArray(new String[0])))
                .as(Files.readString(processes.said("one")))
                .isZero();
        Map<String, String> hashes = Market.hashes(folder.resolve("one"));
        assertThat(hashes).hasSizeGreaterThan(10);
        return hashes;
    }

    @Test
    void anExecutorThatIsKilledChangesNothing() throws IOException, InterruptedException {
        Process driver =
                processes.submit("killed", TWO_EXECUTORS, List.of("spark.straits.unitsPerTask=2"), run("killed", 200));
        SparkProcesses.awaitWritten(driver, folder.resolve("killed"), SOME_UNITS);
        List<ProcessHandle> executors = SparkProcesses.executors(driver);
        assertThat(executors).isNotEmpty();
        assertThat(executors.get(0).destroyForcibly()).isTrue();
        assertThat(SparkProcesses.end(driver))
                .as(Files.readString(processes.said("killed")))
                .isZero();
        assertThat(processes.said("killed")).content().contains("Lost executor");
        assertThat(Market.hashes(folder.resolve("killed"))).isEqualTo(onOneMachine(200));
    }

    @Test
    void aDriverThatIsLostGoesOnFromWhatWasWritten() throws IOException, InterruptedException {
        List<String> few = List.of("spark.straits.unitsPerTask=1");
        Process driver = processes.submit("lost", "local[2]", few, run("lost", 200));
        SparkProcesses.awaitWritten(driver, folder.resolve("lost"), SOME_UNITS);
        assertThat(driver.isAlive())
                .as(Files.readString(processes.said("lost")))
                .isTrue();
        driver.destroyForcibly().waitFor();

        Process next = processes.submit("next", "local[2]", few, run("lost", 200));
        assertThat(SparkProcesses.end(next))
                .as(Files.readString(processes.said("next")))
                .isZero();
        assertThat(processes.said("next")).content().contains("goes on after ");
        assertThat(Market.hashes(folder.resolve("lost"))).isEqualTo(onOneMachine(200));
    }

    /** What stands in front on the class path of the executors makes their trial end otherwise. */
    @Test
    void executorsThatWouldGiveOtherResultsAreRefused() throws IOException, InterruptedException {
        Path other = Files.createDirectories(folder.resolve("other/straits/experiments/spark"));
        Market.write(other.resolve("probe.yaml"), "seed: tests", "seed: others");
        Process driver = processes.submit(
                "refused",
                "local-cluster[1,1,512]",
                List.of("spark.executor.extraClassPath=" + folder.resolve("other")),
                run("refused", 3));
        assertThat(SparkProcesses.end(driver)).isEqualTo(2);
        assertThat(processes.said("refused"))
                .content()
                .contains("executor 0 on 127.0.0.1 gives other results than the driver", "use one JDK")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("refused/manifest.json")).doesNotExist();
    }
}
