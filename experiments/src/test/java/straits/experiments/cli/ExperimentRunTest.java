package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.TwoRules;
import straits.experiments.output.Manifest;

final class ExperimentRunTest {

    private static final String EXPERIMENT = """
            experiment: 1
            name: trial
            scenario: world.yaml
            set: {horizon: 20 days}
            replications: 2
            factors:
              price: {path: anchors.big.max_price, low: 1.5 USD per H100e-hour, high: 3 USD per H100e-hour}
            design: {latin_hypercube: {points: 8}}
            """;

    @TempDir
    Path folder;

    private String file = "";

    @BeforeEach
    void writeTheFiles() throws IOException {
        Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT);
        file = Files.writeString(folder.resolve("trial.yaml"), EXPERIMENT).toString();
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void leavesItsDesignItsInputsAndWhatInputsDo() throws IOException {
        Cli cli = Cli.run("run", file, "--out", out("a"));
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.err()).contains("16 points x 2 replications");
        assertThat(cli.out()).contains("sd, inputs", "Under licences, 8 points");
        assertThat(Folders.hashes(folder.resolve("a")))
                .containsKeys("experiment.yaml", "scenario.yaml", "points.csv", "uncertainty.csv", "contrasts.csv");
        assertThat(Files.readAllLines(folder.resolve("a/points.csv")))
                .hasSize(17)
                .startsWith("point,regime,sample,role,price");
        assertThat(Files.readString(folder.resolve("a/columns.csv"))).contains("uncertainty.csv", "USD per H100e-hour");
        Manifest manifest = Manifest.read(folder.resolve("a"));
        assertThat(manifest.points()).isEqualTo(16);
        assertThat(manifest.replications()).isEqualTo(32);
    }

    @Test
    void anEstimateLeavesItsEstimatorsAndSaysWhatItSamples() throws IOException {
        String estimate = EXPERIMENT.replace(
                "latin_hypercube: {points: 8}", "estimate: {points: 8, sampling: rqmc, randomisations: 4}");
        Files.writeString(folder.resolve("trial.yaml"), estimate);
        Cli cli = Cli.run("run", file, "--out", out("a"), "--threads", "2");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.err()).contains("rqmc sampling of 1 inputs (the dimension), 4 independent groups of 2 points");
        assertThat(cli.out()).contains("Mean over inputs under licences, less that under free");
        assertThat(Files.readAllLines(folder.resolve("a/estimators.csv")))
                .anyMatch(line ->
                        line.startsWith(",licences,,free,anchor_mean_h100e,h100e,rqmc+common_random_numbers,4,"));
        assertThat(Files.readString(folder.resolve("a/columns.csv"))).contains("estimators.csv,gain_low");
        Cli.run("run", out("a/experiment.yaml"), "--out", out("b"), "--threads", "1");
        assertThat(Folders.hashes(folder.resolve("b"))).isEqualTo(Folders.hashes(folder.resolve("a")));
        assertThat(Cli.run("run", file, "--dry-run").out()).contains("Sampling: rqmc sampling of 1 inputs");
    }

    /** The tenant that pays more holds more. */
    @Test
    void aSelectionLeavesItsCourseAndSaysHowSureItIs() throws IOException {
        String select = EXPERIMENT
                .replace("replications: 2", "replications: {select: {indifference_zone: 5, min: 3, max: 40, step: 2}}")
                .replace("design: {latin_hypercube: {points: 8}}", "design: factorial")
                .replace("high: 3 USD per H100e-hour}", "high: 3 USD per H100e-hour, levels: 3}\nregimes: [free]");
        Files.writeString(folder.resolve("trial.yaml"), select);
        Cli cli = Cli.run("run", file, "--out", out("a"), "--threads", "3");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.err()).contains("3 points x 3 to 40 replications");
        assertThat(cli.out().replace('\n', ' '))
                .contains(
                        "Selected for the largest anchor_mean_h100e: point ",
                        "If the best leads by 5.00 h100e or more");
        assertThat(Files.readAllLines(folder.resolve("a/selection.csv")))
                .hasSize(4)
                .filteredOn(line -> line.contains("true,0.95,0.95,true"))
                .hasSize(1);
        Cli again = Cli.run("run", out("a/experiment.yaml"), "--out", out("b"), "--threads", "1");
        assertThat(again.exitCode()).isZero();
        assertThat(Folders.hashes(folder.resolve("b"))).isEqualTo(Folders.hashes(folder.resolve("a")));
        assertThat(Cli.run("run", file, "--shard", "1/2", "--out", out("c")).err())
                .contains("not run in shards");
        assertThat(Cli.run("rerun", out("a"), "--point", "2", "--replication", "1")
                        .err())
                .contains("the same, bit for bit");
    }

    @Test
    void aScreeningLeavesItsIndices() throws IOException {
        String screen = EXPERIMENT.replace("latin_hypercube: {points: 8}", "morris: {trajectories: 3}");
        Files.writeString(folder.resolve("trial.yaml"), screen);
        assertThat(Cli.run("run", file, "--out", out("a")).exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("a/sensitivity.csv")))
                .contains(
                        "\nfree,,anchor_mean_h100e,price,,mu_star,h100e,",
                        "\nlicences,,anchor_mean_h100e,price,,mu,h100e,");
        assertThat(Files.readString(folder.resolve("a/columns.csv"))).contains("sensitivity.csv,estimate,decimal,");
    }

    @Test
    void theEffectiveExperimentGivesTheSameBytes() {
        Cli.run("run", file, "--out", out("a"), "--threads", "2", "--replications", "3", "--seed", "x");
        Cli again = Cli.run("run", out("a/experiment.yaml"), "--out", out("b"), "--threads", "1");
        assertThat(again.exitCode()).isZero();
        Map<String, String> expected = Folders.hashes(folder.resolve("a"));
        assertThat(Folders.hashes(folder.resolve("b"))).isEqualTo(expected);
        assertThat(Cli.run("run", out("b/experiment.yaml"), "--out", out("a")).err())
                .contains("nothing to run");
    }

    @Test
    void anotherDesignIsAnotherExperiment() throws IOException {
        Cli.run("run", file, "--out", out("a"));
        Files.writeString(folder.resolve("trial.yaml"), EXPERIMENT.replace("points: 8", "points: 9"));
        Cli cli = Cli.run("run", file, "--out", out("a"));
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains("another experiment");
    }

    @Test
    void aStoppedExperimentIsGoneOnWithFromItsFolder() {
        Cli stopped = Cli.runStopped("run", file, "--out", out("a"));
        assertThat(stopped.exitCode()).isEqualTo(5);
        assertThat(Cli.run("resume", out("a")).exitCode()).isZero();
        Cli.run("run", file, "--out", out("b"));
        assertThat(Folders.hashes(folder.resolve("a"))).isEqualTo(Folders.hashes(folder.resolve("b")));
    }

    @Test
    void shardsOfItAreTheWhole() {
        for (int shard = 1; shard <= 3; shard++) {
            assertThat(Cli.run("run", file, "--shard", shard + "/3", "--out", out("s" + shard))
                            .exitCode())
                    .isZero();
        }
        assertThat(Cli.run("merge", out("s3"), out("s1"), out("s2"), "--out", out("a"))
                        .exitCode())
                .isZero();
        Cli.run("run", file, "--out", out("b"));
        assertThat(Folders.hashes(folder.resolve("a"))).isEqualTo(Folders.hashes(folder.resolve("b")));
    }

    @Test
    void sequentialReplicationsAreNotShared() throws IOException {
        Files.writeString(
                folder.resolve("trial.yaml"),
                EXPERIMENT.replace("replications: 2", "replications: {sequential: {relative_half_width: 5 %}}"));
        Cli cli = Cli.run("run", file, "--shard", "1/2", "--out", out("a"));
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains("not run in shards");
        assertThat(folder.resolve("a")).doesNotExist();
    }

    /** The row is that of the point's own values, not of the scenario before them. */
    @Test
    void aRowOfItIsReproducedWithItsLogs() {
        Cli.run("run", file, "--out", out("a"));
        Cli cli = Cli.run(
                "rerun", out("a"), "--point", "13", "--replication", "1", "--log", "leases", "--out", out("logs"));
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.err()).contains("the same, bit for bit");
        assertThat(folder.resolve("logs/leases.csv")).isNotEmptyFile();
    }

    @Test
    void oneRegimeOfIt() {
        Cli.run("run", file, "--out", out("a"), "--regime", "licences");
        assertThat(Manifest.read(folder.resolve("a")).points()).isEqualTo(8);
    }

    @Test
    void aDryRunTellsWhatItWouldTakeAndWritesNothing() {
        Cli cli = Cli.run("run", file, "--out", out("a"), "--dry-run", "--threads", "2");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out())
                .contains(
                        "Experiment trial, scenario two-rules, regimes free, licences",
                        "16 points, 1 factor beside the regime",
                        "point 0 (free, price = ",
                        "and 11 more",
                        "Runs: 2 replications a point, 32 runs",
                        "on 2 threads",
                        "Memory: about ",
                        "Disk: about ",
                        "These rest on replication");
        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(Cli.run("run", out("world.yaml"), "--dry-run").out()).contains("2 points, 0 factors", "6 runs");
    }

    @Test
    void faultsAreToldAndNothingIsWritten() throws IOException {
        String broken = Files.writeString(
                        folder.resolve("broken.yaml"),
                        EXPERIMENT.replace("world.yaml", "wordl.yaml").replace("points: 8", "points: 1"))
                .toString();
        Cli cli = Cli.run("run", broken, "--out", out("a"));
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err())
                .contains(
                        broken + ":3:11 scenario: unknown scenario \"wordl.yaml\"",
                        "there is no such file in " + folder,
                        broken + ":8:36 design.latin_hypercube.points: found 1")
                .doesNotContain("Exception");
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void anExperimentIsValidatedAsOne() {
        Cli cli = Cli.run("validate", file);
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).contains("experiment \"trial\": scenario two-rules, 1 factor, 16 points");
        assertThat(Cli.run("validate", "budget").out()).contains("experiment \"budget\"", "2 factors, 18 points");
    }

    @Test
    void shippedExperimentsAreShown() throws IOException {
        assertThat(Cli.run("show", "budget").out()).isEqualTo(Files.readString(Path.of("designs/budget.yaml")));
        assertThat(Cli.run("run", "budgett").err()).contains("did you mean \"budget\"?");
    }
}
