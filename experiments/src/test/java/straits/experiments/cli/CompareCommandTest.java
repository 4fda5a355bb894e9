package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.experiments.TwoRules;

final class CompareCommandTest {

    @TempDir
    Path folder;

    private String world = "";

    @BeforeEach
    void writeTheWorld() throws IOException {
        world = Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT).toString();
    }

    private void run(String out, String... more) {
        Cli cli = Cli.run(Stream.concat(
                        Stream.of("run", world, "--out", folder.resolve(out).toString()), Stream.of(more))
                .toArray(String[]::new));
        assertThat(cli.exitCode()).as(cli.err()).isZero();
    }

    private Cli compare() {
        return Cli.run(
                "compare", folder.resolve("a").toString(), folder.resolve("b").toString());
    }

    @ParameterizedTest
    @CsvSource({"-q, --threads=3", "-q, --compress", "--format=parquet, -q", "--format=parquet, --compress"})
    void theSameRunIsIdenticalInWhateverFormat(String one, String other) {
        run("a", one);
        run("b", other);
        Cli cli = compare();
        assertThat(cli.out()).startsWith("identical");
        assertThat(cli.exitCode()).as(cli.out() + cli.err()).isZero();
    }

    @Test
    void anotherSeedIsEqualAsFarAsReplicationsCanTell() {
        run("a", "--replications=20");
        run("b", "--replications=20", "--seed=another");
        Cli cli = compare();
        assertThat(cli.exitCode()).as(cli.out() + cli.err()).isZero();
        assertThat(cli.out())
                .contains("equal as far as these replications can tell")
                .doesNotContain("first difference");
    }

    /** Prices a hundredth higher from the first day on: the first run differs, and its first event is told. */
    @Test
    void anotherWorldIsDifferentFromItsFirstRunAndEventOn() {
        run("a", "--replications=10");
        run("b", "--replications=10", "--set", "tenant_classes.small.arrivals.rate=0.8 per hour");
        Cli cli = compare();
        assertThat(cli.exitCode()).isEqualTo(6);
        assertThat(cli.out())
                .contains("first difference: outcomes.csv:2: point 0, regime free, replication 0, ")
                .contains("first event that differs: event ", "lease_request of 0", " at 2025-01-01T")
                .contains("market_utilisation_fraction at point 0 (free): ")
                .contains("different: ");
    }

    /** The question is asked afterwards: the fingerprints tell that nothing else differs, without another run. */
    @Test
    void anotherQuestionIsAskedOfTheSameEvents() {
        run("a", "--replications=2");
        run("b", "--replications=2", "--set", "question.reference_price=1.4 USD per GPU-hour");
        Cli cli = compare();
        assertThat(cli.out())
                .contains(
                        "first difference: outcomes.csv:2: point 0, regime free, replication 0, budget_bound_gpus is ")
                .contains("every event of this run is the same in both");
    }

    @Test
    void aDifferenceThatComesLateIsFoundAtItsEvent() {
        run("a", "--regime=free", "--replications=1");
        run("b", "--regime=free", "--replications=1", "--set", "deliveries.to-johor.vendor_lead=31 days");
        Cli cli = compare();
        assertThat(cli.out()).contains(", shipment of 1 with 0 at 2025-01-19T00:00Z", "too few replications to tell");
        assertThat(cli.exitCode()).isEqualTo(6);
    }

    @Test
    void moreRepetitionsAreADifferenceOfRowsNotOfAnswers() {
        run("a", "--replications=12");
        run("b", "--replications=20");
        Cli cli = compare();
        assertThat(cli.exitCode()).as(cli.out()).isZero();
        assertThat(cli.out()).contains("first difference: outcomes.csv:14: ", "equal as far as");
    }

    @Test
    void whenOnlyAnotherFileDiffersNoAnswerIsBlamed() {
        run("a", "--replications=2");
        run("b", "--replications=2", "--set", "title=The same under another name");
        Cli cli = compare();
        assertThat(cli.exitCode()).isEqualTo(6);
        assertThat(cli.out())
                .contains("first difference: scenario.yaml differs", "every answer is the same in every replication")
                .doesNotContain("by more than chance");
    }

    @Test
    void otherPointsAreNamed() {
        run("a", "--regime=free,licences", "--replications=3");
        run("b", "--regime=free", "--replications=3");
        Cli cli = compare();
        assertThat(cli.exitCode()).isEqualTo(6);
        assertThat(cli.out()).contains("point 1 (licences) is not in both");
    }

    @Test
    void unfinishedOrChangedFoldersAreNotCompared() throws IOException {
        run("a");
        Cli.runStopped("run", world, "--out", folder.resolve("b").toString());
        Cli cli = compare();
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains(folder.resolve("b") + " holds no finished run");

        Cli.run("resume", folder.resolve("b").toString());
        assertThat(compare().exitCode()).isZero();
        Files.writeString(folder.resolve("b/series.csv"), "mine");
        assertThat(compare().exitCode()).isEqualTo(4);
    }
}
