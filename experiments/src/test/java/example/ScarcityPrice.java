package example;

import straits.extension.Parameters;
import straits.extension.PricePolicy;
import straits.extension.PricePolicyKind;

/** Twice a start price when everything is leased, and in between in proportion; it moves a part of the way at a review. */
public final class ScarcityPrice implements PricePolicyKind {

    @Override
    public String name() {
        return "scarcity";
    }

    @Override
    public PricePolicy create(Parameters parameters) {
        double most = parameters.number("most-over-start", 1, 10, 2);
        double speed = parameters.number("speed", 0, 1);
        return review -> {
            double aim = review.startUsdPerGpuHour() * (1 + (most - 1) * review.utilisationFraction());
            return review.usdPerGpuHour() + speed * (aim - review.usdPerGpuHour());
        };
    }
}
