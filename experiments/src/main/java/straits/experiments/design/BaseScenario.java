package straits.experiments.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import straits.scenario.LoadedScenario;
import straits.scenario.file.Fault;
import straits.scenario.file.Reading;
import straits.scenario.file.Setting;

/** The scenario of an experiment, with the settings that hold at every point. */
final class BaseScenario {

    private final ExperimentReader.Scenarios scenarios;
    private final List<Setting> overrides;

    /** @param overrides settings over those of the file */
    BaseScenario(ExperimentReader.Scenarios scenarios, List<Setting> overrides) {
        this.scenarios = scenarios;
        this.overrides = overrides;
    }

    /** Reads it; null, with faults noted, if there is none. */
    @Nullable
    LoadedScenario of(ExperimentFile file, Faults faults) {
        List<Setting> settings = new ArrayList<>();
        Map<String, String> origins = new LinkedHashMap<>();
        file.set().forEach(set -> {
            settings.add(new Setting(set.path(), set.value().text()));
            origins.put(set.path(), "set." + set.path());
        });
        ofTheExperiment(file).forEach(setting -> {
            settings.add(setting);
            origins.put(setting.path(), setting.path());
        });
        settings.addAll(overrides);
        overrides.forEach(override -> origins.remove(override.path()));
        Reading<LoadedScenario> reading = scenarios.read(file.scenario(), settings);
        for (Fault fault : reading.faults()) {
            String origin = origins.entrySet().stream()
                    .filter(each -> fault.file().startsWith("--set " + each.getKey() + "="))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            boolean unknown =
                    fault.file().equals(file.scenario()) && fault.path().isEmpty();
            String elsewhere = unknown ? fault.message() : fault.toString();
            if (origin == null) {
                faults.add("scenario", elsewhere);
            } else {
                faults.add(origin, fault.path() + ": " + fault.message());
            }
        }
        return reading.value();
    }

    private static List<Setting> ofTheExperiment(ExperimentFile file) {
        List<Setting> settings = new ArrayList<>();
        Twin twin = file.twin();
        List<String> regimes = twin == null ? file.regimes() : twin.needed();
        if (!regimes.isEmpty()) {
            settings.add(new Setting(
                    "regimes", regimes.stream().map(SettingText::quoted).collect(Collectors.joining(", ", "[", "]"))));
        }
        String first = twin != null || regimes.size() == 1 ? regimes.get(0) : null;
        String reference = file.referenceRegime() == null ? first : file.referenceRegime();
        if (reference != null) {
            settings.add(new Setting("reference_regime", SettingText.quoted(reference)));
        }
        if (file.seed() != null) {
            settings.add(new Setting("seed", SettingText.quoted(file.seed())));
        }
        if (file.replications() instanceof Replications.Fixed fixed) {
            settings.add(new Setting("replications", Integer.toString(fixed.number())));
        }
        return settings;
    }
}
