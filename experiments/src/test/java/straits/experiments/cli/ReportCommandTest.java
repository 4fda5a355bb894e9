package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.experiments.TwoRules;
import straits.experiments.output.FileEntry;
import straits.experiments.output.Manifest;

/** The page that every run leaves, and the command that makes it again. */
final class ReportCommandTest {

    @TempDir
    Path folder;

    private String world = "";

    @BeforeEach
    void writeTheWorld() throws IOException {
        world = Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT).toString();
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    private void run(String out, String... more) {
        String[] arguments = {"run", world, "--out", in(out)};
        String[] all = Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new);
        Cli cli = Cli.run(all);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--format=csv", "--compress", "--format=parquet"})
    void everyRunLeavesItInTheManifestAndTheCommandMakesTheSameBytesAgain(String format) throws IOException {
        run("a", format);
        assertThat(Manifest.read(folder.resolve("a")).files())
                .extracting(FileEntry::file)
                .contains("report.html");
        Cli cli = Cli.run("report", in("a"), "--out", in("again.html"));
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(folder.resolve("again.html")).hasSameBinaryContentAs(folder.resolve("a/report.html"));
    }

    @Test
    void itIsTheSameWhateverTheFormatOfTheTablesAndTheThreads() {
        run("csv", "--threads=1");
        run("parquet", "--threads=3", "--format=parquet");
        assertThat(folder.resolve("csv/report.html")).hasSameBinaryContentAs(folder.resolve("parquet/report.html"));
    }

    @Test
    void whatIsThereIsNotOverwritten() throws IOException {
        run("a");
        Cli cli = Cli.run("report", in("a"));
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains("report.html is there already").contains("--out");
        Path mine = Files.writeString(folder.resolve("mine.html"), "mine");
        assertThat(Cli.run("report", in("a"), "--out", mine.toString()).exitCode())
                .isEqualTo(2);
        assertThat(mine).hasContent("mine");
    }

    @Test
    void foldersWithoutAFinishedRunAreRefused() throws IOException {
        assertThat(Cli.run("report", in("nowhere")).err()).contains("there is no folder");
        Files.createDirectory(folder.resolve("empty"));
        Cli empty = Cli.run("report", in("empty"));
        assertThat(empty.exitCode()).isEqualTo(2);
        assertThat(empty.err()).contains("holds no run").contains("straits run");
        run("unfinished");
        Files.delete(folder.resolve("unfinished/manifest.json"));
        Files.delete(folder.resolve("unfinished/report.html"));
        Cli unfinished = Cli.run("report", in("unfinished"));
        assertThat(unfinished.exitCode()).isEqualTo(2);
        assertThat(unfinished.err()).contains("no finished run").contains("straits resume " + in("unfinished"));
        run("shard", "--shard=1/2");
        Cli shard = Cli.run("report", in("shard"));
        assertThat(shard.exitCode()).isEqualTo(2);
        assertThat(shard.err()).contains("straits merge");
        assertThat(folder.resolve("shard/report.html")).doesNotExist();
    }

    @Test
    void aMergedRunHasThePageOfTheWhole() {
        run("whole");
        run("one", "--shard=1/2");
        run("two", "--shard=2/2");
        assertThat(Cli.run("merge", in("one"), in("two"), "--out", in("merged")).exitCode())
                .isZero();
        assertThat(folder.resolve("merged/report.html")).hasSameBinaryContentAs(folder.resolve("whole/report.html"));
    }

    @Test
    void aTwinHasOneToo() throws IOException {
        Cli cli = Cli.run("twin", world, "--regime", "licences", "--waterfall", "--out", in("twin"));
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(Files.readString(folder.resolve("twin/report.html"))).contains("what each rule does");
    }
}
