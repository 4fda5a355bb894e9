package straits.extension;

/** A way of buying that anchor tenants name under {@code strategy}. */
public interface StrategyKind extends Kind<Strategy> {}
