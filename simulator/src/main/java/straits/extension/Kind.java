package straits.extension;

/**
 * Something that scenarios can name, and what it makes. Implement {@link PricePolicyKind}, {@link RuleKind} or {@link StrategyKind},
 * with a public constructor without parameters, and list the class in {@code META-INF/services} under the name of that interface.
 *
 * @param <T> what it makes
 */
public interface Kind<T> {

    /** Its name in scenarios: a slug of a-z, 0-9 and -, such as {@code night-rate}, that nothing built in has. */
    String name();

    /**
     * Makes a new one. Called once when a scenario is checked, where every fault that the parameters note is told with its line,
     * and then as often as it is used; both with the same parameters.
     *
     * @param parameters what the scenario says; what is not asked for here is unknown there
     */
    T create(Parameters parameters);
}
