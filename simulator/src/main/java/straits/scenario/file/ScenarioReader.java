package straits.scenario.file;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import straits.scenario.LoadedScenario;
import straits.scenario.Regime;
import straits.scenario.Scenario;
import straits.scenario.Source;

/**
 * Reads scenario and regime files. A reading notes every fault of the file at once; it never throws because of what a
 * file holds.
 */
public final class ScenarioReader {

    private final RegimeLibrary library;
    private final Faults faults = new Faults();
    private final Faults warnings = new Faults();

    private ScenarioReader(RegimeLibrary library) {
        this.library = library;
    }

    /** Reads a scenario file; regimes that it names but does not write out come from the library. */
    public static Reading<LoadedScenario> read(Path file, RegimeLibrary library) {
        ScenarioReader reader = new ScenarioReader(library);
        String text = FileText.read(file, reader.faults);
        return reader.reading(text == null ? null : reader.scenario(file.toString(), text));
    }

    /** Reads a scenario from a text; the name stands for the file in faults. */
    public static Reading<LoadedScenario> read(String name, String text, RegimeLibrary library) {
        ScenarioReader reader = new ScenarioReader(library);
        return reader.reading(reader.scenario(name, FileText.withoutMark(text)));
    }

    /** Reads a regime file by itself; names of countries and providers are checked only within a scenario. */
    public static Reading<Regime> readRegime(Path file) {
        ScenarioReader reader = new ScenarioReader(RegimeLibrary.NONE);
        String text = FileText.read(file, reader.faults);
        return reader.reading(text == null ? null : reader.regime(file.toString(), text, null));
    }

    /** Reads a regime from a text; the name stands for the file in faults. */
    public static Reading<Regime> readRegime(String name, String text) {
        ScenarioReader reader = new ScenarioReader(RegimeLibrary.NONE);
        return reader.reading(reader.regime(name, FileText.withoutMark(text), null));
    }

    private <T> Reading<T> reading(@Nullable T value) {
        return Reading.of(value, faults, warnings);
    }

    private @Nullable LoadedScenario scenario(String file, String text) {
        Node root = NodeParser.parse(file, text, faults);
        if (root == null) {
            return null;
        }
        Findings findings = new Findings();
        Scenario scenario = (Scenario) new Binder(findings, sources(root)).bind(root, Spot.root(Scenario.class));
        faults.addAll(findings.faults);
        if (!(root instanceof Node.Mapping)) {
            return null;
        }
        return effective(scenario, regimes(scenario, root, findings));
    }

    /** The section of shared origins is needed before the numbers that name it. */
    private static Map<String, Source> sources(Node root) {
        Node section = root instanceof Node.Mapping mapping ? mapping.value("sources") : null;
        Map<String, Source> sources = new LinkedHashMap<>();
        if (section instanceof Node.Mapping mapping) {
            OriginBinder origins = new OriginBinder(new Findings(), Map.of());
            mapping.entries()
                    .forEach((key, entry) -> sources.put(key, origins.section(entry.value(), Spot.root(Source.class))));
        }
        return sources;
    }

    private Map<String, Regime> regimes(Scenario scenario, Node root, Findings findings) {
        Map<String, Regime> regimes = new LinkedHashMap<>();
        for (int i = 0; i < scenario.regimes().size(); i++) {
            String name = scenario.regimes().get(i);
            Regime own = scenario.ownRegimes().get(name);
            String text = own == null ? library.text(name) : null;
            Regime regime = text == null ? own : regime("regime " + name, text, root);
            if (regime != null) {
                regimes.put(name, regime);
            } else if (text == null && !faults.touch(Texts.index("regimes", i))) {
                String path = Texts.index("regimes", i);
                TreeSet<String> known = new TreeSet<>(scenario.ownRegimes().keySet());
                known.addAll(library.names());
                faults.add(findings.position(path, root.at()), path, Texts.unknown("regime", name, known));
            }
        }
        return regimes;
    }

    private @Nullable Regime regime(String file, String text, @Nullable Node scenario) {
        Node root = NodeParser.parse(file, text, faults);
        if (root == null) {
            return null;
        }
        Findings findings = new Findings();
        Regime regime = (Regime) new Binder(findings, Map.of()).bind(root, Spot.root(Regime.class));
        faults.addAll(findings.faults);
        if (scenario instanceof Node.Mapping mapping) {
            Spot whole = Spot.root(Scenario.class).within(Scenario.class, mapping);
            findings.openNames.forEach(open -> lookUp(open, whole));
        }
        return regime;
    }

    /** A shipped regime may name a country or provider that a small scenario leaves out. */
    private void lookUp(Findings.OpenName open, Spot scenario) {
        Optional<?> unknown = scenario.keys(open.section()).filter(keys -> !keys.contains(open.name()));
        if (unknown.isPresent()) {
            String kind = ScalarBinder.singular(open.section());
            warnings.add(open.at(), open.path(), "no " + kind + " \"" + open.name() + "\" in this scenario");
        }
    }

    /** Every regime written out, those to compare first. */
    private static LoadedScenario effective(Scenario scenario, Map<String, Regime> regimes) {
        Map<String, Regime> all = new LinkedHashMap<>(regimes);
        scenario.ownRegimes().forEach(all::putIfAbsent);
        return new LoadedScenario(scenario.withOwnRegimes(all), regimes);
    }
}
