package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.experiments.TwoRules;
import straits.experiments.output.Manifest;

/** An experiment of six runs on several machines. */
final class ShardsTest {

    @TempDir
    Path folder;

    private String world = "";

    @BeforeEach
    void writeTheWorld() throws IOException {
        world = Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT).toString();
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private Cli run(String out, String... more) {
        return Cli.run(Stream.concat(Stream.of("run", world, "--out", out(out)), Stream.of(more))
                .toArray(String[]::new));
    }

    private Cli merge(String out, List<String> shards) {
        return Cli.run(Stream.concat(
                        Stream.of("merge", "--out", out(out)), shards.stream().map(this::out))
                .toArray(String[]::new));
    }

    private List<String> shards(int of) {
        List<String> shards = new ArrayList<>();
        for (int number = 1; number <= of; number++) {
            String name = "shard-" + number + "-of-" + of;
            assertThat(run(name, "--shard", number + "/" + of).exitCode()).isZero();
            shards.add(name);
        }
        return shards;
    }

    /** Seven parts of six runs: one is empty. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void mergedTheyAreTheWhole(int of) {
        Cli whole = run("whole");
        List<String> shards = shards(of);
        Collections.reverse(shards);
        Cli merged = merge("merged", shards);
        assertThat(merged.exitCode()).as(merged.err()).isZero();
        assertThat(merged.out()).isEqualTo(whole.out()).isNotEmpty();
        Map<String, String> expected = Folders.hashes(folder.resolve("whole"));
        assertThat(Folders.hashes(folder.resolve("merged"))).isEqualTo(expected).hasSizeGreaterThan(10);
        assertThat(Manifest.read(folder.resolve("merged")).replications()).isEqualTo(6);
    }

    @Test
    void aShardHoldsItsRunsAndNothingOverAllRuns() throws IOException {
        Cli cli = run("a", "--shard", "2/4");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).contains("shard 2/4 of them", "straits merge");
        assertThat(Files.readAllLines(folder.resolve("a/outcomes.csv")))
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("0,free,1,ok"))
                .satisfies(lines -> assertThat(lines.get(2)).startsWith("1,licences,2,ok"));
        assertThat(Folders.hashes(folder.resolve("a")).keySet())
                .contains("series.csv", "scenario.yaml")
                .doesNotContain("summary.csv", "contrasts.csv", "fill.csv", "answers.txt");
        Manifest manifest = Manifest.read(folder.resolve("a"));
        assertThat(manifest.shard()).isEqualTo("2/4");
        assertThat(manifest.replications()).isEqualTo(2);
        assertThat(manifest.verify(folder.resolve("a"))).isEmpty();
        assertThat(run("a", "--shard", "2/4").err()).contains("nothing to run");
    }

    @Test
    void anotherShardOrTheWholeInItsFolderIsRefused() {
        run("a", "--shard", "1/2");
        assertThat(run("a", "--shard", "2/2").err()).contains("another part", "shard 1/2, not ", "shard 2/2", "--out");
        assertThat(run("a").exitCode()).isEqualTo(2);
    }

    @Test
    void anInterruptedShardGoesOn() {
        Cli stopped = Cli.runStopped("run", world, "--out", out("a"), "--shard", "1/2");
        assertThat(stopped.exitCode()).isEqualTo(5);
        assertThat(Cli.run("resume", out("a")).exitCode()).isZero();
        assertThat(Manifest.read(folder.resolve("a")).shard()).isEqualTo("1/2");
        run("b", "--shard", "2/2");
        run("whole");
        assertThat(merge("merged", List.of("a", "b")).exitCode()).isZero();
        assertThat(Folders.hashes(folder.resolve("merged"))).isEqualTo(Folders.hashes(folder.resolve("whole")));
    }

    @Test
    void anInterruptedMergeGoesOn() {
        List<String> shards = shards(2);
        Cli stopped = Cli.runStopped("merge", "--out", out("merged"), out(shards.get(0)), out(shards.get(1)));
        assertThat(stopped.exitCode()).isEqualTo(5);
        assertThat(merge("merged", shards).exitCode()).isZero();
        run("whole");
        assertThat(Folders.hashes(folder.resolve("merged"))).isEqualTo(Folders.hashes(folder.resolve("whole")));
    }

    @Test
    void whatIsMissingOrDoubledIsNamed() {
        run("a", "--shard", "1/4");
        run("b", "--shard", "3/4");
        run("c", "--shard", "3/4");
        Cli cli = merge("merged", List.of("a", "b", "c"));
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains(out("c") + ": is shard 3/4, and so is " + out("b"), "missing: shard 2/4, 4/4");
        assertThat(folder.resolve("merged")).doesNotExist();
    }

    @Test
    void whatDoesNotBelongTogetherIsNamed() throws IOException {
        run("a", "--shard", "1/2");
        run("b", "--shard", "2/2", "--seed", "another");
        run("c", "--shard", "2/3");
        run("whole");
        Cli.runStopped("run", world, "--out", out("half"), "--shard", "2/2");
        Cli cli = merge("merged", List.of("a", "b", "c", "whole", "half", "nowhere"));
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err())
                .contains(out("b") + ": is of experiment ")
                .contains(out("c") + ": is shard 2/3, and " + out("a") + " one of 2")
                .contains(out("whole") + ": holds a whole experiment")
                .contains(out("half") + ": holds no finished run", "straits resume")
                .contains(out("nowhere") + ": holds no finished run");
        assertThat(folder.resolve("merged")).doesNotExist();
    }

    @Test
    void aChangedShardIsNotMerged() throws IOException {
        List<String> shards = shards(2);
        Files.writeString(folder.resolve(shards.get(1)).resolve("series.csv"), "mine");
        Cli cli = merge("merged", shards);
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains("series.csv: changed since the run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/3", "4/3", "3", "a/b"})
    void anythingElseThanAShardIsRefused(String shard) {
        Cli cli = run("a", "--shard", shard);
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains("--shard", "as in 3/10");
        assertThat(folder.resolve("a")).doesNotExist();
    }
}
