package straits.experiments.verification;

import static straits.experiments.verification.Measures.hours;
import static straits.experiments.verification.Measures.leases;
import static straits.experiments.verification.Measures.outages;
import static straits.experiments.verification.Measures.requests;

import java.util.List;
import straits.market.inventory.PoolState;
import straits.market.lease.LeaseEnd;

/** S16 to S19: failures, repairs and lost work. */
final class FailureCases {

    private FailureCases() {}

    static List<Trial> s16() {
        Textbook book = Textbook.of("s16-failing-gpus");
        Textbook years = book.with("horizon: 72 h", "horizon: 10500 h\nwarm_up: 500 h");
        Textbook leases = Textbook.of("s16-interrupted-leases");
        return List.of(
                MarketTrial.of(years, 30)
                        .ratio("availability, long run", 0.9765625, 0.001, Measures::upGpuHours, s -> 1000 * hours(s))
                        .trial(),
                MarketTrial.of(book, 400)
                        .mean(
                                "P(up at 72 h)",
                                0.981607195543059,
                                0.001,
                                s -> 1 - Measures.gpusAtEnd(s, PoolState.DOWN) / 1000)
                        .ratio("mean fraction up", 0.988536982068321, 0.001, Measures::upGpuHours, s -> 1000 * hours(s))
                        .trial(),
                MarketTrial.watched(leases, 30, catalog -> new Lives(catalog, 500))
                        .ratio(
                                "(b) P(lease completes)",
                                0.4639400210916467,
                                0.01,
                                s -> s.watch().completed(0),
                                s -> s.watch().ended(0))
                        .ratio(
                                "(c) P(lease completes)",
                                0.5656108597285068,
                                0.01,
                                s -> s.watch().completed(1),
                                s -> s.watch().ended(1))
                        .trial());
    }

    static List<Trial> s17() {
        return List.of(MarketTrial.of(Textbook.of("s17-scarce-crews"), 30)
                .ratio("mean GPUs down", 1.6648007130236269, 0.01, Measures::downGpuHours, Measures::hours)
                .ratio("availability", 0.7918999108720466, 0.005, Measures::upGpuHours, s -> 8 * hours(s))
                .ratio("P(no GPU down)", 0.2036000396124237, 0.02, FailureCases::allUpHours, Measures::hours)
                .ratio("mean crews busy", 1.2670398573952748, 0.01, FailureCases::crewHours, Measures::hours)
                .ratio("mean outage, h", 5.25571694783478, 0.01, Measures::downGpuHours, FailureCases::failures)
                .trial());
    }

    static List<Trial> s18() {
        return List.of(MarketTrial.watched(Textbook.of("s18-lost-work"), 30, catalog -> new Lives(catalog, 1000))
                .ratio(
                        "(a) mean hours to finish",
                        30.63852321231169,
                        0.01,
                        s -> s.watch().hours(0),
                        s -> s.watch().completed(0))
                .ratio(
                        "(b) mean hours to finish",
                        138.2005943989845,
                        0.005,
                        s -> s.watch().hours(1),
                        s -> s.watch().completed(1))
                .trial());
    }

    static List<Trial> s19() {
        return List.of(MarketTrial.of(Textbook.of("s19-leases-and-failures"), 30)
                .ratio("refused", 0.15229432614417293, 0.02, s -> Measures.refused(s, 0), s -> requests(s, 0))
                .ratio("busy GPUs", 4.844032422033299, 0.005, Measures::busyGpuHours, Measures::hours)
                .ratio("up GPUs", 7.2727272727272725, 0.002, Measures::upGpuHours, Measures::hours)
                .ratio(
                        "interrupted/started",
                        0.047619047619047616,
                        0.02,
                        s -> leases(s, LeaseEnd.INTERRUPTED),
                        s -> leases(s, LeaseEnd.INTERRUPTED) + leases(s, LeaseEnd.COMPLETED))
                .trial());
    }

    private static double allUpHours(Seen<?> seen) {
        return Measures.overPeriods(seen, period -> outages(seen).measures().allUpHours(period, 0));
    }

    private static double crewHours(Seen<?> seen) {
        return Measures.overPeriods(seen, period -> outages(seen).measures().crewHours(period, 0));
    }

    private static double failures(Seen<?> seen) {
        return Measures.overPeriods(seen, period -> outages(seen).measures().failures(period, 0));
    }
}
