package straits.experiments.spark;

import straits.extension.Parameters;
import straits.extension.PricePolicy;
import straits.extension.PricePolicyKind;

/** Fails where more is leased than it can take: a defect of the model in some replications and not in others. */
public final class FragilePrice implements PricePolicyKind {

    @Override
    public String name() {
        return "fragile";
    }

    @Override
    public PricePolicy create(Parameters parameters) {
        double most = parameters.number("most", 0, 1);
        return review -> {
            if (review.utilisationFraction() > most) {
                throw new IllegalStateException("more than " + most + " is leased");
            }
            return review.usdPerGpuHour();
        };
    }
}
