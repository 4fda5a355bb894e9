package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.requests;
import static straits.microworlds.Books.revenueMicroUsd;
import static straits.microworlds.Micro.tenants;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import straits.market.Outcome;
import straits.market.lease.LeaseEnd;
import straits.simulation.Snapshot;

/** A loss system at a posted price, in other units of time or money, or with its one class in two: nobody can tell. */
final class RescalingTest {

    private static final double RATE = 1;
    private static final int MONEY = 100;
    private static final int TIME = 2;
    private static final int RUNS = 40;

    private static Micro world(double hours, double usd, String classes) {
        return Micro.world()
                .with("horizon", hours + " h")
                .with("market", "{waiting: lost}")
                .with(
                        "providers",
                        "{a: " + Micro.provider("h100", usd, "{site: johor, chip: h100, installed: 10 GPUs}") + "}")
                .with("tenant_classes", "{" + classes + "}");
    }

    private static String asking(double rate, double meanHours, double meanUsd) {
        return tenants(
                "{rate: " + rate + " per hour}",
                "1 H100e",
                "{exponential: {mean: " + meanHours + " h}}",
                "willingness: {exponential: {mean: " + meanUsd + " USD per H100e-hour}}");
    }

    private static Micro plain() {
        return world(1000, 2, "c: " + asking(RATE, 15, 4));
    }

    /** Every lease posts once an hour and once at its end; each posting may be half a micro-dollar off on either scale. */
    private static long postings(Snapshot run) {
        return run.gpuHourEvents()
                + LongStream.of(run.leasesEnded(LeaseEnd.COMPLETED), run.leasesEnded(LeaseEnd.RUNNING_AT_END))
                        .sum();
    }

    private static void sameOutcomes(Snapshot one, Snapshot other) {
        for (Outcome outcome : Outcome.values()) {
            assertThat(requests(one, 0, outcome)).as("%s", outcome).isEqualTo(requests(other, 0, outcome));
        }
        assertThat(requests(one, 0, Outcome.NO_CAPACITY)).isGreaterThan(50);
        assertThat(requests(one, 0, Outcome.TOO_EXPENSIVE)).isGreaterThan(50);
        assertThat(requests(one, 0, Outcome.SERVED)).isGreaterThan(50);
    }

    @Test
    void aHundredTimesTheMoneyIsTheSameMarket() {
        Snapshot run = plain().run();
        Snapshot rich =
                world(1000, 2 * MONEY, "c: " + asking(RATE, 15, 4 * MONEY)).run();

        sameOutcomes(run, rich);
        assertThat(rich.gpuHourEvents()).isEqualTo(run.gpuHourEvents());
        assertThat(revenueMicroUsd(rich, 0, false) / (double) MONEY)
                .isCloseTo((double) revenueMicroUsd(run, 0, false), within((double) postings(run)));
        assertThat(revenueMicroUsd(run, 0, false)).isGreaterThan(1_000_000L * postings(run));
    }

    /** Twice the hours at half the rates and half the price: a posting may be off by its microsecond as well. */
    @Test
    void twiceTheTimeIsTheSameMarket() {
        Snapshot run = plain().run();
        Snapshot slow = world(1000 * TIME, 2.0 / TIME, "c: " + asking(RATE / TIME, 15 * TIME, 4.0 / TIME))
                .run();

        sameOutcomes(run, slow);
        assertThat(Books.soldGpuHours(slow, 0, false) / TIME)
                .isCloseTo(Books.soldGpuHours(run, 0, false), within(1e-6));
        assertThat(revenueMicroUsd(slow, 0, false))
                .isCloseTo(revenueMicroUsd(run, 0, false), within(postings(run) + postings(slow)));
    }

    /** The share refused in forty runs of each, within four standard errors. */
    @Test
    void aPoissonClassInTwoHalvesIsTheSameMarket() {
        Micro whole = plain();
        Micro halves = world(1000, 2, "c: " + asking(RATE / 2, 15, 4) + ", d: " + asking(RATE / 2, 15, 4));
        double[] one = new double[RUNS];
        double[] two = new double[RUNS];
        for (int replication = 0; replication < RUNS; replication++) {
            one[replication] = refused(whole.runUnchecked(replication));
            two[replication] = refused(halves.runUnchecked(replication));
        }

        double error = StrictMath.sqrt((variance(one) + variance(two)) / RUNS);
        assertThat(mean(one)).isCloseTo(mean(two), within(4 * error));
        assertThat(4 * error).isLessThan(0.15 * mean(one));
    }

    private static double refused(Snapshot run) {
        long refused = 0;
        long asked = 0;
        for (int tenant = 0; tenant < run.catalog().classCount(); tenant++) {
            refused += requests(run, tenant, Outcome.NO_CAPACITY);
            asked += requests(run, tenant);
        }
        return (double) refused / asked;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value / values.length;
        }
        return sum;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean) / (values.length - 1);
        }
        return sum;
    }
}
