package straits.experiments.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import straits.scenario.LoadedScenario;
import straits.scenario.Regime;
import straits.scenario.Rule;
import straits.scenario.file.Reading;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioDraft;
import straits.scenario.file.ScenarioWriter;
import straits.scenario.file.Setting;

/**
 * A regime and the worlds that a twin makes of it, each a regime of the scenario like any other: so they are run, on the same
 * random numbers, by what runs everything else. The licence desk is the same in all of them. Immutable.
 */
public final class TwinWorlds {

    private static final String WRITTEN = "own_regimes.";

    private final Twin twin;
    private final LoadedScenario plain;
    private final Regime regime;
    private final @Nullable RuleSets sets;
    private final Map<String, Regime> made;

    private TwinWorlds(
            Twin twin, LoadedScenario loaded, Regime regime, @Nullable RuleSets sets, Map<String, Regime> made) {
        this.twin = twin;
        this.regime = regime;
        this.sets = sets;
        this.made = Copies.of(made);
        Map<String, Regime> own = new LinkedHashMap<>(loaded.scenario().ownRegimes());
        own.keySet().removeAll(made.keySet());
        plain = new LoadedScenario(loaded.scenario().withOwnRegimes(own), Map.of(twin.regime(), regime));
    }

    /** The worlds of a twin; null, with faults noted, if the regime does not bear it. */
    static @Nullable TwinWorlds of(Twin twin, LoadedScenario loaded, Faults faults) {
        Regime regime = loaded.regime(twin.regime());
        new TwinChecks(twin, regime, loaded.scenario().ownRegimes(), faults).run();
        if (!faults.isEmpty()) {
            return null;
        }
        Waterfall waterfall = twin.waterfall();
        RuleSets sets = waterfall == null ? null : sets(twin, regime, waterfall, loaded);
        Map<String, Regime> made = sets == null
                ? Map.of(twin.otherKey(), other(twin, regime, loaded.scenario().ownRegimes()))
                : subsets(sets, regime);
        made.forEach((key, world) -> {
            Regime there = loaded.scenario().ownRegimes().get(key);
            if (there != null && !there.equals(world)) {
                faults.add("twin", "the scenario has another regime \"" + key + "\" already; give that another key");
            }
        });
        if (sets != null && made.size() + 1 != sets.sets().size()) {
            faults.add("twin", "two sets of rules would have one name; give a rule whose key holds \"-and-\" another");
        }
        return faults.isEmpty() ? new TwinWorlds(twin, loaded, regime, sets, made) : null;
    }

    private static RuleSets sets(Twin twin, Regime regime, Waterfall waterfall, LoadedScenario loaded) {
        List<String> order =
                waterfall.order().isEmpty() ? List.copyOf(regime.rules().keySet()) : waterfall.order();
        return new RuleSets(twin.regime(), order, waterfall, loaded.scenario().seed());
    }

    private static Regime other(Twin twin, Regime regime, Map<String, Regime> written) {
        Map<String, Rule> rules = new LinkedHashMap<>(regime.rules());
        if (!twin.only().isEmpty()) {
            rules.keySet().retainAll(twin.only());
        }
        rules.keySet().removeAll(twin.drop());
        twin.replace().forEach((key, from) -> {
            Regime source = written.get(from);
            if (source != null) {
                rules.put(key, TwinChecks.standIn(source, key).orElseThrow());
            }
        });
        List<String> elsewhere = twin.replace().values().stream()
                .map(written::get)
                .filter(Objects::nonNull)
                .flatMap(source -> source.elsewhere().stream())
                .toList();
        return with(regime.withElsewhere(elsewhere), tiers(twin, regime, written), rules, twin.words());
    }

    /** Tiers of the regime, and those that rules which stand in bring along. */
    private static Map<String, List<String>> tiers(Twin twin, Regime regime, Map<String, Regime> written) {
        Map<String, List<String>> tiers = new LinkedHashMap<>(regime.tiers());
        twin.replace().forEach((key, from) -> {
            Regime source = written.get(from);
            if (source != null) {
                TwinChecks.standIn(source, key)
                        .orElseThrow()
                        .scope()
                        .tiers()
                        .forEach(tier -> tiers.putIfAbsent(tier, source.tiers().getOrDefault(tier, List.of())));
            }
        });
        return tiers;
    }

