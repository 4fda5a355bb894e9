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
import org.junit.jupiter.params.provider.ValueSource;
import straits.experiments.TwoRules;

final class RerunCommandTest {

    @TempDir
    Path folder;

    private String results = "";

    @BeforeEach
    void run() throws IOException {
        String world =
                Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT).toString();
        results = folder.resolve("a").toString();
        assertThat(Cli.run("run", world, "--out", results).exitCode()).isZero();
    }

    private Cli rerun(String... more) {
        return Cli.run(
                Stream.concat(Stream.of("rerun", results), Stream.of(more)).toArray(String[]::new));
    }

    private List<String> log(String name) throws IOException {
        return Files.readAllLines(folder.resolve("log").resolve(name));
    }

    private String out() {
        return "--out=" + folder.resolve("log");
    }

    @Test
    void everyRowComesAgainBitForBit() {
        Map<String, String> before = Folders.hashes(Path.of(results));
        for (int unit = 0; unit < 6; unit++) {
            Cli cli = rerun("--point=" + unit / 3, "--replication=" + unit % 3);
            assertThat(cli.exitCode()).as(cli.err()).isZero();
            assertThat(cli.err()).contains("the same, bit for bit");
            assertThat(cli.out()).contains("replication: " + unit % 3 + "\n", "status: ok\n");
        }
        assertThat(Folders.hashes(Path.of(results))).isEqualTo(before);
        assertThat(folder.resolve("a-point-0-replication-0")).doesNotExist();
    }

    @Test
    void aCheckedRunGivesTheSameRow() {
        Cli cli = rerun("--point=1", "--replication=1", "--check");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.err()).contains("the same, bit for bit");
    }

    @Test
    void aRowThatWasChangedIsToldWithItsColumn() throws IOException {
        Path outcomes = Path.of(results, "outcomes.csv");
        Files.writeString(
                outcomes, Files.readString(outcomes).replaceFirst("1,licences,2,ok,horizon,", "1,licences,2,ok,x,"));
        Cli cli = rerun("--point=1", "--replication=2");
        assertThat(cli.exitCode()).isEqualTo(6);
        assertThat(cli.err()).contains("stop_reason was x, is horizon");
    }

    @Test
    void theLogsTellEveryEventAndEveryThing() throws IOException {
        Cli cli = rerun("--point=1", "--replication=0", "--log=events,leases,licences,deliveries", out());
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.err()).contains("the same, bit for bit");

        String answers = Files.readAllLines(Path.of(results, "outcomes.csv")).get(4);
        int events = log("events.csv").size() - 1;
        assertThat(cli.err()).contains(events + " events; logs in");
        assertThat(answers).startsWith("1,licences,0,").contains("," + events + ",");
        assertThat(log("events.csv").get(1)).startsWith("1,licences,0,0,2025-01-01T00:00:00.000000Z,");
        assertThat(log("events.csv")).anyMatch(line -> line.contains(",lease_request,0,small,"));
        assertThat(log("events.csv").stream().filter(line -> line.contains(",gpu_hour,")))
                .hasSizeGreaterThan(1000);

        assertThat(log("leases.csv").get(0)).startsWith("point,regime,replication,lease,tenant,pool,gpus,committed");
        assertThat(log("leases.csv"))
                .anyMatch(line -> line.contains(",big,east/johor/h100,") && line.contains(",true,"))
                .anyMatch(line -> line.contains(",completed,"))
                .anyMatch(line -> line.contains(",running_at_end,"));
        assertThat(log("licences.csv").get(1)).startsWith("1,licences,0,0,delivery,to-the-gulf,usual,0,2025-01-");
        assertThat(log("deliveries.csv"))
                .anyMatch(line -> line.matches(".*,to-johor,east/johor/h100,ordered,,0,[1-9][0-9]*"))
                .anyMatch(line -> line.matches(".*,to-johor,east/johor/h100,in_service,,0,[1-9][0-9]*"))
                .anyMatch(line -> line.matches(".*,to-the-gulf,gulf/abu-dhabi/h100,awaiting_licence,0,0,[1-9][0-9]*"));
    }

    /** GPU-hours leased, summed from the log, are those of the table. */
    @Test
    void theLeasesAddUpToTheTable() throws IOException {
        rerun("--point=0", "--replication=1", "--log=leases", out());
        double logged = 0;
        for (String line : log("leases.csv").subList(1, log("leases.csv").size())) {
            String[] cells = line.split(",", -1);
            logged += Integer.parseInt(cells[6]) * hours(cells[8], cells[9]);
        }
        double tabled = Files.readAllLines(Path.of(results, "tenants.csv")).stream()
                .filter(line -> line.startsWith("0,free,1,"))
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[7]))
                .sum();
        assertThat(logged)
                .isCloseTo(tabled, org.assertj.core.data.Offset.offset(1e-3))
                .isPositive();
    }

    private static double hours(String from, String to) {
        return java.time.Duration.between(java.time.Instant.parse(from), java.time.Instant.parse(to))
                        .toNanos()
                / 3.6e12;
    }

    @Test
    void aLogCanEndEarly() throws IOException {
        Cli cli = rerun("--point=0", "--replication=0", "--log=events,leases", "--until=2025-01-03", out());
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).isEmpty();
        List<String> events = log("events.csv");
        assertThat(events.get(events.size() - 1)).contains(",2025-01-02T23:");
        assertThat(log("leases.csv"))
                .anyMatch(line -> line.contains(",still_running,"))
                .noneMatch(line -> line.contains(",running_at_end,"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--until=someday", "--until=2024-12-31", "--log=everything", "--point=2", "--replication=3"})
    void whatIsNotThereIsRefused(String option) {
        Cli cli = Cli.run(Stream.of("rerun", results, "--point=0", "--replication=0", option)
                .filter(each ->
                        option.equals(each) || !option.startsWith(each.substring(0, Math.min(7, each.length()))))
                .toArray(String[]::new));
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains(option.substring(0, option.indexOf('='))).doesNotContain("\tat ");
    }

    @Test
    void aFolderThatIsNotEmptyIsLeftAlone() throws IOException {
        Files.createDirectories(folder.resolve("log"));
        Files.writeString(folder.resolve("log/events.csv"), "mine");
        Cli cli = rerun("--point=0", "--replication=0", "--log=events", out());
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains("is not empty", "--out");
        assertThat(folder.resolve("log/events.csv")).hasContent("mine");
    }

    @Test
    void aFolderWithoutARunIsNamed() {
        Cli cli = Cli.run("rerun", folder.toString(), "--point=0", "--replication=0");
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains(folder + " holds no run");
    }
}
