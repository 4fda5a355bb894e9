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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.experiments.TwoRules;

/** Stories from a folder of results, told by the program. */
final class ExplainCommandTest {

    @TempDir
    Path folder;

    private String results = "";

    @BeforeEach
    void run() throws IOException {
        String world =
                Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT).toString();
        results = folder.resolve("a").toString();
        assertThat(Cli.run("run", world, "--out", results, "--threads", "2").exitCode())
                .isZero();
    }

    private Cli explain(String... more) {
        return Cli.run(
                Stream.concat(Stream.of("explain", results), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void theStoryIsOnTheOutputAndNothingIsWritten() {
        Map<String, String> before = Folders.hashes(Path.of(results));
        Cli cli = explain("--point=1", "--delivery=to-the-gulf");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.out())
                .startsWith("Delivery to-the-gulf under regime licences\n")
                .contains("Filed as application 0 at the licence desk.");
        assertThat(cli.err()).contains("point 1, replication 0");
        assertThat(explain("--point=1", "--delivery=to-the-gulf").out()).isEqualTo(cli.out());
        assertThat(Folders.hashes(Path.of(results))).isEqualTo(before);
        assertThat(explain("--point=1", "--replication=1", "--delivery=to-the-gulf")
                        .out())
                .isNotEqualTo(cli.out());
    }

    /** The numbers are those of the logs, and so are the times. */
    @Test
    void aLeaseIsThatOfTheLog() throws IOException {
        String log = folder.resolve("log").toString();
        Cli.run("rerun", results, "--point=1", "--replication=2", "--log=leases", "--out", log);
        List<String> lines = Files.readAllLines(Path.of(log, "leases.csv"));
        String[] cells = lines.get(lines.size() / 2).split(",", -1);
        String told = explain("--point=1", "--replication=2", "--lease=" + cells[3])
                .out()
                .replaceAll("\\s+", " ");
        String[] pool = cells[5].split("/", -1);
        assertThat(told)
                .contains(cells[4] + " leases " + cells[6] + " GPU", " from " + pool[0] + " at " + pool[1])
                .contains(cells[8].substring(0, 16).replace('T', ' '))
                .contains(cells[9].substring(0, 16).replace('T', ' '));
    }

    @Test
    void aRefusedReplicationOrThingIsBadInput() {
        for (List<String> wrong : List.of(
                List.of("--lease=1", "--point=2"),
                List.of("--lease=1", "--replication=3"),
                List.of("--lease=1", "--licence=1"),
                List.of("--lease=one"),
                List.of("--tenant=bog"),
                List.<String>of())) {
            Cli cli = explain(wrong.toArray(String[]::new));
            assertThat(cli.exitCode()).as("%s", wrong).isEqualTo(2);
            assertThat(cli.out()).isEmpty();
            assertThat(cli.err()).isNotEmpty().doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--lease=99999, unknown lease 99999; this run has 0 to ",
        "--licence=3, unknown application for a licence 3; there is none in this run",
        "--tenant=smal, did you mean \"small\"?",
        "--rule=any, unknown rule of regime \"free\" \"any\"; there is none"
    })
    void unknownThingsSayWhatThereIs(String option, String message) {
        Cli cli = explain(option);
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains(message);
    }

    @Test
    void aFolderWithoutARunIsNamed() {
        assertThat(Cli.run("explain", folder.toString(), "--lease=0").err()).contains(folder + " holds no run");
    }
}
