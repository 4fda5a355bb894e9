package straits.scenario.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import straits.scenario.Finding;
import straits.scenario.LoadedScenario;
import straits.scenario.Regime;
import straits.scenario.Scenario;
import straits.scenario.Source;
import straits.scenario.Validation;

/**
 * Reads scenario and regime files. A reading notes every fault of the file at once; it never throws because of what a
 * file holds.
 */
public final class ScenarioReader {

    private final RegimeLibrary library;
    private final Faults faults = new Faults();
    private final Faults warnings = new Faults();

    ScenarioReader(RegimeLibrary library) {
        this.library = library;
    }

    /** Reads a scenario file; regimes that it names but does not write out come from the library. */
    public static Reading<LoadedScenario> read(Path file, RegimeLibrary library) {
        return read(file, library, List.of());
    }

    /** Reads a scenario file with some values set otherwise, later settings over earlier ones. */
    public static Reading<LoadedScenario> read(Path file, RegimeLibrary library, List<Setting> settings) {
        Faults unreadable = new Faults();
        String text = FileText.read(file, unreadable);
        return text == null
                ? Reading.of(null, unreadable, new Faults())
                : new ScenarioDraft(file.toString(), text, library, file.resolveSibling("")).read(settings);
    }

    /** Reads a scenario from a text; the name stands for the file in faults. */
    public static Reading<LoadedScenario> read(String name, String text, RegimeLibrary library) {
        return read(name, text, library, List.of());
    }

    /** Reads a scenario from a text with some values set otherwise, later settings over earlier ones. */
    public static Reading<LoadedScenario> read(
            String name, String text, RegimeLibrary library, List<Setting> settings) {
        return new ScenarioDraft(name, text, library).read(settings);
    }

    /** Reads a regime file by itself; names of countries and providers are checked only within a scenario. */
    public static Reading<Regime> readRegime(Path file) {
        return RecordFile.read(file, Regime.class, ExtensionChecks::of);
    }

    /** Reads a regime from a text; the name stands for the file in faults. */
    public static Reading<Regime> readRegime(String name, String text) {
        return RecordFile.read(name, text, Regime.class, ExtensionChecks::of);
    }

    /**
     * Reads a regime from a text with some values set otherwise, later settings over earlier ones. A number that had an origin is
     * marked as an assumption that was changed.
     *
     * @param name stands for the file in faults
     */
    public static Reading<Regime> readRegime(String name, String text, List<Setting> settings) {
        ScenarioReader reader = new ScenarioReader(RegimeLibrary.NONE);
        return reader.reading(reader.record(
                name, FileText.withoutMark(text), Regime.class, settings, ExtensionChecks::of, new Findings()));
    }

    /** Reads a record file, see {@link RecordFile}. */
    <T extends Record> Reading<T> readRecord(Path file, Class<T> type, Function<T, List<Finding>> checks) {
        String text = FileText.read(file, faults);
        return text == null ? reading(null) : readRecord(file.toString(), text, type, checks);
    }

    /** Reads a record from a text, see {@link RecordFile}. */
    <T extends Record> Reading<T> readRecord(
            String name, String text, Class<T> type, Function<T, List<Finding>> checks) {
        return reading(record(name, FileText.withoutMark(text), type, List.of(), checks, new Findings()));
    }

    /** Reads a scenario whose tree is there already, with what parsing found. */
    Reading<LoadedScenario> read(@Nullable Node root, Faults parsing, List<Setting> settings, @Nullable Path folder) {
        return reading(scenario(root, parsing, settings, folder));
    }

    private <T> Reading<T> reading(@Nullable T value) {
        return Reading.of(value, faults, warnings);
    }

    private @Nullable LoadedScenario scenario(
            @Nullable Node parsed, Faults parsing, List<Setting> settings, @Nullable Path folder) {
        Findings findings = new Findings();
        findings.faults.addAll(parsing);
        if (!(parsed instanceof Node.Mapping)) {
            noMap(parsed, findings);
            return null;
        }
        Node set = new Settings(Scenario.class, library, findings.faults).apply(parsed, settings);
        Node root = new DataFiles(folder, findings.faults).apply(set);
        Scenario scenario = (Scenario) new Binder(findings, sources(root)).bind(root, Spot.root(Scenario.class));
        Map<String, Regime> regimes = regimes(scenario, root, findings);
        List<Finding> found = new ArrayList<>(ExtensionChecks.of(scenario));
        found.addAll(Validation.between(scenario, regimes));
        sort(findings, found, root);
        return effective(scenario, regimes);
    }

