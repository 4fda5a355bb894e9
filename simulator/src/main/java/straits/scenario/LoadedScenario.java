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
}
