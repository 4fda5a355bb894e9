package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run says of spot leases. */
final class SpotAnswersTest {

    private static UnitResult run() throws IOException {
        String text = Files.readString(Path.of("scenarios/textbook/s07-spot-preemption.yaml"));
        return Worlds.run(Worlds.with(
                Worlds.with(text, "horizon: 12050 h", "horizon: 1500 h"),
                "2025-01-01: 0 USD per kWh",
                "2025-01-01: 0.25 USD per kWh"));
    }

    @Test
    void answersAreTheSumsOfTheTable() throws IOException {
        UnitResult run = run();
        List<SpotRow> rows = run.rows().spot();
        double gpuHours = rows.stream().mapToDouble(SpotRow::gpuHours).sum();
        long reclaimed = rows.stream().mapToLong(SpotRow::reclaimedForDemand).sum();
        long started = rows.stream().mapToLong(SpotRow::started).sum();

        assertThat(rows).hasSize(3);
        assertThat(reclaimed).isPositive();
        assertThat(run.answers().value(Answer.SPOT_GPU_HOURS)).isEqualTo(gpuHours);
        assertThat(run.answers().value(Answer.SPOT_RECLAIMED_LEASES)).isEqualTo((double) reclaimed);
        assertThat(run.answers().value(Answer.SPOT_KILLED_FRACTION)).isEqualTo((double) reclaimed / started);
        assertThat(run.answers().value(Answer.SPOT_LOST_GPU_HOURS))
                .isEqualTo(rows.stream().mapToDouble(SpotRow::lostGpuHours).sum())
                .isPositive()
                .isLessThan(gpuHours);
    }

    /** One kilowatt at 0.25 USD is the marginal cost, the reserve and, as nobody is outbid, the price. */
    @Test
    void thePriceIsTheReserveWhereNobodyIsOutbid() throws IOException {
        UnitResult run = run();
        assertThat(run.answers().value(Answer.SPOT_PRICE_USD_PER_GPU_HOUR)).isCloseTo(0.25, within(1e-9));
        assertThat(run.answers().value(Answer.SPOT_PAID_USD_PER_GPU_HOUR)).isCloseTo(0.25, within(1e-6));
        assertThat(run.rows().spot())
                .allSatisfy(row -> assertThat(row.completed() + row.reclaimedForDemand())
                        .isBetween(row.started() - 10, row.started() + 10));
    }

    @Test
    void withoutSpotThereIsNothingToTell() {
        UnitResult run = Worlds.run(Worlds.text("two-rules.yaml"));
        assertThat(run.rows().spot()).isEmpty();
        assertThat(run.answers().missing(Answer.SPOT_GPU_HOURS)).isTrue();
        assertThat(run.answers().missing(Answer.SPOT_PRICE_USD_PER_GPU_HOUR)).isTrue();
    }
}