    private void noMap(@Nullable Node root, Findings findings) {
        faults.addAll(findings.faults);
        if (root != null && !(root instanceof Node.Refused)) {
            faults.add(root.at(), "", "found " + root.kind() + "; a file is a map of keys and values");
        }
    }

    /** A finding about a value that is faulty by itself would only repeat that. */
    private void sort(Findings findings, List<Finding> found, Node root) {
        for (Finding finding : found) {
            boolean repeats = findings.faults.touch(finding.path())
                    || finding.uses().stream().anyMatch(findings.faults::touch);
            if (!repeats) {
                Faults heap = finding.severity() == Finding.Severity.FAULT ? faults : warnings;
                heap.add(findings.position(finding.path(), root.at()), finding.path(), told(finding, findings, root));
            }
        }
        faults.addAll(findings.faults);
    }

    /** What is about two places names the line of both. */
    private static String told(Finding finding, Findings findings, Node root) {
        StringBuilder told = new StringBuilder(finding.message());
        for (String other : finding.beside()) {
            told.append(" (").append(other).append(": line ");
            told.append(findings.position(other, root.at()).line()).append(')');
        }
        return told.toString();
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
            Regime regime = text == null ? own : shipped(library.place(name), text, root);
            String path = Texts.index("regimes", i);
            if (regime != null) {
                regimes.put(name, regime);
            } else if (text == null && !findings.faults.touch(path)) {
                TreeSet<String> known = new TreeSet<>(scenario.ownRegimes().keySet());
                known.addAll(library.names());
                findings.faults.add(findings.position(path, root.at()), path, Texts.unknown("regime", name, known));
            }
        }
        return regimes;
    }

    /** A regime of the library, whose names are looked up in the scenario: a small one leaves many of them out. */
    private @Nullable Regime shipped(String file, String text, Node scenario) {
        Findings findings = new Findings();
        Regime regime = record(file, text, Regime.class, List.of(), ExtensionChecks::of, findings);
        if (regime == null || !(scenario instanceof Node.Mapping mapping)) {
            return regime;
        }
        Spot whole = Spot.root(Scenario.class).within(Scenario.class, mapping);
        List<Findings.OpenName> elsewhere = findings.openNames.stream()
                .filter(open -> whole.keys(open.section())
                        .filter(keys -> !keys.contains(open.name()))
                        .isPresent())
                .toList();
        elsewhere.stream()
                .collect(Collectors.groupingBy(
                        Findings.OpenName::section, LinkedHashMap::new, Collectors.toUnmodifiableList()))
                .values()
                .forEach(this::warn);
        return regime.withElsewhere(
                elsewhere.stream().map(Findings.OpenName::name).toList());
    }

    /** One line for all names of a kind, where the first stands. */
    private void warn(List<Findings.OpenName> names) {
        Findings.OpenName first = names.get(0);
        String all =
                names.stream().map(each -> '"' + each.name() + '"').distinct().collect(Collectors.joining(", "));
        warnings.add(
                first.at(),
                first.path(),
                "no " + ScalarBinder.singular(first.section()) + " " + all + " in this scenario");
    }

    /** Binds and checks a file; names of what is not in it are left in the findings. */
    private <T extends Record> @Nullable T record(
            String file,
            String text,
            Class<T> type,
            List<Setting> settings,
            Function<T, List<Finding>> checks,
            Findings findings) {
        Node parsed = NodeParser.parse(file, text, findings.faults);
        if (!(parsed instanceof Node.Mapping)) {
            noMap(parsed, findings);
            return null;
        }
        List<Setting> marked = settings.stream()
                .map(setting -> ChangedOrigin.marked(setting, parsed))
                .toList();
        Node root = new Settings(type, RegimeLibrary.NONE, findings.faults).apply(parsed, marked);
        T value = type.cast(new Binder(findings, Map.of()).bind(root, Spot.root(type)));
        sort(findings, checks.apply(value), root);
        return value;
    }

    /** Every regime written out, those to compare first. */
    private static LoadedScenario effective(Scenario scenario, Map<String, Regime> regimes) {
        Map<String, Regime> all = new LinkedHashMap<>(regimes);
        scenario.ownRegimes().forEach(all::putIfAbsent);
        return new LoadedScenario(scenario.withOwnRegimes(all), regimes);
    }
}
