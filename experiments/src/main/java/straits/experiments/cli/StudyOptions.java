package straits.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import straits.experiments.api.Study;
import straits.scenario.file.Setting;

/** What is set otherwise than the scenario or experiment says. */
final class StudyOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "Replications per point; default: the number of the experiment or scenario.")
    private @Nullable Integer replications;

    @Option(names = "--seed", paramLabel = "SEED", description = "Master seed, any text; default: the scenario's.")
    private @Nullable String seed;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "Set a value of the scenario, such as anchors.bytedance.budget='4000 million USD'. May be repeated.")
    private List<String> settings = new ArrayList<>();

    /** The study of a name or file with all of that. */
    Study study(String nameOrFile) {
        Study study = Study.of(nameOrFile);
        for (String text : settings) {
            study = study.with(setting(text));
        }
        if (replications != null) {
            study = study.with("replications", replications.toString());
        }
        return seed == null ? study : study.seed(seed);
    }

    private Setting setting(String text) {
        try {
            return Setting.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--set: " + e.getMessage(), e);
        }
    }
}
