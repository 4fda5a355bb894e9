package straits.experiments.design;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import straits.scenario.Scenario;
import straits.scenario.file.Setting;

/**
 * Which regimes of a scenario are run. Two or more are compared with the scenario's reference regime, which is therefore run as
 * well; one by itself is compared with nothing.
 *
 * @param regimes keys, those of the scenario's own list first and in its order
 * @param reference the regime all contrasts are against
 * @param referenceAdded whether the reference was not asked for
 */
public record RegimeSelection(List<String> regimes, String reference, boolean referenceAdded) {

    /** Stands for every regime that the scenario compares. */
    public static final String ALL = "all";

    /** Copies the list, so that the record stays immutable. */
    public RegimeSelection {
        regimes = List.copyOf(regimes);
    }

    /**
     * The selection that was asked for; names are checked when the scenario is read again with its {@link #settings()}.
     *
     * @param scenario the scenario as it is
     * @param asked keys of regimes, or {@link #ALL}; not empty
     */
    public static RegimeSelection of(Scenario scenario, List<String> asked) {
        Set<String> wanted = new LinkedHashSet<>(asked);
        if (wanted.remove(ALL)) {
            wanted.addAll(scenario.regimes());
        }
        if (wanted.size() == 1) {
            return new RegimeSelection(List.copyOf(wanted), wanted.iterator().next(), false);
        }
        return among(wanted, scenario.referenceRegime(), scenario);
    }

    /**
     * The selection that was asked for, against a regime that need not be the scenario's reference.
     *
     * @param reference key of the regime all contrasts are against
     * @param asked keys of regimes; none, or {@link #ALL}, for those of the scenario
     */
    public static RegimeSelection against(String reference, Scenario scenario, List<String> asked) {
        Set<String> wanted = new LinkedHashSet<>(asked);
        if (wanted.remove(ALL) || wanted.isEmpty()) {
            wanted.addAll(scenario.regimes());
        }
        return among(wanted, reference, scenario);
    }

    private static RegimeSelection among(Set<String> wanted, String reference, Scenario scenario) {
        boolean added = wanted.add(reference);
        return new RegimeSelection(inOrder(scenario.regimes(), wanted), reference, added);
    }

    private static List<String> inOrder(List<String> order, Set<String> wanted) {
        List<String> regimes = new ArrayList<>(order);
        regimes.retainAll(wanted);
        wanted.stream().filter(regime -> !order.contains(regime)).forEach(regimes::add);
        return regimes;
    }

    /** The changes of the scenario that make the selection. */
    public List<Setting> settings() {
        List<String> quoted = regimes.stream().map(SettingText::quoted).toList();
        return List.of(
                new Setting("regimes", "[" + String.join(", ", quoted) + "]"),
                new Setting("reference_regime", SettingText.quoted(reference)));
    }
}
