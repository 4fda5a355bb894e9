package straits.experiments.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.engine.LadderQueue;
import straits.experiments.montecarlo.StopSignal;
import straits.market.lease.LeaseEnd;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.simulation.World;

/** Worlds of the textbook held to figures that were published, not to theory. */
final class PublishedFiguresTest {

    /** Meta counted 419 unexpected stops; two Poisson deviations are 41. One run in twenty may well lie further off. */
    @Test
    void theLlama3PresetStopsAsOftenAsReported() {
        World world = Textbook.of("llama-3-failures").world();
        int runs = 100;
        double sum = 0;
        int near = 0;
        for (int replication = 0; replication < runs; replication++) {
            Seen<Observer> seen = new Seen<>(
                    new Simulation(world, new Draw("1", replication), new LadderQueue()).run(), new Observer() {});
            double stops = Measures.overPeriods(
                    seen, period -> Measures.outages(seen).interruptions().interruptions(period, 0));
            sum += stops;
            near += Math.abs(stops - 419) <= 2 * Math.sqrt(419) ? 1 : 0;
            assertThat(seen.run().leasesEnded(LeaseEnd.RUNNING_AT_END)).isEqualTo(1);
            assertThat(seen.run().metering().heldGpus(0, 0)).isEqualTo(16_384);
        }
        assertThat(sum / runs).isCloseTo(3.79e-3 * 2048 * 54, within(3.29 * Math.sqrt(419.0 / runs)));
        assertThat(near).isBetween(88, 100);
    }

    /** What the documentation offers to copy gives what was published: shares and means of fiscal year 2022. */
    @ParameterizedTest
    @CsvSource({"china-2022, 0.699, 77", "all-2022, 0.81, 40"})
    void theDocumentedDeskHasThePublishedMeans(String reviewClass, double approved, double days) throws IOException {
        Textbook book = Textbook.of("s15-approvals-cap")
                .with(
                        "desk: {approvals_per_year: 20, review_classes: {file: {review_time: 0 h, approve: 0.6, deny: 0.4}}}",
                        documentedDesk().replace("\n", "\n    "))
                .with("review: file", "review: " + reviewClass)
                .with("rate: 30 per year", "rate: 5 per day")
                .with("horizon: 365 days", "horizon: 1000 days");
        Trial trial = MarketTrial.of(book, 30)
                .ratio(
                        "approved",
                        approved,
                        0.01,
                        s -> s.run().desk().approved(),
                        s -> s.run().desk().approved() + s.run().desk().refused())
                .mean("days to the decision", days, 0.01, s -> s.run().desk().decisionDaysMean())
                .trial();
        Case published = new Case(reviewClass, "published", "docs/regulation.md", true, () -> List.of(trial));
        TrialRuns runs = new TrialRuns(1, 1, new StopSignal(), (id, done, of) -> {});
        assertThat(published.scores(runs, "", "1")).hasSize(2).allMatch(Score::passed);
    }

    private static String documentedDesk() throws IOException {
        String page = Files.readString(Path.of("../simulator/docs/regulation.md"));
        int begin = page.indexOf("```yaml\ndesk:\n  review_classes:\n    china-2022:") + "```yaml\n".length();
        return page.substring(begin, page.indexOf("```", begin)).strip();
    }
}
