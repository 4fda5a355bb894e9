package straits.scenario;

import java.util.Map;

/**
 * A scenario that passed every check, with the regimes it compares.
 *
 * @param scenario the scenario; its {@code ownRegimes} hold every regime, also those shipped with the program
 * @param regimes the regimes to compare by key, in the order of {@code scenario.regimes()}
 */
public record LoadedScenario(Scenario scenario, Map<String, Regime> regimes) {

    /** Copies the map, so that the record stays immutable. */
    public LoadedScenario {
        regimes = Copies.of(regimes);
    }

    /**
     * The regime of a key.
     *
     * @throws IllegalArgumentException if the scenario does not compare it
     */
    public Regime regime(String key) {
        Regime regime = regimes.get(key);
        if (regime == null) {
            throw new IllegalArgumentException("no regime \"" + key + "\"; this scenario compares " + regimes.keySet());
        }
        return regime;
    }
}
