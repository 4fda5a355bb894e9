package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.TwoRules;
import straits.experiments.output.Manifest;

final class RunCommandTest {

    @TempDir
    Path folder;

    private String world = "";

    @BeforeEach
    void writeTheWorld() throws IOException {
        world = write("world.yaml", TwoRules.TEXT);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Path out(String name) {
        return folder.resolve(name);
    }

    private Cli run(String out, String... more) {
        return Cli.run(arguments(out, more));
    }

    private String[] arguments(String out, String... more) {
        return Stream.concat(Stream.of("run", world, "--out", out(out).toString()), Stream.of(more))
                .toArray(String[]::new);
    }

    @Test
    void leavesEveryFileAndItsHashAndPrintsTheAnswersOnly() throws IOException {
        Cli cli = run("a");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).isEqualTo(Files.readString(out("a/answers.txt"))).contains("small market");
        assertThat(cli.err()).contains("results in " + out("a"));

        Manifest manifest = Manifest.read(out("a"));
        assertThat(manifest.replications()).isEqualTo(6);
        assertThat(manifest.points()).isEqualTo(2);
        assertThat(manifest.failedReplications()).isZero();
        assertThat(manifest.masterSeed()).isEqualTo("tests");
        assertThat(manifest.commandLine()).startsWith("run", world);
        assertThat(Folders.hashes(out("a")).keySet())
                .contains("outcomes.csv", "series.csv", "summary.csv", "contrasts.csv", "fill.csv", "columns.csv")
                .hasSize(manifest.files().size());
        assertThat(manifest.verify(out("a"))).isEmpty();
    }

    @Test
    void theSameBytesOnAnyNumberOfThreadsAndEitherQueue() {
        run("one", "--threads", "1");
        Map<String, String> expected = Folders.hashes(out("one"));
        assertThat(expected).hasSizeGreaterThan(10);

        for (String threads : List.of("2", "3")) {
            assertThat(run(threads, "--threads", threads).exitCode()).isZero();
            assertThat(Folders.hashes(out(threads))).isEqualTo(expected);
        }
        assertThat(run("ssj", "--engine", "ssj").exitCode()).isZero();
        assertThat(Folders.hashes(out("ssj"))).isEqualTo(expected);
    }

    @Test
    void anotherSeedGivesOtherResults() {
        run("a");
        run("b", "--seed", "another");
        assertThat(Manifest.read(out("b")).masterSeed()).isEqualTo("another");
        assertThat(Folders.hashes(out("b")).get("series.csv"))
                .isNotEqualTo(Folders.hashes(out("a")).get("series.csv"));
    }

    @Test
    void theSameExperimentIsVerifiedAndNotRunAgain() {
        Cli first = run("a");
        Manifest before = Manifest.read(out("a"));
        Cli second = run("a", "--threads", "1", "--engine", "ssj");
        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(second.err()).contains("unchanged", "nothing to run");
        assertThat(Manifest.read(out("a"))).isEqualTo(before);
    }

