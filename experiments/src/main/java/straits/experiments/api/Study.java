package straits.experiments.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.engine.LadderQueue;
import straits.experiments.design.Experiment;
import straits.experiments.design.RegimeSelection;
import straits.experiments.design.ScenarioLibrary;
import straits.experiments.design.SettingText;
import straits.experiments.design.Twin;
import straits.experiments.montecarlo.Course;
import straits.experiments.montecarlo.MonteCarlo;
import straits.experiments.montecarlo.RunWatcher;
import straits.experiments.montecarlo.Shard;
import straits.experiments.montecarlo.StopSignal;
import straits.experiments.montecarlo.UnitResult;
import straits.scenario.Scenario;
import straits.scenario.file.Reading;
import straits.scenario.file.Setting;

/**
 * A scenario or an experiment about to be run from Java: what {@code straits run} does, without folder and screen. The same input,
 * settings, seed and version give the same answers, whatever the threads. Immutable: every change gives a new study. Nothing is read
 * before {@link #reading()}, {@link #experiment()} or {@link #run}.
 */
public final class Study {

    private final String nameOrFile;
    private final List<Setting> settings;
    private final List<String> regimes;
    private final @Nullable String reference;
    private final @Nullable Twin twin;

    private Study(
            String nameOrFile,
            List<Setting> settings,
            List<String> regimes,
            @Nullable String reference,
            @Nullable Twin twin) {
        this.nameOrFile = nameOrFile;
        this.settings = List.copyOf(settings);
        this.regimes = List.copyOf(regimes);
        this.reference = reference;
        this.twin = twin;
    }

    /** The scenario or experiment in a file, or the one of that name which ships with the program. */
    public static Study of(String nameOrFile) {
        return new Study(nameOrFile, List.of(), List.of(), null, null);
    }

    /**
     * With a value of the scenario set otherwise; later settings over earlier ones.
     *
     * @param path as in {@code anchors.bytedance.budget}
     * @param value in the notation of scenarios, as in {@code 4 billion USD}
     */
    public Study with(String path, String value) {
        return with(new Setting(path, value));
    }

    /** With a value of the scenario set otherwise; later settings over earlier ones. */
    public Study with(Setting setting) {
        List<Setting> more = new ArrayList<>(settings);
        more.add(setting);
        return new Study(nameOrFile, more, regimes, reference, twin);
    }

    /**
     * Under these regimes only, and under the reference regime if there are two or more, since contrasts are against it.
     *
     * @param keysOrFiles keys of regimes, or files of regimes, whose names end in {@code .yaml}; none, or {@link
     *     RegimeSelection#ALL}, for all that the scenario compares
     */
    public Study regimes(String... keysOrFiles) {
        return new Study(nameOrFile, settings, List.of(keysOrFiles), reference, twin);
    }

    /** With contrasts against this regime, a key or a file, which is run as well. */
    public Study reference(String keyOrFile) {
        return new Study(nameOrFile, settings, regimes, keyOrFile, twin);
    }

    /**
     * As a twin of a regime: that regime and the worlds made from it are run, whatever the regimes of the scenario. Regimes asked for
     * with {@link #regimes} are only there to be named by the twin.
     */
    public Study twin(Twin wanted) {
        return new Study(nameOrFile, settings, regimes, reference, wanted);
    }

    /** The key of a regime that is asked for by its key or by its file. */
    public static String regimeKey(String keyOrFile) {
        return RegimeFiles.key(keyOrFile);
    }

    /** With this many replications per point, 1 or more. */
    public Study replications(int number) {
        return with("replications", Integer.toString(number));
    }

    /** With this master seed, any text. */
    public Study seed(String seed) {
        return with("seed", SettingText.quoted(seed));
    }

    /**
     * Reads it: an experiment with its warnings, or every fault of the files and settings.
     *
     * @throws BadInputException if there is no scenario or experiment of that name
     */
    public Reading<Experiment> reading() {
        ScenarioLibrary shipped = ScenarioLibrary.shipped();
        List<String> asked = new ArrayList<>(regimes);
        if (reference != null) {
            asked.add(reference);
        }
        RegimeFiles files = new RegimeFiles(shipped, asked);
        Inputs inputs = new Inputs(shipped, files);
        Reading<Experiment> reading = inputs.experiment(nameOrFile, settings);
        if (reading.value() == null || (asked.isEmpty() && twin == null)) {
            return reading;
        }
        Scenario scenario = reading.value().scenario();
        files.requireFree(scenario.ownRegimes());
        if (twin != null) {
            Reading<Experiment> worlds = inputs.twin(nameOrFile, settings, twin);
            return new Reading<>(worlds.value(), worlds.faults(), reading.warnings());
        }
        List<Setting> all = new ArrayList<>(settings);
        all.addAll(selection(scenario).settings());
        return inputs.experiment(nameOrFile, all);
    }

    private RegimeSelection selection(Scenario scenario) {
        List<String> keys = regimes.stream().map(RegimeFiles::key).toList();
        return reference == null
                ? RegimeSelection.of(scenario, keys)
                : RegimeSelection.against(RegimeFiles.key(reference), scenario, keys);
    }

    /**
     * The experiment.
     *
     * @throws BadInputException with every fault of the files and settings, one a line
     */
    public Experiment experiment() {
        return sound(reading());
    }

    /**
     * What was read, if it has no fault.
     *
     * @throws BadInputException with every fault, one a line
     */
    public static Experiment sound(Reading<Experiment> reading) {
        if (reading.value() == null) {
            throw new BadInputException(reading.faults());
        }
        return reading.value();
    }

    /**
     * Runs all replications of all points. What is kept of each is its answers.
     *
     * @param threads replications at a time, 1 or more; changes no result
     * @throws BadInputException with every fault of the files and settings, one a line
     */
    public Results run(int threads) {
        Experiment experiment = experiment();
        List<UnitResult> runs = new ArrayList<>();
        new MonteCarlo(experiment, LadderQueue::new)
                .run(
                        threads,
                        Shard.WHOLE,
                        List.of(),
                        UnitResult::withoutRows,
                        runs::add,
                        RunWatcher.nobody(),
                        new StopSignal());
        return new Results(experiment, runs);
    }

    /**
     * The same elsewhere: on a cluster, say.
     *
     * @throws BadInputException with every fault of the files and settings, one a line; or if the place is refused
     */
    public Results run(RunPlace place) {
        Experiment experiment = experiment();
        List<UnitResult> runs = new ArrayList<>();
        new Course(experiment)
                .run(
                        Shard.WHOLE,
                        List.of(),
                        (units, seen) -> place.run(
                                experiment,
                                units,
                                unit -> {
                                    runs.add(unit.result());
                                    seen.accept(unit.result());
                                },
                                RunWatcher.nobody(),
                                new StopSignal()));
        return new Results(experiment, runs);
    }
}
