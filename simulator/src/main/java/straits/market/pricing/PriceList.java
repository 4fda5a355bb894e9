package straits.market.pricing;

import java.util.ArrayList;
import java.util.List;
import straits.scenario.Provider.Offer;

/** What a pool asks for commitments, as ratios to its price on demand. */
final class PriceList {

    private final List<Step> steps = new ArrayList<>();

    /** What is asked from a length and a size on. */
    private record Step(double termHours, int minGpus, double ratio) {

        boolean earnedBy(double hours) {
            return termHours <= hours;
        }
    }

    PriceList(Offer offer) {
        double onDemand = offer.onDemand().value();
        offer.terms()
                .forEach(each -> steps.add(new Step(
                        each.term().value(),
                        (int) Math.ceil(each.minGpus().value()),
                        onDemand == 0 ? 1 : each.price().value() / onDemand)));
        offer.discounts()
                .forEach(each -> steps.add(new Step(
                        each.term().value(),
                        (int) Math.ceil(each.minGpus().value()),
                        1 - each.discount().value())));
    }

    /** Least ratio among the prices that the length and the size of a lease earn; 1 if none does. */
    double bestRatio(double hours, int gpus) {
        double best = 1;
        for (Step step : steps) {
            if (step.earnedBy(hours) && step.minGpus() <= gpus && step.ratio() < best) {
                best = step.ratio();
            }
        }
        return best;
    }

    /** Least size that earns the best price for a length. */
    int minGpusForBest(double hours) {
        double best = 1;
        int least = 1;
        for (Step step : steps) {
            if (step.earnedBy(hours) && step.ratio() < best) {
                best = step.ratio();
                least = step.minGpus();
            }
        }
        return least;
    }
}
