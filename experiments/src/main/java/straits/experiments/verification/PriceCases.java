package straits.experiments.verification;

import static straits.experiments.verification.Measures.hours;
import static straits.experiments.verification.Measures.requests;
import static straits.experiments.verification.Measures.revenueUsd;
import static straits.experiments.verification.Measures.served;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import straits.engine.LadderQueue;
import straits.market.Outcome;
import straits.market.bargaining.NegotiationMeasures.Sum;
import straits.market.spot.SpotMeasures.Flow;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.simulation.World;
import straits.units.SimTime;

/** S07 and S20 to S23: spot leases, prices and negotiations. */
final class PriceCases {

    /** Revenue of the prices that policy iteration finds: nothing earns more. */
    private static final double OPTIMUM = 2.7320480206557995;

    /** What fixed prices earn: a loss formula whose load the price thins. */
    private static final SortedMap<String, Double> FIXED = new TreeMap<>(Map.of(
            "1.1", 2.6883229960423507,
            "1.18", 2.7074044434706774,
            "1.21646374", 2.709392157087557,
            "1.26", 2.7066733647602055,
            "1.35", 2.685054977188119));

    private static final int SPOT = 1;

    private PriceCases() {}

    /** Must not depend on who has to go. */
    static List<Trial> s07() {
        Textbook book = Textbook.of("s07-spot-preemption");
        List<Trial> trials = new ArrayList<>();
        for (String victims : List.of("lowest_bid", "newest", "oldest")) {
            trials.add(MarketTrial.of(book.with("victims: lowest_bid", "victims: " + victims), 30)
                    .labelled(victims.replace('_', ' '))
                    .ratio(
                            "on-demand refused",
                            0.01838457033664814,
                            0.04,
                            s -> Measures.refused(s, 0),
                            s -> requests(s, 0))
                    .ratio(
                            "spot refused",
                            0.25958032786801993,
                            0.02,
                            s -> Measures.refused(s, SPOT),
                            s -> requests(s, SPOT))
                    .ratio(
                            "P(killed | admitted)",
                            0.27146289080991465,
                            0.02,
                            s -> spot(s, Flow.RECLAIMED_FOR_DEMAND),
                            s -> spot(s, Flow.STARTED))
                    .ratio(
                            "P(completes)",
                            0.5394232075225035,
                            0.01,
                            s -> spot(s, Flow.COMPLETED),
                            s -> requests(s, SPOT))
                    .ratio("busy by spot", 3.2365392451350212, 0.01, PriceCases::spotGpuHours, Measures::hours)
                    .trial());
        }
        return trials;
    }

    private static double spot(Seen<?> seen, Flow flow) {
        return Measures.overPeriods(seen, period -> seen.run().spot().count(period, SPOT, 0, flow));
    }

    private static double spotGpuHours(Seen<?> seen) {
        return Measures.overPeriods(seen, period -> seen.run().billing().chargedGpuHours(period, SPOT, 0));
    }

    static List<Trial> s20() {
        return List.of(MarketTrial.of(Textbook.of("s20-posted-price"), 30)
                .ratio("revenue, USD/h", 6.911493574997703, 0.01, Measures::revenueUsd, Measures::hours)
                .ratio("accepted/visitors", 0.28797889895823764, 0.01, s -> served(s), s -> requests(s, 0))
                .ratio("time full", 0.043876384177717054, 0.04, Measures::fullHours, Measures::hours)
                .ratio("busy GPUs", 5.759577979164752, 0.01, Measures::busyGpuHours, Measures::hours)
                .trial());
    }

    static List<Trial> s21() {
        return List.of(MarketTrial.of(Textbook.of("s21-busy-gpus"), 30)
                .ratio("revenue, USD/h", 3.9905677756868165, 0.01, Measures::revenueUsd, Measures::hours)
                .ratio("mean price sold, USD", 1.320585349969913, 0.005, PriceCases::soldUsd, s -> served(s))
                .ratio(
                        "mean price posted, USD",
                        1.362089043663869,
                        0.005,
                        PriceCases::priceHours,
                        s -> hours(s) - Measures.fullHours(s))
                .ratio("time full", 0.037500070550340575, 0.03, Measures::fullHours, Measures::hours)
                .ratio("busy GPUs", 3.0218173901275924, 0.01, Measures::busyGpuHours, Measures::hours)
                .ratio(
                        "priced out/visitors",
                        0.7106818136056934,
                        0.01,
                        s -> requests(s, 0, Outcome.TOO_EXPENSIVE),
                        s -> requests(s, 0))
                .trial());
    }

