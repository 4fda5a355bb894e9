package straits.extension;

/** A kind of rule that regimes name under {@code kind}. It binds at the shipment of a delivery. */
public interface RuleKind extends Kind<ShipmentRule> {}