    private static Map<String, Regime> subsets(RuleSets sets, Regime regime) {
        Map<String, Regime> made = new LinkedHashMap<>();
        for (long set : sets.sets()) {
            if (set != sets.all()) {
                // In the order of the file whatever the order of the waterfall: which of two rules decides may depend
                // on it.
                Map<String, Rule> rules = new LinkedHashMap<>(regime.rules());
                List<String> kept = sets.keys(set);
                rules.keySet().retainAll(kept);
                made.put(
                        sets.regime(set),
                        with(
                                regime,
                                regime.tiers(),
                                rules,
                                kept.isEmpty() ? "without rules" : "with only " + String.join(" and ", kept)));
            }
        }
        return made;
    }

    private static Regime with(Regime regime, Map<String, List<String>> tiers, Map<String, Rule> rules, String words) {
        return new Regime(
                regime.title() + ", " + words,
                "Made for a comparison.",
                tiers,
                rules,
                regime.desk(),
                regime.elsewhere());
    }

    /** What was asked for. */
    public Twin twin() {
        return twin;
    }

    /** The sets of rules that are run; null if this is no waterfall. */
    public @Nullable RuleSets sets() {
        return sets;
    }

    /** What a regime is called beside the others: the one as it is by its key, the other by what was changed. */
    String title(String key) {
        return sets != null || key.equals(twin.regime()) ? key : twin.regime() + " " + twin.words();
    }

    /** Keys of the rules that are not the same in both worlds. */
    public Set<String> changedRules() {
        Set<String> changed = new LinkedHashSet<>();
        made.values()
                .forEach(world -> regime.rules().forEach((key, rule) -> {
                    if (!rule.equals(world.rules().get(key))) {
                        changed.add(key);
                    }
                }));
        return changed;
    }

    /** The scenario with the regime as it is and none of the others. */
    LoadedScenario plain() {
        return plain;
    }

    /** The scenario with all of them, checked anew. */
    Reading<LoadedScenario> expanded() {
        Map<String, Regime> own = new LinkedHashMap<>();
        own.put(twin.regime(), regime);
        own.putAll(made);
        plain.scenario().ownRegimes().forEach(own::putIfAbsent);
        LoadedScenario all = new LoadedScenario(plain.scenario().withOwnRegimes(own), plain.regimes());
        String names = own.keySet().stream()
                .limit(1L + made.size())
                .map(SettingText::quoted)
                .collect(Collectors.joining(", ", "[", "]"));
        return new ScenarioDraft(Experiment.SCENARIO_FILE, ScenarioWriter.text(all), RegimeLibrary.NONE)
                .read(List.of(new Setting("regimes", names)));
    }

    /** What a point sets in the regime it sets in every world that has the same rule. */
    List<Setting> mirrored(List<Setting> settings) {
        List<Setting> all = new ArrayList<>(settings);
        String prefix = WRITTEN + twin.regime() + ".";
        for (Setting setting : settings) {
            if (setting.path().startsWith(prefix)) {
                String rest = setting.path().substring(prefix.length());
                made.forEach((key, world) -> {
                    if (shares(world, rest)) {
                        all.add(new Setting(WRITTEN + key + "." + rest, setting.value()));
                    }
                });
            }
        }
        return all;
    }

    private boolean shares(Regime world, String path) {
        String rule = rule(path);
        return rule.isEmpty()
                || Objects.equals(regime.rules().get(rule), world.rules().get(rule));
    }

    /** The rule that a path within a regime reaches into; empty if it reaches into none. */
    private static String rule(String path) {
        String[] steps = path.split("[.\\[]", 3);
        return steps[0].equals("rules") && steps.length > 1 ? steps[1] : "";
    }

    /** Why what a point sets cannot be set in all worlds alike; null if it can. */
    @Nullable
    String trouble(Setting setting) {
        String whole = WRITTEN + twin.regime();
        String path = setting.path();
        boolean inside = path.startsWith(whole + ".");
        boolean all = path.equals(whole) || path.equals(whole + ".rules");
        String rule = inside ? rule(path.substring(whole.length() + 1)) : "";
        boolean added = !rule.isEmpty() && !regime.rules().containsKey(rule);
        return all || added
                ? "a factor sets " + path + ", which adds or replaces whole rules; a twin changes rules by itself"
                : null;
    }
}