    @Test
    void theEffectiveScenarioIsTheSameExperiment() {
        run("a", "--set", "anchors.big.max_price=2 USD per H100e-hour", "--seed", "x", "--replications", "2");
        Cli again = Cli.run("run", out("a/scenario.yaml").toString(), "--out", out("a").toString());
        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).contains("nothing to run");
    }

    @Test
    void changedResultsAreToldAndLeftAlone() throws IOException {
        run("a");
        Files.writeString(out("a/series.csv"), "mine");
        Cli again = run("a");
        assertThat(again.exitCode()).isEqualTo(4);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains("series.csv: changed since the run", "--out");
        assertThat(out("a/series.csv")).hasContent("mine");
    }

    @Test
    void aFolderOfSomethingElseIsRefused() throws IOException {
        Files.createDirectories(out("a"));
        Files.writeString(out("a/thesis.txt"), "mine");
        Cli cli = run("a");
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains("thesis.txt", "--out").doesNotContain("Exception");
        assertThat(Folders.hashes(out("a"))).containsOnlyKeys("thesis.txt");
    }

    @Test
    void anotherExperimentIsRefused() {
        run("a");
        Map<String, String> before = Folders.hashes(out("a"));
        Cli cli = run("a", "--seed", "2");
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains("another experiment", "--out");
        assertThat(Folders.hashes(out("a"))).isEqualTo(before);
    }

    @Test
    void anInterruptedRunGoesOnAndEndsAsIfNothingHadHappened() {
        Cli stopped = Cli.runStopped(arguments("a"));
        assertThat(stopped.exitCode()).isEqualTo(5);
        assertThat(stopped.out()).isEmpty();
        assertThat(stopped.err())
                .contains("interrupted after 0 of 6 runs", "same command", "straits resume " + out("a"));
        assertThat(out("a/manifest.json")).doesNotExist();

        Cli again = run("a");
        assertThat(again.exitCode()).isZero();
        run("b");
        assertThat(Folders.hashes(out("a"))).isEqualTo(Folders.hashes(out("b")));
    }

    @Test
    void everyFaultIsNamedAndNothingIsWritten() throws IOException {
        String broken = write(
                "broken.yaml", TwoRules.TEXT.replace("70 days", "70 dogs").replace("tpp: 15832 TPP", "tpp: many"));
        Cli cli = Cli.run("run", broken, "--out", out("a").toString());
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err())
                .contains(broken + ":7:10 horizon", "chips.h100.tpp")
                .doesNotContain("Exception");
        assertThat(out("a")).doesNotExist();
    }

    @Test
    void aSettingChangesTheScenario() throws IOException {
        assertThat(run("a", "--set", "anchors.big.need.2025-01-01=90 H100e").exitCode())
                .isZero();
        assertThat(out("a/scenario.yaml")).content().contains("90 H100e");
        run("b");
        assertThat(Files.readString(out("b/outcomes.csv"))).isNotEqualTo(Files.readString(out("a/outcomes.csv")));
    }

    @Test
    void aWrongSettingIsToldLikeAFault() {
        Cli cli = run("a", "--set", "anchors.bigg.budget=1 USD", "--replications", "0");
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains("--set anchors.bigg", "replications");
        assertThat(out("a")).doesNotExist();
    }

    @Test
    void onlyTheRegimesAskedForAreRun() throws IOException {
        run("a", "--regime", "licences");
        assertThat(Files.readString(out("a/points.csv"))).isEqualTo("point,regime\n0,licences\n");
        assertThat(Files.readAllLines(out("a/contrasts.csv"))).hasSize(1);
    }

    @Test
    void theReferenceIsRunWithSeveralRegimesAndSaidToBe() throws IOException {
        Cli cli = run("a", "--regime", "licences,us-2023");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.err()).contains("contrasts are against free, which is run as well");
        assertThat(Files.readString(out("a/points.csv"))).isEqualTo("point,regime\n0,free\n1,licences\n2,us-2023\n");
    }

    @Test
    void anUnknownRegimeIsAnsweredByANearOne() {
        Cli cli = run("a", "--regime", "licenses");
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains("\"licenses\"", "did you mean \"licences\"?");
        assertThat(out("a")).doesNotExist();
    }

    @Test
    void quietMeansTheAnswersOnly() {
        Cli cli = run("a", "--quiet");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out()).isNotEmpty();
    }

    @Test
    void whatIsSeenWhileItRunsEndsAsTheSummaryAndChangesNoByte() {
        run("a");
        Cli live = run("b", "--live", "--threads", "1");
        assertThat(live.exitCode()).isZero();
        assertThat(Folders.hashes(out("b"))).isEqualTo(Folders.hashes(out("a")));
        assertThat(live.out()).isEqualTo(run("a").out());
        List<String> said = live.err().lines().toList();
        assertThat(said).anyMatch(line -> line.startsWith("6/6 runs"));
        assertThat(said.get(said.size() - 1)).endsWith("report.html");
        String last = said.get(said.size() - 2);
        assertThat(last).startsWith("licences").contains(" 3/3 ");
        String held = live.out()
                .lines()
                .filter(line -> line.startsWith("Held, h100e"))
                .findFirst()
                .orElseThrow();
        String interval =
                last.substring(last.indexOf("3/3") + 3, last.indexOf(']') + 1).strip();
        assertThat(held).contains(interval);
    }

    @Test
    void nothingIsSeenWhileItRunsUnlessAskedFor() {
        assertThat(run("a").err()).contains("6/6 runs").doesNotContain("Held");
        assertThat(run("b", "--live", "--quiet").err()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsAFailureOfTheDisk() {
        Cli cli = Cli.run("run", world, "--out", world + "/below");
        assertThat(cli.exitCode()).isEqualTo(4);
        assertThat(cli.err()).contains("cannot create").doesNotContain("\tat ");
    }
}
