package straits.experiments.verification;

import static straits.experiments.verification.Measures.refused;
import static straits.experiments.verification.Measures.requests;
import static straits.experiments.verification.Measures.served;

import java.util.List;
import straits.market.inventory.PoolState;

/** S01 to S10: who asks, who is admitted where, who is refused, waits or gives up. */
final class LossCases {

    private static final String HOUR = "{exponential: {mean: 1 h}}";

    private LossCases() {}

    static List<Trial> s01() {
        double lost = 0.009795639420064077;
        return List.of(MarketTrial.of(Textbook.of("s01-erlang-b"), 30)
                .ratio("refused/requests", lost, 0.04, s -> refused(s, 0), s -> requests(s, 0))
                .ratio("busy GPUs", 11.88245232695923, 0.005, Measures::busyGpuHours, Measures::hours)
                .ratio("time full", lost, 0.04, Measures::fullHours, Measures::hours)
                .trial());
    }

    static List<Trial> s02() {
        return List.of(MarketTrial.of(Textbook.of("s02-kaufman-roberts"), 30)
                .ratio("refused A", 26.0 / 151, 0.02, s -> refused(s, 0), s -> requests(s, 0))
                .ratio("refused B", 173.0 / 453, 0.02, s -> refused(s, 1), s -> requests(s, 1))
                .ratio("busy GPUs", 2.8918322295805736, 0.01, Measures::busyGpuHours, Measures::hours)
                .trial());
    }

    /** The lognormal law is heavier and needs the longer run. */
    static List<Trial> s03() {
        Textbook book = Textbook.of("s03-insensitivity");
        return List.of(
                insensitive("exponential", book),
                insensitive("fixed", lasting(book, "1 h")),
                insensitive(
                        "lognormal",
                        lasting(book, "{lognormal: {median: 0.31622776601683794 h, ln_sigma: 1.5174271293851465}}")
                                .with("horizon: 17200 h", "horizon: 30500 h")),
                insensitive("Pareto", lasting(book, "{pareto: {shape: 2.5, scale: 0.6 h}}")));
    }

    private static Textbook lasting(Textbook book, String law) {
        return new Textbook(book.name(), book.text().replace(HOUR, law));
    }

    private static Trial insensitive(String law, Textbook book) {
        double[] refused = {0.07643775147297181, 0.15692085414685764, 0.3266247756364583, 0.6622577415599271};
        MarketTrial<?> trial = MarketTrial.of(book, 30).labelled(law);
        for (int size = 0; size < refused.length; size++) {
            int tenant = size;
            trial.ratio(
                    "refused " + (1 << size) + "-GPU",
                    refused[size],
                    0.02,
                    s -> refused(s, tenant),
                    s -> requests(s, tenant));
        }
        return trial.ratio("busy GPUs", 10.187473260208112, 0.005, Measures::busyGpuHours, Measures::hours)
                .trial();
    }

    static List<Trial> s04() {
        return List.of(MarketTrial.of(Textbook.of("s04-engset"), 30)
                .ratio("refused/requests", 0.1166077738515901, 0.03, s -> refused(s, 0), s -> requests(s, 0))
                .ratio("time full", 0.14327062228654125, 0.03, Measures::fullHours, Measures::hours)
                .ratio("busy GPUs", 2.170767004341534, 0.01, Measures::busyGpuHours, Measures::hours)
                .trial());
    }

    static List<Trial> s05() {
        return List.of(MarketTrial.of(Textbook.of("s05-trunk-reservation"), 30)
                .ratio("refused contract", 0.04356724020479573, 0.04, s -> refused(s, 0), s -> requests(s, 0))
                .ratio("refused walk-in", 0.3975510668687611, 0.02, s -> refused(s, 1), s -> requests(s, 1))
                .ratio("busy GPUs", 6.837975704837012, 0.005, Measures::busyGpuHours, Measures::hours)
                .trial());
    }

