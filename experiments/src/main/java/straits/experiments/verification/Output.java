package straits.experiments.verification;

/**
 * What a case is held to.
 *
 * @param name what it is, with its unit
 * @param exact what theory says
 * @param rule how the two are compared
 */
record Output(String name, double exact, Rule rule) {}
