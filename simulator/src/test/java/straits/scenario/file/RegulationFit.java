package straits.scenario.file;

import java.util.List;

/** What goes together in the section of regimes. */
final class RegulationFit {

    private RegulationFit() {}

    /** Where something is reviewed there is a desk. */
    static void regime(Fitting regime) {
        if (regime.text("rules").contains("review: ")) {
            regime.need("desk");
        }
    }

    /** A licence adds an amount after a review; a prohibition leaves nothing free. */
    static void remoteAccess(Fitting rule) {
        switch (rule.text("mode")) {
            case "cap" -> {
                rule.drop(List.of("licence_quota", "review"));
                rule.need("free_per_tenant_and_country");
            }
            case "prohibition" -> rule.drop(List.of("licence_quota", "review", "free_per_tenant_and_country"));
            default -> {
                rule.drop(List.of("wind_down"));
                List.of("licence_quota", "review", "free_per_tenant_and_country")
                        .forEach(rule::need);
            }
        }
    }

    /** The kind of rule that the tests bring. */
    static void extension(Fitting rule) {
        rule.put("kind", "ration");
        rule.put("parameters", "{gpus: " + (rule.chance(0.5) ? 20 : 200) + "}");
    }
}