    /** Leases last an hour on average whatever their price, so that charges are prices sold, in the mean. */
    private static double soldUsd(Seen<?> seen) {
        return revenueUsd(seen) / Measures.busyGpuHours(seen) * served(seen);
    }

    /** The integral of the posted price; the price of a full pool is 0, see the file. */
    private static double priceHours(Seen<?> seen) {
        var timeline = seen.run().catalog().timeline();
        return Measures.overPeriods(seen, period -> {
            long from = Math.max(timeline.periodStartMicros(period), timeline.warmUpMicros());
            double hours = SimTime.toHours(Math.max(0, timeline.periodEndMicros(period) - from));
            return hours == 0 ? 0 : hours * seen.run().prices().meanUsd(period, 0);
        });
    }

    static List<Trial> s22() {
        Textbook fixed = Textbook.of("s22-best-fixed-price");
        List<Trial> trials = new ArrayList<>();
        trials.add(paired(Textbook.of("s22-congestion-price").world(), fixed.world()));
        FIXED.forEach((price, revenue) ->
                trials.add(MarketTrial.of(fixed.with("on_demand: 1.21646374 ", "on_demand: " + price + " "), 200)
                        .labelled("fixed at " + price)
                        .ratio("revenue, USD/h", revenue, 0.01, Measures::revenueUsd, Measures::hours)
                        .judged("beats no optimum", OPTIMUM, new Rule.Upper(), s -> revenueUsd(s) / hours(s))
                        .trial()));
        return trials;
    }

    /** The optimal prices by number busy and the best fixed price on the same draws. */
    private static Trial paired(World optimal, World fixed) {
        List<Output> outputs = List.of(
                new Output("optimal: revenue, USD/h", OPTIMUM, new Rule.Mean(0.01)),
                new Output("optimal - fixed, paired, USD/h", 0.022655863568242562, new Rule.Mean(0.3)));
        return new Trial(200, outputs, draw -> {
            double one = revenuePerHour(optimal, draw);
            return new double[] {one, 1, one - revenuePerHour(fixed, draw), 1};
        });
    }

    private static double revenuePerHour(World world, Draw draw) {
        Seen<Observer> seen = new Seen<>(new Simulation(world, draw, new LadderQueue()).run(), new Observer() {});
        return revenueUsd(seen) / hours(seen);
    }

    static List<Trial> s23() {
        return List.of(
                MarketTrial.of(Textbook.of("s23a-equal-split"), 30)
                        .labelled("(a)")
                        .ratio("P(trade)", 0.5, 0.01, s -> talks(s, Sum.AGREED), s -> talks(s, Sum.ENDED))
                        .ratio(
                                "mean price given trade, USD",
                                0.5,
                                0.01,
                                s -> talks(s, Sum.AGREED_USD),
                                s -> talks(s, Sum.GPU_HOURS))
                        .ratio("gains per meeting, USD", 1.0 / 6, 0.01, PriceCases::gains, PriceCases::meetingHours)
                        .trial(),
                MarketTrial.of(Textbook.of("s23b-sealed-bids"), 30)
                        .labelled("(b)")
                        .ratio("P(trade)", 9.0 / 32, 0.01, s -> talks(s, Sum.AGREED), s -> talks(s, Sum.ENDED))
                        .ratio("gains per meeting, USD", 9.0 / 64, 0.01, PriceCases::gains, PriceCases::meetingHours)
                        .trial());
    }

    private static double gains(Seen<?> seen) {
        return talks(seen, Sum.TENANT_GAIN_USD) + talks(seen, Sum.PROVIDER_GAIN_USD);
    }

    /** Hours of the GPU that the meetings are about: a minute each. */
    private static double meetingHours(Seen<?> seen) {
        return talks(seen, Sum.ENDED) / 60;
    }

    private static double talks(Seen<?> seen, Sum sum) {
        var negotiations = seen.run().procurements().get(0).measures().negotiations();
        return Measures.overPeriods(seen, period -> negotiations.sum(period, 0, sum));
    }
}
