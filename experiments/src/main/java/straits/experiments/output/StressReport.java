package straits.experiments.output;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import straits.experiments.design.Experiment;
import straits.experiments.design.Replications;
import straits.experiments.montecarlo.UnitResult;
import straits.scenario.Quantity;
import straits.scenario.Scenario;
import straits.scenario.Source;
import straits.scenario.file.Assumptions;
import straits.scenario.file.InputRow;

/**
 * What a program can know of the items that STRESS-DES 1.1 (Monks et al. 2019) asks a report of a simulation study to have. What it
 * cannot know, the purpose of the study above all, its author says; what is the same for every run, the documents of the model say.
 */
public final class StressReport {

    private static final double HOURS_PER_DAY = 24;

    private StressReport() {}

    /**
     * The items by their number and name, in order.
     *
     * @param results every run, failed ones included
     * @param took from the beginning of the run to its end, pauses included
     */
    public static Map<String, String> of(Experiment experiment, List<UnitResult> results, Duration took) {
        Scenario scenario = experiment.scenario();
        Map<String, String> items = new LinkedHashMap<>();
        items.put(
                "1.2 outputs",
                "summary.csv: answers over replications with 95 % intervals; every table and column, its unit and meaning:"
                        + " columns.csv");
        items.put("1.3 experimentation", points(experiment));
        items.put(
                "3.3 inputs",
                "scenario.yaml, with every default filled in; each number and its origin: assumptions.csv");
        items.put("3.4 assumptions", assumptions(experiment));
        items.put("4.1 initialisation", initialisation(scenario));
        items.put("4.2 run length", days(scenario.horizon()) + " of simulated time from " + scenario.start());
        items.put("4.3 estimation", estimation(experiment, results));
        items.put("5.1 software", Manifest.runningJvm() + "; " + Manifest.runningOs());
        items.put(
                "5.2 random numbers",
                "MRG32k3a streams and Philox keyed draws, one per purpose and entity, keyed by the master seed and the replication; "
                        + (experiment.commonRandomNumbers()
                                ? "points share them, replication by replication"
                                : "points have their own"));
        items.put(
                "5.3 event mechanism",
                "next event by time, phase, order of scheduling; whole microseconds; runs in parallel, each on one thread");
        items.put(
                "5.4 run time and hardware",
                seconds(took) + " for " + results.size() + " runs, "
                        + Runtime.getRuntime().availableProcessors() + " processors, heap of at most "
                        + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB");
        return items;
    }

    private static String points(Experiment experiment) {
        return experiment.points().size() + " points of points.csv; reference: "
                + experiment.scenario().referenceRegime();
    }

    private static String assumptions(Experiment experiment) {
        Map<Source.Basis, Integer> counts = new EnumMap<>(Source.Basis.class);
        for (InputRow row : Assumptions.of(experiment.stated())) {
            counts.merge(row.basis(), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "numbers by basis: ", ""));
    }

    private static String initialisation(Scenario scenario) {
        String opening = "opening leases as the scenario states them";
        return scenario.warmUp().value() == 0
                ? opening + "; no warm-up"
                : opening + "; the first " + days(scenario.warmUp()) + " left out of every measure";
    }

    private static String days(Quantity hours) {
        return plain(hours.value() / HOURS_PER_DAY) + " days";
    }

    private static String estimation(Experiment experiment, List<UnitResult> results) {
        Replications replications = experiment.replications();
        String each = replications.areOpen()
                ? replications.min() + " to " + replications.max() + " replications a point, by a stopping rule"
                : replications.max() + " replications a point";
        long failed = results.stream().filter(result -> !result.ok()).count();
        return each + "; " + results.size() + " runs, " + failed
                + " failed and in no mean; Student t intervals of means, Wilson's" + " of shares";
    }

    private static String seconds(Duration took) {
        return plain(took.toMillis() / 1000.0) + " s";
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
