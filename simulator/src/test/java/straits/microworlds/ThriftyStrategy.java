package straits.microworlds;

import java.util.List;
import straits.extension.Parameters;
import straits.extension.Purchase;
import straits.extension.Strategy;
import straits.extension.StrategyKind;
import straits.extension.TenantReview;

/** An extension for tests: takes a share of its gap, the dearest offer first, and nothing above a price. */
public final class ThriftyStrategy implements StrategyKind {

    @Override
    public String name() {
        return "thrifty";
    }

    @Override
    public Strategy create(Parameters parameters) {
        double most = parameters.number("most-usd", 0, 100, 100);
        double share = parameters.number("share", 0, 10);
        return review -> purchases(review, most, share);
    }

    private static List<Purchase> purchases(TenantReview review, double most, double share) {
        return review.offers().stream()
                .filter(offer -> offer.usdPerH100eHour() <= most)
                .reduce((cheaper, dearer) -> dearer)
                .map(offer -> new Purchase(offer, (int) (share * review.gapH100e() / offer.h100ePerGpu())))
                .stream()
                .toList();
    }
}
