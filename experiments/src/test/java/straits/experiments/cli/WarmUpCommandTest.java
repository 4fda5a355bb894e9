package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.TwoRules;

final class WarmUpCommandTest {

    @TempDir
    Path folder;

    private String world = "";

    /** Nobody holds anything at the start, leases last for weeks: the beginning is seen. */
    @BeforeEach
    void writeTheWorld() throws IOException {
        String text = TwoRules.TEXT
                .replace("horizon: 70 days", "horizon: 300 days")
                .replace("opening: 40 H100e", "opening: 0 H100e")
                .replace("mean: 30 h", "mean: 300 h")
                .replace("rate: 0.5 per hour", "rate: 0.05 per hour");
        world = Files.writeString(folder.resolve("world.yaml"), text).toString();
    }

    @Test
    void saysWhereTheBeginningEnds() {
        Cli cli = Cli.run("warm-up", world, "--batch", "10");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out())
                .contains("Under free: market_mean_h100e, 300 observations of 24 h, mean of 3 replications")
                .containsPattern("MSER-5 leaves out \\d+ observations: \\d+ h")
                .containsPattern("batch means of replication 0 after that: \\d+ of 240 h, mean ")
                .containsPattern("Warm-up for all of them: straits run ... --warm-up \"\\d+ h\"");
        assertThat(Cli.run("warm-up", world, "--batch", "10").out()).isEqualTo(cli.out());
        assertThat(Cli.run("warm-up", world, "--answer", "anchor_mean_h100e").out())
                .contains("Under licences: anchor_mean_h100e");
    }

    @Test
    void aRunTakesItFromThere() throws IOException {
        String longest = Cli.run("warm-up", world).out().replaceAll("(?s).*--warm-up \"(\\d+) h\"\n", "$1");
        assertThat(Integer.parseInt(longest)).isPositive();
        Cli cli = Cli.run("run", world, "--warm-up", "mser-5", "--out", folder + "/a");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.err()).contains("MSER-5 leaves out");
        assertThat(Files.readString(folder.resolve("a/scenario.yaml"))).contains("warm_up: " + longest);
        Cli.run("run", world, "--warm-up", longest + " h", "--out", folder + "/b");
        assertThat(Folders.hashes(folder.resolve("b"))).isEqualTo(Folders.hashes(folder.resolve("a")));
    }

    @Test
    void noneIsNone() throws IOException {
        Cli.run("run", world, "--set", "warm_up=3 days", "--warm-up", "none", "--out", folder + "/a");
        assertThat(Files.readString(folder.resolve("a/scenario.yaml"))).contains("warm_up: 0 h");
    }

    @Test
    void whatCannotBeIsTold() {
        Cli week = Cli.run("warm-up", world, "--every-hours", "400");
        assertThat(week.exitCode()).isEqualTo(2);
        assertThat(week.err())
                .contains("found 18 observations", "shorter observations")
                .doesNotContain("Exception");
        assertThat(Cli.run("warm-up", world, "--answer", "hhi").err())
                .contains("--answer: found hhi; must be one of market_mean_h100e, anchor_mean_h100e");
        assertThat(Cli.run("warm-up", world, "--every-hours", "0").err()).contains("from a second");
        assertThat(Cli.run("warm-up", world, "--batch", "-1").err()).contains("1 or more");
        Cli wrong = Cli.run("run", world, "--warm-up", "soon", "--out", folder + "/a");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("warm_up");
        assertThat(folder.resolve("a")).doesNotExist();
    }
}