    static List<Trial> s06() {
        Textbook book = Textbook.of("s06-overflow");
        Trial narrow = MarketTrial.watched(book, 30, catalog -> new Occupancy(1, catalog.timeline()))
                .ratio(
                        "overflow per h",
                        2.145823431073474,
                        0.02,
                        s -> s.watch().begun() + refused(s, 0),
                        Measures::hours)
                .ratio("lost/requests", 0.0364969454723708, 0.03, s -> refused(s, 0), s -> requests(s, 0))
                .ratio("busy at 1", 7.854176568926526, 0.005, Measures::busyGpuHours, Measures::hours)
                .ratio(
                        "busy at 2",
                        1.780853976349766,
                        0.02,
                        s -> Measures.gpuHours(s, 1, PoolState.LEASED),
                        Measures::hours)
                .trial();
        Textbook wide = book.with("installed: 5 GPUs", "installed: 100 GPUs");
        Trial unbounded = MarketTrial.watched(wide, 30, catalog -> new Occupancy(1, catalog.timeline()))
                .mean("peakedness at 2", 2.032994522033202, 0.03, s -> s.watch().peakedness())
                .trial();
        return List.of(narrow, unbounded);
    }

    static List<Trial> s08() {
        String sizes = "{discrete: {1 H100e: 0.4, 2 H100e: 0.3, 4 H100e: 0.2, 8 H100e: 0.1}}";
        return List.of(
                filling("(a)", HOUR, "1 H100e", 31.074793594062808, 0.005, 31.074793594062808),
                filling("(b)", "1 h", "1 H100e", 40, 0.005, Double.NaN),
                filling("(c)", "{pareto: {shape: 2.5, scale: 0.6 h}}", "1 H100e", 35.95228459498448, 0.005, Double.NaN),
                filling("(d)", "1 h", sizes, 104, 0.008, 448));
    }

    private static Trial filling(
            String label, String law, String size, double mean, double tolerance, double variance) {
        Textbook book = Textbook.of("s08-transient")
                .with("duration: " + HOUR, "duration: " + law)
                .with("size: 1 H100e", "size: " + size);
        MarketTrial<?> trial = MarketTrial.of(book, 40_000)
                .mean(label + " mean busy at 1.5 h", mean, tolerance, s -> Measures.gpusAtEnd(s, PoolState.LEASED));
        if (!Double.isNaN(variance)) {
            trial.judged(
                    label + " variance of busy at 1.5 h",
                    variance,
                    new Rule.Spread(0.025),
                    s -> Measures.gpusAtEnd(s, PoolState.LEASED));
        }
        return trial.trial();
    }

    static List<Trial> s09() {
        return List.of(MarketTrial.of(Textbook.of("s09-erlang-c"), 30)
                .ratio("P(wait)", 0.12853364678225096, 0.02, s -> waited(s), s -> served(s))
                .ratio("mean number waiting", 0.10516389282184169, 0.03, LossCases::waitingHours, Measures::hours)
                .ratio("mean hours to end", 0.21168487698020463, 0.01, LossCases::sojournHours, s -> served(s))
                .mean(
                        "Var(wait)",
                        0.001987986737267417,
                        0.06,
                        s -> s.run().outcomes().waitHours(0).variance())
                .trial());
    }

    static List<Trial> s10() {
        return List.of(MarketTrial.of(Textbook.of("s10-erlang-a"), 30)
                .ratio("P(give up)", 0.030912249162192453, 0.04, s -> refused(s, 0), s -> requests(s, 0))
                .ratio("P(wait>0)", 0.4677740685537846, 0.02, s -> waited(s) + refused(s, 0), s -> requests(s, 0))
                .ratio("mean wait, min", 0.061824498324384906, 0.04, s -> 60 * waitingHours(s), s -> requests(s, 0))
                .ratio("mean queue", 2.9675759195704754, 0.04, LossCases::waitingHours, Measures::hours)
                .ratio("utilisation", 0.9303242408042952, 0.005, Measures::busyGpuHours, s -> 50 * Measures.hours(s))
                .trial());
    }

    private static double waited(Seen<?> seen) {
        return seen.run().outcomes().waited(0);
    }

    private static double waitingHours(Seen<?> seen) {
        return seen.run().waitingHours(0);
    }

    /** Total time in the system of those served: waiting, plus the leases' time. */
    private static double sojournHours(Seen<?> seen) {
        var waits = seen.run().outcomes().waitHours(0);
        return waits.mean() * waits.count() + Measures.busyGpuHours(seen);
    }
}
