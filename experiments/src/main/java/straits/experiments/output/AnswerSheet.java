package straits.experiments.output;

import java.util.List;
import straits.experiments.montecarlo.UnitResult;
import straits.scenario.Scenario;

/** The answers of all points side by side, for the screen: at most 120 columns wide. */
public final class AnswerSheet {

    private AnswerSheet() {}

    /**
     * The sheet.
     *
     * @param scenario the scenario, for its question and its reference regime
     * @param results runs of all points, in order of point and replication
     */
    public static String text(Scenario scenario, List<UnitResult> results) {
        return scenario.title() + "\n" + results.size() + " runs\n";
    }
}
