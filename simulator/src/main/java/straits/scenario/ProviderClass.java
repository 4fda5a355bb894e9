package straits.scenario;

/** How export rules see a provider. */
public enum ProviderClass {
    /** A large US cloud that vouches for its customers. */
    GATEKEEPER,
    /** A provider that seeks or holds validated status. */
    VALIDATED,
    /** Any other provider. */
    LOCAL
}
