package straits.scenario.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import straits.extension.Extensions;
import straits.extension.Kind;
import straits.extension.Parameters;
import straits.scenario.AtShipment;
import straits.scenario.Finding;
import straits.scenario.Pricing;
import straits.scenario.Regime;
import straits.scenario.Scenario;
import straits.scenario.Validation;

/** Whether extensions that a scenario names are there and take their parameters: each is made once, for trial. */
final class ExtensionChecks {

    private static final String WHERE = "; extensions come from the jars in STRAITS_CLASSPATH";

    private final Extensions extensions = Extensions.installed();
    private final List<Finding> findings;

    private ExtensionChecks(List<Finding> findings) {
        this.findings = findings;
    }

    /** Everything found in a scenario, of extensions and otherwise. */
    static List<Finding> of(Scenario scenario) {
        ExtensionChecks checks = new ExtensionChecks(new ArrayList<>(Validation.of(scenario)));
        scenario.providers()
                .forEach((key, provider) -> checks.pricing("providers." + key + ".pricing", provider.pricing()));
        scenario.anchors().forEach((key, anchor) -> {
            checks.strategy("anchors." + key, anchor.strategy(), anchor.strategyTexts());
        });
        scenario.ownRegimes().forEach((key, regime) -> checks.rules("own_regimes." + key + ".", regime));
        return checks.findings;
    }

    /** Everything found in a regime by itself. */
    static List<Finding> of(Regime regime) {
        ExtensionChecks checks = new ExtensionChecks(new ArrayList<>(Validation.of(regime)));
        checks.rules("", regime);
        return checks.findings;
    }

    private void pricing(String path, Pricing pricing) {
        String name = pricing.policy();
        if (!Pricing.BUILT_IN.contains(name)) {
            Collection<String> known = new TreeSet<>(extensions.pricePolicies().keySet());
            known.addAll(Pricing.BUILT_IN);
            check(path + ".policy", path + ".parameters", extensions.pricePolicies(), name, known, pricing.texts());
        } else if (!pricing.texts().isEmpty()) {
            fault(
                    path + ".parameters",
                    "found parameters; they go with a policy that is an extension, not with " + name);
        }
    }

    private void strategy(String path, @Nullable String name, Map<String, String> parameters) {
        if (name != null) {
            Collection<String> known = new TreeSet<>(extensions.strategies().keySet());
            check(path + ".strategy", path + ".strategy_parameters", extensions.strategies(), name, known, parameters);
        } else if (!parameters.isEmpty()) {
            fault(path + ".strategy_parameters", "found parameters without a strategy");
        }
    }

    private void rules(String prefix, Regime regime) {
        regime.rules().forEach((key, rule) -> {
            if (rule instanceof AtShipment.Custom custom) {
                String path = prefix + "rules." + key;
                Collection<String> known = new TreeSet<>(extensions.rules().keySet());
                check(path + ".kind", path + ".parameters", extensions.rules(), custom.kind(), known, custom.texts());
            }
        });
    }

    private void check(
            String namePath,
            String parametersPath,
            Map<String, ? extends Kind<?>> kinds,
            String name,
            Collection<String> known,
            Map<String, String> texts) {
        Kind<?> kind = kinds.get(name);
        if (kind == null) {
            String what = namePath.substring(namePath.lastIndexOf('.') + 1);
            Stream<String> problems = extensions.problems().stream().map(problem -> "; cannot be used: " + problem);
            fault(namePath, Texts.unknown(what, name, known) + WHERE + String.join("", problems.toList()));
            return;
        }
        Parameters parameters = Parameters.of(texts);
        try {
            kind.create(parameters);
        } catch (RuntimeException | LinkageError e) {
            fault(namePath, "extension \"" + name + "\" cannot be made: " + e);
        }
        told(parametersPath, parameters);
    }

    private void told(String path, Parameters parameters) {
        parameters.asked().stream()
                .filter(parameters.faults()::containsKey)
                .forEach(name -> fault(path + "." + name, parameters.faults().getOrDefault(name, "")));
        parameters.faults().keySet().stream()
                .filter(name -> !parameters.asked().contains(name))
                .sorted()
                .forEach(name -> fault(path, name + ": " + parameters.faults().getOrDefault(name, "")));
        parameters.given().stream()
                .filter(name -> !parameters.asked().contains(name))
                .forEach(name -> fault(path + "." + name, Texts.unknown("key", name, parameters.asked())));
    }

    private void fault(String path, String message) {
        findings.add(Finding.fault(path, message));
    }
}
