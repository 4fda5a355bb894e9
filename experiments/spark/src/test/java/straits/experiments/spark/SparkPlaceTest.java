package straits.experiments.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.api.Results;
import straits.experiments.api.Study;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.Course;
import straits.experiments.montecarlo.RunWatcher;
import straits.experiments.montecarlo.Shard;
import straits.experiments.montecarlo.StopSignal;
import straits.experiments.output.UnitText;

/** On a context in this process; executors of their own are in {@link LocalClusterTest}. */
final class SparkPlaceTest {

    private static JavaSparkContext spark;

    @TempDir
    Path folder;

    private Path market = Path.of("");
    private String err = "";

    @BeforeAll
    static void start() {
        spark = new JavaSparkContext(new SparkConf()
                .setMaster("local[2]")
                .setAppName("tests")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                // A real file system of Hadoop with another scheme than file.
                .set(
                        "spark.hadoop.fs.viewfs.mounttable.trial.link./tmp",
                        "file:" + System.getProperty("java.io.tmpdir")));
    }

    @AfterAll
    static void end() {
        spark.close();
    }

    @BeforeEach
    void writeTheMarket() {
        market = Market.write(folder.resolve("market.yaml"));
    }

    private int run(String... args) {
        return run(new StopSignal(), args);
    }

    private int run(StopSignal stop, String... args) {
        StringWriter said = new StringWriter();
        try (PrintWriter writer = new PrintWriter(said)) {
            return StraitsSpark.run(spark, stop, writer, writer, List.of(args));
        } finally {
            err = said.toString();
        }
    }

    private Path onOneMachine(int exitCode, String... args) throws IOException, InterruptedException {
        try (SparkProcesses processes = new SparkProcesses(Files.createDirectories(folder.resolve("processes")))) {
            List<String> all = new ArrayList<>(List.of("run"));
            all.addAll(List.of(args));
            all.add("--out=" + folder.resolve("one"));
            assertThat(processes.straits("one", all.toArray(new String[0])))
                    .as(Files.readString(processes.said("one")))
                    .isEqualTo(exitCode);
        }
        return folder.resolve("one");
    }

    private String viewed(String name) {
        Path below = Path.of(System.getProperty("java.io.tmpdir")).relativize(folder.resolve(name));
        return "viewfs://trial/tmp/" + below;
    }

    @Test
    void sequentialReplicationsRunInRoundsToTheSameBytes() throws IOException, InterruptedException {
        Path file = Files.writeString(
                folder.resolve("rounds.yaml"),
                "experiment: 1\nname: rounds\nscenario: market.yaml\nfactors:\n"
                        + "  price: {path: providers.gulf.offers.h100.on_demand,"
                        + " values: [1.9 USD per GPU-hour, 2.5 USD per GPU-hour]}\n"
                        + "replications: {sequential: {answer: market_mean_h100e, relative_half_width: 2 %,"
                        + " min: 5, max: 40, step: 5}}\n");
        assertThat(run(file.toString(), "--out", folder.resolve("cluster").toString()))
                .as(err)
                .isZero();
        assertThat(Market.hashes(folder.resolve("cluster")))
                .containsKey("experiment.yaml")
                .isEqualTo(Market.hashes(onOneMachine(0, file.toString())));
    }

    @Test
    void aReplicationThatFailsForTheModelIsARow() throws IOException, InterruptedException {
        Market.write(
                market,
                "pricing: {policy: utilisation, sensitivity: 0.1}",
                "pricing: {policy: fragile, parameters: {most: 0.6}}");
        String[] args = {market.toString(), "--replications=12"};
        assertThat(run(args[0], args[1], "--out=" + folder.resolve("cluster")))
                .as(err)
                .isEqualTo(3);
        assertThat(err).contains("IllegalStateException: more than 0.6 is leased");
        assertThat(Files.readString(folder.resolve("cluster/outcomes.csv"))).contains(",ok,", ",failed,");
        assertThat(Market.hashes(folder.resolve("cluster"))).isEqualTo(Market.hashes(onOneMachine(3, args)));
    }

    @Test
    void aRunThatWasStoppedGoesOn() throws IOException, InterruptedException {
        StopSignal stop = new StopSignal();
        stop.request();
        String[] args = {market.toString(), "--replications=20"};
        String out = "--out=" + folder.resolve("cluster");
        assertThat(run(stop, args[0], args[1], out)).isEqualTo(5);
        assertThat(run(args[0], args[1], out)).as(err).isZero();
        assertThat(Market.hashes(folder.resolve("cluster"))).isEqualTo(Market.hashes(onOneMachine(0, args)));
    }

