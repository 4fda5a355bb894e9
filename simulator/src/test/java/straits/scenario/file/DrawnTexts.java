package straits.scenario.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import straits.scenario.Form;
import straits.scenario.Pricing;

/** Texts, dates and choices. */
final class DrawnTexts {

    static final LocalDate START = LocalDate.of(2025, 1, 1);

    private static final List<String> JURISDICTIONS = List.of("US", "CN", "MY", "SG", "AE");

    /** Would run in a spreadsheet or a browser, if anybody let them. */
    private static final List<String> TITLES = List.of(
            "\"=cmd|' /C calc'!A0\"",
            "\"<script>alert(1)</script>\"",
            "\"a, b; c \\\"d\\\"\"",
            "\"\\u202Egnp.exe\"",
            "\"İıŞş ٣\"");

    /** What is built in, and the extension of the tests. */
    private static final List<String> POLICIES = policies();

    private final Random random;
    private final DrawnNames names;

    DrawnTexts(Random random, DrawnNames names) {
        this.random = random;
        this.names = names;
    }

    private static List<String> policies() {
        List<String> policies = new ArrayList<>(Pricing.BUILT_IN);
        policies.add(MarketFit.EXTENSION);
        return List.copyOf(policies);
    }

    String date(String path) {
        if (path.equals("start")) {
            return START.toString();
        }
        long days = path.endsWith("in_service_since") || path.endsWith("ordered")
                ? -random.nextInt(40)
                : random.nextInt(60) - (path.contains("dates") ? 30 : 0);
        return START.plusDays(days).toString();
    }

    String text(Place place, String path) {
        if (place.section() != null) {
            return pick(names.of(place.section()));
        }
        if (place.form() == Form.Kind.COUNTRY_CODE) {
            return pick(JURISDICTIONS);
        }
        if (path.endsWith(".policy")) {
            return pick(POLICIES);
        }
        if (path.startsWith("regimes") || path.equals("reference_regime")) {
            return "k1";
        }
        return place.form() == null ? pick(TITLES) : "slug-" + random.nextInt(3);
    }

    String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
