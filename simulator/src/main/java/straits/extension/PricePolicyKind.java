package straits.extension;

/** A price policy that providers name under {@code pricing.policy}. */
public interface PricePolicyKind extends Kind<PricePolicy> {}
