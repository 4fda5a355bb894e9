package straits.microworlds;

import straits.extension.Parameters;
import straits.extension.PricePolicy;
import straits.extension.PricePolicyKind;

/** An extension for tests: a price that grows by a share of itself at every review. */
public final class GrowingPrice implements PricePolicyKind {

    @Override
    public String name() {
        return "growing";
    }

    @Override
    public PricePolicy create(Parameters parameters) {
        double share = parameters.number("share", -1, 1);
        double faultyAbove = parameters.number("faulty-above", 0, 1000, 1000);
        return review -> review.usdPerGpuHour() > faultyAbove ? Double.NaN : review.usdPerGpuHour() * (1 + share);
    }
}
