package straits.experiments.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import straits.experiments.api.Study;
import straits.experiments.design.Experiment;
import straits.experiments.design.Twin;
import straits.experiments.design.Waterfall;
import straits.experiments.montecarlo.Shard;
import straits.experiments.montecarlo.StopSignal;
import straits.scenario.file.Reading;

@Command(
        name = "twin",
        description = {
            "Runs a regime with and without some of its rules, and tells what that changes.",
            "Both worlds have the same random numbers: every answer, the first event that differs, who gains and who loses.",
            "Or, with --waterfall or --shapley, what each of its rules does."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  straits twin starter --regime rules --drop rule:malaysia-cap",
            "  straits twin seven-billion --regime ai-diffusion-2025 --only rule:country-cap",
            "  straits twin seven-billion --regime ai-diffusion-2025 --replace rule:country-cap=mine.yaml",
            "  straits twin starter --regime rules --shapley"
        })
final class TwinCommand implements Callable<Integer> {

    private static final String RULE = "rule:";

    private final StopSignal stop;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME|FILE",
            completionCandidates = ShippedNames.class,
            description = "A scenario or experiment, as for straits run.")
    @SuppressWarnings("NullAway.Init") // required
    private String input;

    @Option(
            names = "--regime",
            paramLabel = "NAME|FILE",
            description =
                    "The regime: a name, or a file that ends in .yaml. Default: the reference regime of the scenario.")
    private @Nullable String regime;

    @Option(
            names = "--drop",
            paramLabel = "rule:KEY",
            description = "Drop a rule. May be repeated: all changes make one other world.")
    private List<String> drop = new ArrayList<>();

    @Option(
            names = "--only",
            paramLabel = "rule:KEY",
            description = "Keep a rule and drop those not named so. May be repeated.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--replace",
            paramLabel = "rule:KEY=REGIME|FILE",
            description =
                    "Replace a rule by that of the same key in another regime, or by its only rule. May be repeated. The"
                            + " licence desk stays.")
    private List<String> replace = new ArrayList<>();

    @Option(
            names = "--waterfall",
            description = "The effect of every rule on top of those before it, in the order of the file.")
    private boolean waterfall;

    @Option(
            names = "--shapley",
            description =
                    "As --waterfall, and the mean effect of every rule over all orders: exact up to 8 rules, which takes 2^n"
                            + " worlds; above, over orders that are sampled.")
    private boolean shapley;

    @Option(
            names = "--order",
            paramLabel = "KEY",
            split = ",",
            description = "Order of the waterfall: all rules, joined by commas.")
    private List<String> order = new ArrayList<>();

    @Option(
            names = "--permutations",
            paramLabel = "N",
            description = "Orders sampled for --shapley above 8 rules, an even number; default: 16.")
    private int permutations = 16;

    @Mixin
    private StudyOptions options = new StudyOptions();

    @Mixin
    private SimulationOptions simulation = new SimulationOptions();

    @Mixin
    private SessionOptions session = new SessionOptions();

    TwinCommand(StopSignal stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() {
        Experiment experiment = experiment(session.console());
        UnitSource source = simulation.simulations(experiment, Shard.WHOLE);
        return session.run(experiment, Shard.WHOLE, simulation, source, stop);
    }

    private Experiment experiment(Console console) {
        Study study = options.study(input);
        Map<String, String> replaced = replaced();
        List<String> named = new ArrayList<>(replaced.values());
        if (regime != null) {
            named.add(regime);
        }
        Reading<Experiment> reading = study.regimes(named.toArray(new String[0]))
                .twin(twin(regime == null ? reference(study) : regime, replaced))
                .reading();
        reading.warnings().forEach(console::warning);
        return Study.sound(reading);
    }

    private static String reference(Study study) {
        return Study.sound(study.reading()).scenario().referenceRegime();
    }

    private Twin twin(String nameOrFile, Map<String, String> replaced) {
        boolean effects = waterfall || shapley;
        boolean changes = !(drop.isEmpty() && only.isEmpty() && replace.isEmpty());
        if (effects == changes) {
            throw bad(
                    effects
                            ? "--waterfall and --shapley switch every rule by themselves; leave out --drop, --only and"
                                    + " --replace"
                            : "nothing to change: give --drop, --only or --replace, or else --waterfall or --shapley");
        }
        if (!effects && !order.isEmpty()) {
            throw bad("--order goes with --waterfall or --shapley");
        }
        Waterfall.Method method = shapley ? Waterfall.Method.SHAPLEY : Waterfall.Method.ORDERED;
        Map<String, String> from = new LinkedHashMap<>();
        replaced.forEach((rule, regimeOrFile) -> from.put(rule, Study.regimeKey(regimeOrFile)));
        return new Twin(
                Study.regimeKey(nameOrFile),
                rules("--drop", drop),
                rules("--only", only),
                from,
                effects ? new Waterfall(method, order, permutations) : null);
    }

    private List<String> rules(String option, List<String> texts) {
        return texts.stream().map(text -> rule(option, text)).distinct().toList();
    }

    private String rule(String option, String text) {
        if (!text.startsWith(RULE) || text.length() == RULE.length()) {
            throw bad(option + ": found \"" + text + "\"; must be rule:KEY, such as rule:country-cap");
        }
        return text.substring(RULE.length());
    }

    private Map<String, String> replaced() {
        Map<String, String> replaced = new LinkedHashMap<>();
        for (String text : replace) {
            int equals = text.indexOf('=');
            if (equals < 0 || equals == text.length() - 1) {
                throw bad("--replace: found \"" + text
                        + "\"; must be rule:KEY=REGIME or rule:KEY=FILE, such as rule:country-cap=mine.yaml");
            }
            String rule = rule("--replace", text.substring(0, equals));
            if (replaced.put(rule, text.substring(equals + 1)) != null) {
                throw bad("--replace: found rule " + rule + " twice");
            }
        }
        return replaced;
    }

    private ParameterException bad(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