    @Test
    void anyFileSystemOfTheClusterTakesTheResults() throws IOException, InterruptedException {
        String[] args = {market.toString(), "--replications=10", "--out=" + viewed("remote")};
        assertThat(run(args)).as(err).isZero();
        Path remote = folder.resolve("remote");
        assertThat(Market.hashes(remote)).isEqualTo(Market.hashes(onOneMachine(0, args[0], args[1])));
        assertThat(remote.resolve("manifest.json")).exists();

        assertThat(run(args)).as(err).isZero();
        assertThat(err).contains("holds the results of this very experiment, unchanged");
        Files.writeString(remote.resolve("summary.csv"), "changed");
        Files.delete(remote.resolve(".summary.csv.crc"));
        assertThat(run(args)).isEqualTo(4);
        assertThat(err).contains("summary.csv: changed since the run");
        assertThat(run(args[0], "--replications=11", args[2])).isEqualTo(2);
        assertThat(err).contains("another experiment");
    }

    /** The parts that a lost driver has left are all that the next one needs. */
    @Test
    void aDriverThatIsLostGoesOnFromTheFileSystem() throws IOException, InterruptedException {
        String[] args = {market.toString(), "--replications=60", "--out=" + viewed("remote")};
        StopSignal stop = new StopSignal();
        List<UnitText> begun = new ArrayList<>();
        RemoteFolder remote = RemoteFolder.at(URI.create(viewed("remote")), spark.hadoopConfiguration());
        Experiment experiment = Study.of(args[0]).replications(60).experiment();
        StoredPlace place = new StoredPlace(new SparkPlace(spark, 3), remote, System::nanoTime);
        boolean all = new Course(experiment)
                .run(
                        Shard.WHOLE,
                        List.of(),
                        (units, seen) -> place.run(
                                experiment,
                                units,
                                unit -> {
                                    begun.add(unit);
                                    if (begun.size() == 17) {
                                        stop.request();
                                    }
                                },
                                RunWatcher.nobody(),
                                stop));
        assertThat(all).isFalse();
        assertThat(begun).hasSizeGreaterThanOrEqualTo(17).hasSizeLessThan(120);
        assertThat(folder.resolve("remote/parts")).isNotEmptyDirectory();

        assertThat(run(args)).as(err).isZero();
        assertThat(Market.hashes(folder.resolve("remote"))).isEqualTo(Market.hashes(onOneMachine(0, args[0], args[1])));
        assertThat(folder.resolve("remote/parts")).doesNotExist();
    }

    @Test
    void whatIsThereIsNotTouched() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("remote")).resolve("mine.txt"), "mine");
        assertThat(run(market.toString(), "--out=" + viewed("remote"))).isEqualTo(2);
        assertThat(err).contains("holds 1 entries that are not of a run (mine.txt");
        assertThat(folder.resolve("remote/mine.txt")).hasContent("mine");
        assertThat(run(market.toString(), "--out", "none://where/ever")).isEqualTo(2);
        assertThat(err).contains("the cluster has no such file system: none://where/ever");
    }

    @Test
    void optionsOfOneMachineAreRefused() {
        assertThat(run(market.toString(), "--threads=3", "--shard=1/2")).isEqualTo(2);
        assertThat(err).contains("--threads, --shard: for one machine");
        spark.sc().conf().set(StraitsSpark.UNITS_PER_TASK, "many");
        try {
            assertThat(run(market.toString())).isEqualTo(2);
            assertThat(err)
                    .contains("spark.straits.unitsPerTask must be a whole number from 1 to 999999, was \"many\"");
        } finally {
            spark.sc().conf().remove(StraitsSpark.UNITS_PER_TASK);
        }
        assertThat(run("no-such-market")).isEqualTo(2);
        assertThat(err).contains("no-such-market");
    }

    @Test
    void studiesFromJavaGiveTheSameNumbers() {
        Study study = Study.of(market.toString()).replications(7);
        Results here = study.run(2);
        Results there = study.run(new SparkPlace(spark, 2));
        assertThat(there.runs()).hasSize(14);
        assertThat(there.summary()).isEqualTo(here.summary());
        assertThat(there.contrasts()).isEqualTo(here.contrasts());
        assertThatIllegalArgumentException().isThrownBy(() -> new SparkPlace(spark, 0));
    }
}
