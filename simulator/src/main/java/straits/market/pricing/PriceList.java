package straits.market.pricing;

import java.util.List;
import straits.scenario.Provider.Offer;
import straits.scenario.Provider.TermPrice;

/** What a pool asks for commitments, as ratios to its price on demand. */
final class PriceList {

    private final double[] termHours;
    private final int[] minGpus;
    private final double[] ratio;

    PriceList(Offer offer) {
        List<TermPrice> terms = offer.terms();
        double onDemand = offer.onDemand().value();
        termHours = terms.stream().mapToDouble(term -> term.term().value()).toArray();
        minGpus = terms.stream()
                .mapToInt(term -> (int) Math.ceil(term.minGpus().value()))
                .toArray();
        ratio = terms.stream()
                .mapToDouble(term -> onDemand == 0 ? 1 : term.price().value() / onDemand)
                .toArray();
    }

    /** Least ratio among the prices that the length and the size of a lease earn; 1 if none does. */
    double bestRatio(double hours, int gpus) {
        double best = 1;
        for (int term = 0; term < ratio.length; term++) {
            if (termHours[term] <= hours && minGpus[term] <= gpus && ratio[term] < best) {
                best = ratio[term];
            }
        }
        return best;
    }

    /** Least size that earns the best price for a length. */
    int minGpusForBest(double hours) {
        double best = 1;
        int least = 1;
        for (int term = 0; term < ratio.length; term++) {
            if (termHours[term] <= hours && ratio[term] < best) {
                best = ratio[term];
                least = minGpus[term];
            }
        }
        return least;
    }
}
