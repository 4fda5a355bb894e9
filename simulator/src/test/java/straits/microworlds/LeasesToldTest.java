package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static straits.microworlds.Micro.holder;
import static straits.microworlds.Micro.tenants;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.engine.LadderQueue;
import straits.market.lease.LeaseBook;
import straits.market.lease.LeaseEnd;
import straits.market.lease.Posting;
import straits.random.Randomness;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.units.SimTime;

/** What somebody who looks on is told of leases: the logs and the stories of a run know nothing else of them. */
final class LeasesToldTest {

    private static final Arrival ONE = Arrival.between(100, 200, 1000);

    /** Beginnings, prices and ends in their order, and how often how much was posted in all. */
    private static final class Log implements Observer {

        private final List<String> lines = new ArrayList<>();
        private final Map<Posting, Integer> times = new TreeMap<>();
        private final Map<Posting, Long> microUsd = new TreeMap<>();

        static Log of(Micro world) {
            Log log = new Log();
            Simulation.checked(world.load(), new Draw(Micro.SEED, 0), new LadderQueue(), 1)
                    .run(log);
            return log;
        }

        @Override
        public void leaseStarted(long nowMicros, LeaseBook leases, int lease) {
            String price = usd(leases.microUsdPerGpuHour(lease)) + (leases.committed(lease) ? " committed" : "");
            String hourEnd = hour(leases.hourEndMicros(lease));
            lines.add(hour(nowMicros) + " starts " + leases.gpus(lease) + " at " + price + " to " + hourEnd);
        }

        @Override
        public void repriced(long nowMicros, LeaseBook leases, int lease, long microUsdFromNow) {
            lines.add(
                    hour(nowMicros) + " from " + usd(leases.microUsdPerGpuHour(lease)) + " to " + usd(microUsdFromNow));
        }

        @Override
        public void leaseEnded(long nowMicros, LeaseBook leases, int lease, LeaseEnd reason) {
            lines.add(hour(nowMicros) + " " + reason + " " + leases.gpus(lease));
        }

        @Override
        public void posted(long nowMicros, LeaseBook leases, int lease, Posting what, long amountMicroUsd) {
            times.merge(what, 1, Integer::sum);
            microUsd.merge(what, amountMicroUsd, Long::sum);
        }

        String posted() {
            StringBuilder text = new StringBuilder();
            times.forEach((what, often) -> text.append(often)
                    .append(' ')
                    .append(what)
                    .append(' ')
                    .append(usd(microUsd.getOrDefault(what, 0L)))
                    .append(", "));
            return text.toString();
        }

        private static String hour(long micros) {
            return hour(SimTime.toHours(micros));
        }

        private static String hour(double hours) {
            return String.format(Locale.ROOT, "%.4f", hours);
        }

        private static String usd(long microUsd) {
            return String.format(Locale.ROOT, "%.6f", microUsd / 1e6);
        }
    }

    private static Micro reserved(String terms) {
        return Micro.world()
                .with("horizon", "1000 h")
                .with(
                        "tenant_classes",
                        "{" + ONE.asking("10 H100e", "730 h", "contract: reserved, reserved: {" + terms + "}") + "}");
    }

    /** Ten GPUs at 2 USD for 730 h are 14,600 USD. No fee is told of where none is owed, and no refund. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| 730 DRAWN 0.000000, 730 USE 14600.000000,",
                "prepaid: 0.5 | 1 PREPAYMENT 7300.000000, 730 DRAWN 7300.000000, 730 USE 14600.000000,",
                "used: 0.6, take_or_pay: 0.8 | 730 DRAWN 0.000000, 730 USE 8760.000000, 730 FEE 2920.000000,",
                "prepaid: 0.7, used: 0.6, take_or_pay: 0 | 1 PREPAYMENT 10220.000000, 730 DRAWN 8760.000000,"
                        + " 1 REFUND 1460.000000, 730 USE 8760.000000,",
            })
    void everyPostingUnderAContract(String terms, String posted) {
        Log log = Log.of(reserved(terms == null ? "" : terms));

        assertThat(log.posted().trim()).isEqualTo(posted);
        assertThat(log.lines)
                .containsExactly(
                        Log.hour(ONE.hour()) + " starts 10 at 2.000000 committed to " + Log.hour(ONE.hour() + 1),
                        Log.hour(ONE.hour() + 730) + " COMPLETED 10");
    }

    @Test
    void aRenewalAsAnEndAndABeginning() {
        double renewed = ONE.hour() + 730;

        assertThat(Log.of(reserved("renewal: 1")).lines)
                .containsExactly(
                        Log.hour(ONE.hour()) + " starts 10 at 2.000000 committed to " + Log.hour(ONE.hour() + 1),
                        Log.hour(renewed) + " RENEWED 10",
                        Log.hour(renewed) + " starts 10 at 2.000000 committed to " + Log.hour(renewed + 1),
                        "1000.0000 RUNNING_AT_END 10");
    }

    /** Fully leased, the price grows by e^0.5 at hour 2; the lease found in force hears of it at a boundary of its own hours. */
    @Test
    void aNewPriceWithTheOneBefore() {
        Micro world = Micro.world()
                .with("horizon", "4 h")
                .replacing(
                        "providers",
                        "owner_class: local",
                        "owner_class: local, pricing: {policy: utilisation, review: 2 h, target: 0.5, sensitivity: 1}")
                .with(
                        "tenant_classes",
                        "{c: "
                                + tenants("{rate: 0 per hour}", "10 H100e", "20 h", "opening: 10 H100e")
                                        .replace("9 USD", "900 USD")
                                + "}");
        double[] phase = new double[1];
        world.run((stream, ordinal, value) -> phase[0] = stream.equals("c:opening") && ordinal == 2 ? value : phase[0]);

        assertThat(Log.of(world).lines)
                .containsExactly(
                        "0.0000 starts 10 at 2.000000 to " + Log.hour(phase[0]),
                        Log.hour(phase[0] + 2) + " from 2.000000 to 3.297443",
                        "4.0000 RUNNING_AT_END 10");
    }

    /** One of two nodes of five GPUs fails at hour 4.5 and the work of ten GPUs in 4.5 h is lost, of which half is credited. */
    @Test
    void aLeaseThatLosesGpusAsOneThatEndsAndASmallerOne() {
        double first = -StrictMath.log1p(
                -Randomness.of(Micro.SEED, 0).keyed("failure").uniform(Randomness.key("cloud/johor/h100"), 0, 0));
        String rate = java.math.BigDecimal.valueOf(first / 2 / 4.5).toPlainString();
        Log log = Log.of(Micro.world()
                .with("horizon", "5 h")
                .with(
                        "failures",
                        "{nodes: {rate: " + rate + " per node-hour, gpus: 5, repair: 100 h},"
                                + " credit: 50 %, lost_work: {a: {restart: 0 h}}}")
                .with("anchors", "{a: " + holder(10, "9 h", 2, 1e7) + "}"));

        assertThat(log.lines)
                .containsExactly(
                        "0.0000 starts 10 at 2.000000 committed to 1.0000",
                        "4.5000 SHRUNK 10",
                        "4.5000 starts 5 at 2.000000 committed to 5.0000",
                        "5.0000 RUNNING_AT_END 5");
        assertThat(log.posted()).isEqualTo("1 CREDIT 45.000000, ");
    }
}
