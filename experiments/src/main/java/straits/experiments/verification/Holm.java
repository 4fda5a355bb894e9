package straits.experiments.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import straits.experiments.analysis.StudentT;

/**
 * Judges the intervals of a whole verification together, so that all of them fail by chance in one of a hundred: the smallest
 * probability is held to 1 % over their number, the next to 1 % over the number less one, and so on until one holds.
 *
 * <p>Source: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6, 1979, 65-70.
 */
public final class Holm {

    private static final double LEVEL = 0.01;

    private Holm() {}

    /** The scores with findings of this rule, where an interval has to cover; the others as they are. */
    public static List<Score> judged(List<Score> scores) {
        List<Integer> byProbability = IntStream.range(0, scores.size())
                .boxed()
                .filter(each -> !Double.isNaN(scores.get(each).toleranceFraction()))
                .sorted(Comparator.comparingDouble(each -> probability(scores.get(each))))
                .toList();
        List<Score> judged = new ArrayList<>(scores);
        boolean rejecting = true;
        for (int rank = 0; rank < byProbability.size(); rank++) {
            Score score = scores.get(byProbability.get(rank));
            rejecting &= !(probability(score) > LEVEL / (byProbability.size() - rank));
            judged.set(byProbability.get(rank), score.found(rejecting ? Finding.FAIL : power(score)));
        }
        return judged;
    }

    private static Finding power(Score score) {
        return score.powerReached() <= score.toleranceFraction() ? Finding.PASS : Finding.TOO_FEW;
    }

    /** Chance of an estimate so far from the exact value or further; 0 where there is none. */
    private static double probability(Score score) {
        double halfWidth = (score.high() - score.low()) / 2;
        int freedom = score.replications() - 1;
        double t =
                Math.abs(score.estimate() - score.exact()) / halfWidth * StudentT.quantile(Rule.PROBABILITY, freedom);
        double chance = 2 * (1 - new TDistribution(null, freedom).cumulativeProbability(t));
        return Double.isNaN(chance) ? 0 : chance;
    }
}
