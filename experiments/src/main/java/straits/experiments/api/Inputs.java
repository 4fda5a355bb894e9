package straits.experiments.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import straits.experiments.design.Experiment;
import straits.experiments.design.ExperimentReader;
import straits.experiments.design.ScenarioLibrary;
import straits.experiments.design.SettingText;
import straits.experiments.design.Twin;
import straits.experiments.montecarlo.Answer;
import straits.experiments.output.FileReason;
import straits.scenario.LoadedScenario;
import straits.scenario.Regime;
import straits.scenario.file.Fault;
import straits.scenario.file.Reading;
import straits.scenario.file.RecordFile;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.scenario.file.ScenarioWriter;
import straits.scenario.file.Setting;
import straits.scenario.file.Texts;

/** What a name or path stands for: an existing file first, else something that ships with the program. */
public final class Inputs {

    private final ScenarioLibrary library;
    private final RegimeLibrary regimes;

    /** Inputs beside what ships in a library. */
    public Inputs(ScenarioLibrary library) {
        this(library, library);
    }

    /** Inputs with more regimes than ship in the library. */
    Inputs(ScenarioLibrary library, RegimeLibrary regimes) {
        this.library = library;
        this.regimes = regimes;
    }

    /** The version as the build wrote it into the jar. */
    public static String version() {
        String version = Inputs.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "(not run from its jar)");
    }

    /**
     * Reads a scenario with settings; regimes it names come from its own ones, else from those shipped.
     *
     * @throws BadInputException if there is none of that name
     */
    public Reading<LoadedScenario> scenario(String nameOrFile, List<Setting> settings) {
        Path file = existing(nameOrFile);
        if (file != null) {
            return ScenarioReader.read(file, regimes, settings);
        }
        String text = library.scenarioText(nameOrFile);
        if (text == null) {
            List<String> names = new ArrayList<>(library.scenarioNames());
            names.addAll(library.experimentNames());
            throw new BadInputException(unknown("scenario or experiment", nameOrFile, names));
        }
        return ScenarioReader.read(shown(nameOrFile), text, regimes, settings);
    }

    /**
     * Reads what a run is asked for: an experiment, or a scenario, which is an experiment by itself.
     *
     * @throws BadInputException if there is none of that name
     */
    public Reading<Experiment> experiment(String nameOrFile, List<Setting> settings) {
        Path file = existing(nameOrFile);
        String shipped = file == null ? library.experimentText(nameOrFile) : null;
        if (shipped != null) {
            return reader(null, settings).read(shown(nameOrFile), shipped);
        }
        if (file != null && ExperimentReader.isExperiment(looked(file))) {
            return reader(file.toAbsolutePath().getParent(), settings).read(file);
        }
        return scenario(nameOrFile, settings)
                .map(loaded -> new Experiment(loaded, ScenarioWriter.text(loaded), version()));
    }

    /**
     * Reads a scenario or experiment as a twin of one of its regimes; an experiment is then run under that and its other worlds
     * only.
     *
     * @throws BadInputException if there is none of that name
     */
    public Reading<Experiment> twin(String nameOrFile, List<Setting> settings, Twin twin) {
        Path file = existing(nameOrFile);
        String shipped = file == null ? library.experimentText(nameOrFile) : null;
        if (shipped != null) {
            return reader(null, settings).asking(twin).read(shown(nameOrFile), shipped);
        }
        if (file != null && ExperimentReader.isExperiment(looked(file))) {
            return reader(file.toAbsolutePath().getParent(), settings)
                    .asking(twin)
                    .read(file);
        }
        Reading<LoadedScenario> plain = scenario(nameOrFile, settings);
        if (plain.value() == null) {
            return new Reading<>(null, plain.faults(), plain.warnings());
        }
        String kind = twin.waterfall() == null ? "-twin" : "-waterfall";
        String text = ExperimentReader.plain(plain.value().scenario().name() + kind, nameOrFile);
        return reader(Path.of("").toAbsolutePath(), settings).asking(twin).read("twin of " + nameOrFile, text);
    }

    private ExperimentReader reader(@Nullable Path folder, List<Setting> settings) {
        return new ExperimentReader((name, all) -> scenarioOf(folder, name, all), answers(), settings, version());
    }

    private static Set<String> answers() {
        return Arrays.stream(Answer.values())
                .filter(answer -> answer.kind() == Answer.Kind.NUMBER || answer.kind() == Answer.Kind.RATIO)
                .map(Answer::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Reads an effective experiment, which needs no other file.
     *
     * @param scenario the text that {@link Experiment#text()} gives
     * @param plan the text that {@link Experiment#planText()} gives
     */
    public static Reading<Experiment> effective(String scenario, @Nullable String plan) {
        if (plan == null) {
            return ScenarioReader.read(Experiment.SCENARIO_FILE, scenario, RegimeLibrary.NONE)
                    .map(loaded -> new Experiment(loaded, ScenarioWriter.text(loaded), version()));
        }
        return new ExperimentReader(
                        (name, all) -> ScenarioReader.read(name, scenario, RegimeLibrary.NONE, all),
                        answers(),
                        List.of(),
                        version())
                .read("experiment", plan);
    }

    /** The scenario that an experiment names: a file seen from the folder of the experiment first, else one that ships. */
    private Reading<LoadedScenario> scenarioOf(@Nullable Path folder, String name, List<Setting> settings) {
        Path file = folder == null ? null : existing(folder.resolve(name).toString());
        return file == null && library.scenarioText(name) == null
                ? unknownScenario(folder, name)
                : scenario(file == null ? name : file.toString(), settings);
    }

    private Reading<LoadedScenario> unknownScenario(@Nullable Path folder, String name) {
        String place = folder == null ? "" : "; there is no such file in " + folder;
        String message = Texts.unknown("scenario", name, library.scenarioNames()) + place
                + "; shipped with the program: " + String.join(", ", library.scenarioNames());
        return new Reading<>(null, List.of(new Fault(name, 0, 0, "", message)), List.of());
    }

    /** The bytes of a file, only to look for keys: whether they are text is for the reader to say. */
    public static String looked(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + FileReason.of(e), e);
        }
    }

    /**
     * Reads a regime.
     *
     * @throws BadInputException if there is none of that name
     */
    public Reading<Regime> regime(String nameOrFile) {
        Path file = existing(nameOrFile);
        if (file != null) {
            return ScenarioReader.readRegime(file);
        }
        String text = library.text(nameOrFile);
        if (text == null) {
            throw new BadInputException(unknown("regime", nameOrFile, library.names()));
        }
        return ScenarioReader.readRegime(shown(nameOrFile), text);
    }

    /**
     * The text of a regime with some values set otherwise; as it is written, comments and all, if none is.
     *
     * @throws BadInputException if there is none of that name
     */
    public Reading<String> regimeCopy(String nameOrFile, List<Setting> settings) {
        Reading<Regime> plain = regime(nameOrFile);
        Path file = existing(nameOrFile);
        if (plain.value() == null) {
            return new Reading<>(null, plain.faults(), plain.warnings());
        }
        String text = file == null ? shippedText(nameOrFile) : utf8(file);
        if (settings.isEmpty()) {
            return plain.map(regime -> text);
        }
        String source = file == null ? nameOrFile : String.valueOf(file.getFileName());
        List<Setting> all = new ArrayList<>(relabelled(plain.value(), source));
        all.addAll(settings);
        String changed = settings.stream().map(Setting::path).collect(Collectors.joining(", "));
        String head = "# A copy of " + source + ", changed: " + changed + "\n";
        return ScenarioReader.readRegime(file == null ? shown(nameOrFile) : nameOrFile, text, all)
                .map(regime -> head + RecordFile.text(regime));
    }

    /** What is said of a regime is not true of a changed one. */
    private static List<Setting> relabelled(Regime regime, String source) {
        String mark = ", changed";
        boolean before = regime.title().endsWith(mark);
        return before
                ? List.of()
                : List.of(
                        new Setting("title", SettingText.quoted(regime.title() + mark)),
                        new Setting(
                                "summary",
                                SettingText.quoted("A changed copy; what follows is said of " + source + ". "
                                        + regime.summary())));
    }

    private static String utf8(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + FileReason.of(e), e);
        }
    }

    /**
     * The text of a shipped scenario, experiment or regime.
     *
     * @throws BadInputException if there is none of that name
     */
    public String shippedText(String name) {
        return Stream.of(library.scenarioText(name), library.experimentText(name), library.text(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names = new ArrayList<>(library.scenarioNames());
                    names.addAll(library.experimentNames());
                    names.addAll(library.names());
                    return new BadInputException(unknown("scenario, experiment or regime", name, names));
                });
    }

    /** The file of that name; null if there is none. */
    public static @Nullable Path existing(String nameOrFile) {
        try {
            Path path = Path.of(nameOrFile);
            return Files.isRegularFile(path) ? path : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static String shown(String name) {
        return "shipped " + name;
    }

    private static String unknown(String kind, String name, List<String> known) {
        if (isFolder(name)) {
            return name + " is a folder; of a folder of results, straits resume " + name + " goes on with the run, and"
                    + " straits run " + name + "/scenario.yaml runs the same again";
        }
        return name.endsWith(".yaml") || name.endsWith(".yml")
                ? "there is no file " + name
                        + "; straits list shows what ships, straits init writes a file to begin with"
                : Texts.unknown(kind, name, known)
                        + "\nThere is no file of that name either; straits list shows all that ships";
    }

    private static boolean isFolder(String name) {
        try {
            return Files.isDirectory(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
