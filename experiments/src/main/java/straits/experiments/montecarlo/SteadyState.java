package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.experiments.analysis.BatchMeans;
import straits.experiments.analysis.Mser;
import straits.experiments.design.Point;
import straits.units.SimTime;

/**
 * Where the beginning of runs ends and what is held from there on, by looking at what is held over time: MSER-5 on the mean over
 * replications, since the mean of several series shows its beginning better than any one (A. M. Law, Simulation Modeling and Analysis,
 * section 9.5.1), and the batch means of the first replication after that.
 *
 * @param regime key of the regime
 * @param replications runs looked at
 * @param everyHours length of an observation
 * @param warmUp the cut
 * @param batches means of the first replication after the cut; null if there is not one batch
 */
public record SteadyState(
        String regime,
        int replications,
        double everyHours,
        Mser warmUp,
        @Nullable BatchMeans batches) {

    /** Where no length of batches is given there are so many after the cut. */
    private static final int USUAL_BATCHES = 20;

    /** Answers that can be looked at. */
    public static final List<Answer> ANSWERS = List.of(Answer.MARKET_MEAN_H100E, Answer.ANCHOR_MEAN_H100E);

    /**
     * How to look.
     *
     * @param answer one of {@link #ANSWERS}
     * @param everyHours length of an observation
     * @param batchLength observations of a batch; 0 for such that there are 20 batches
     */
    public record View(Answer answer, double everyHours, int batchLength) {}

    /** Hours to leave out. */
    public double warmUpHours() {
        return warmUp.dropped() * everyHours;
    }

    /**
     * Looks at all replications of a point.
     *
     * @throws IllegalArgumentException if a replication fails, or there are fewer than 25 observations
     */
    public static SteadyState of(MonteCarlo runs, Point point, Catalog catalog, int replications, View view) {
        List<double[]> series = new ArrayList<>();
        for (int replication = 0; replication < replications; replication++) {
            series.add(series(runs, new UnitKey(point.index(), point.regime(), replication), catalog, view));
        }
        double[] mean = new double[series.get(0).length];
        Arrays.setAll(mean, i -> series.stream().mapToDouble(each -> each[i]).sum() / replications);
        Mser warmUp = Mser.of(mean);
        double[] first = series.get(0);
        double[] rest = Arrays.copyOfRange(first, warmUp.dropped(), first.length);
        return new SteadyState(
                point.regime(), replications, view.everyHours(), warmUp, batches(rest, view.batchLength()));
    }

    private static double[] series(MonteCarlo runs, UnitKey key, Catalog catalog, View view) {
        int tenant = view.answer() == Answer.ANCHOR_MEAN_H100E ? asked(catalog) : -1;
        HeldSeries held = new HeldSeries(catalog, tenant, SimTime.ofHours(view.everyHours()));
        UnitResult result = runs.observed(key, held);
        if (!result.ok()) {
            throw new IllegalArgumentException("regime " + key.regime() + ", replication " + key.replication()
                    + " failed: " + result.stopReason());
        }
        return held.averages();
    }

    private static int asked(Catalog catalog) {
        var question = catalog.scenario().question();
        if (question == null) {
            throw new IllegalArgumentException(
                    "the scenario asks no question about an anchor tenant; look at market_mean_h100e");
        }
        return catalog.tenants().id(question.tenant());
    }

    private static @Nullable BatchMeans batches(double[] rest, int batchLength) {
        int length = batchLength > 0 ? batchLength : Math.max(1, rest.length / USUAL_BATCHES);
        return rest.length < length ? null : BatchMeans.of(rest, length);
    }
}
