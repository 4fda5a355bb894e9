package straits.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.engine.LadderQueue;
import straits.market.bargaining.NegotiationMeasures.Sum;
import straits.simulation.Draw;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;

/** S23 and the numbers of Rubinstein: negotiations whose prices theory gives. */
final class NegotiatedPricesTest {

    @Test
    void s23SplitHalfHalf() {
        Case.of("S23a", Case.textbook("s23a-equal-split"), 30)
                .ratio("P(trade)", 0.5, 0.01, s -> sum(s, Sum.AGREED), s -> sum(s, Sum.ENDED))
                .ratio("price given trade", 0.5, 0.01, s -> sum(s, Sum.AGREED_USD), s -> sum(s, Sum.GPU_HOURS))
                .ratio("gains per meeting", 1.0 / 6, 0.01, NegotiatedPricesTest::gains, NegotiatedPricesTest::hours)
                .holds();
    }

    @Test
    void s23SealedBids() {
        Case.of("S23b", Case.textbook("s23b-sealed-bids"), 30)
                .ratio("P(trade)", 9.0 / 32, 0.01, s -> sum(s, Sum.AGREED), s -> sum(s, Sum.ENDED))
                .ratio("gains per meeting", 9.0 / 64, 0.01, NegotiatedPricesTest::gains, NegotiatedPricesTest::hours)
                .holds();
    }

    private static double gains(Snapshot snapshot) {
        return sum(snapshot, Sum.TENANT_GAIN_USD) + sum(snapshot, Sum.PROVIDER_GAIN_USD);
    }

    /** Hours of the GPU that the meetings are about: a minute each. */
    private static double hours(Snapshot snapshot) {
        return sum(snapshot, Sum.ENDED) / 60;
    }

    private static double sum(Snapshot snapshot, Sum sum) {
        return sum(snapshot, 0, sum);
    }

    private static double sum(Snapshot snapshot, int anchor, Sum sum) {
        double total = 0;
        for (int period = 0; period < snapshot.catalog().timeline().periods(); period++) {
            total += snapshot.procurements()
                    .get(anchor)
                    .measures()
                    .negotiations()
                    .sum(period, 0, sum);
        }
        return total;
    }

    /** Prices by the closed form, worked out apart, in whole micro-USD; 1.6 USD in the limit. */
    @ParameterizedTest
    @CsvSource({"0, 4", "1, 8", "2, 16"})
    void theTenantsShareTendsToTwoThirds(int anchor, int days) {
        Snapshot run = rubinstein();
        double paid = sum(run, anchor, Sum.AGREED_USD) / sum(run, anchor, Sum.GPU_HOURS);
        double share = (2.40 - paid) / 1.20;
        double tenant = StrictMath.exp(-0.1 * days / 365);
        double provider = StrictMath.exp(-0.2 * days / 365);
        assertThat(share).isCloseTo((1 - provider) / (1 - tenant * provider), within(1e-6));
        double error = share - 2.0 / 3;
        assertThat(error).isCloseTo(days / 365.0 / 30, within(2e-6));
    }

    @Test
    void thePricesPaidAreThoseOfTheClosedForm() {
        var leases = rubinstein().metering().leases();
        assertThat(leases.activeCount()).isEqualTo(3);
        for (int lease = 0; lease < 3; lease++) {
            long price = new long[] {1_599_562L, 1_599_124L, 1_598_248L}[leases.tenant(lease)];
            assertThat(leases.microUsdPerGpuHour(lease)).isEqualTo(price);
            assertThat(leases.gpus(lease)).isEqualTo(1000);
        }
    }

    private static Snapshot rubinstein() {
        return Simulation.checked(Case.load(Case.textbook("rubinstein")), new Draw("1", 0), new LadderQueue(), 1)
                .run();
    }
}
