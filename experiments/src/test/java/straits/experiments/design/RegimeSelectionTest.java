package straits.experiments.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import straits.experiments.TwoRules;
import straits.scenario.Scenario;

final class RegimeSelectionTest {

    /** Compares free and licences, with free as the reference. */
    private final Scenario scenario = TwoRules.load().scenario();

    private RegimeSelection of(String... asked) {
        return RegimeSelection.of(scenario, List.of(asked));
    }

    @Test
    void oneByItselfIsComparedWithNothing() {
        assertThat(of("licences")).isEqualTo(new RegimeSelection(List.of("licences"), "licences", false));
    }

    @Test
    void severalAreInTheOrderOfTheScenarioHoweverAskedFor() {
        assertThat(of("licences", "free"))
                .isEqualTo(of("free", "licences"))
                .isEqualTo(new RegimeSelection(List.of("free", "licences"), "free", false));
    }

    @Test
    void theReferenceComesWithSeveral() {
        assertThat(of("shipped", "licences"))
                .isEqualTo(new RegimeSelection(List.of("free", "licences", "shipped"), "free", true));
    }

    @Test
    void allStandsForThoseOfTheScenario() {
        assertThat(of("all", "shipped"))
                .isEqualTo(new RegimeSelection(List.of("free", "licences", "shipped"), "free", false));
    }

    @Test
    void becomesSettingsThatNoNameCanBreak() {
        assertThat(of("a\"]\\").settings().get(0).value()).isEqualTo("[\"a\\\"]\\\\\"]");
    }
}
