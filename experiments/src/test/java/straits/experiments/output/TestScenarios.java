package straits.experiments.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import straits.scenario.Scenario;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;

/** The hand-made world of two tiers, with and without its question. */
final class TestScenarios {

    private TestScenarios() {}

    static Scenario twoTiers() {
        return read(text());
    }

    static Scenario withoutQuestion() {
        String text = text();
        return read(text.substring(0, text.indexOf("question:")) + text.substring(text.indexOf("chips:")));
    }

    /** With ten GPUs ordered on the first day, that leave twenty days after their licence. */
    static Scenario withDelivery() {
        return read(
                text()
                        + "deliveries: {to-johor: {provider: neo, site: johor, chip: h100, gpus: 10 GPUs, ordered: 2025-01-01, vendor_lead: 20 days}}\n");
    }

    private static Scenario read(String text) {
        return ScenarioReader.read("two-tiers.yaml", text, RegimeLibrary.NONE)
                .orThrow()
                .scenario();
    }

    private static String text() {
        String path = "/worlds/two-tiers.yaml";
        try (InputStream in = Objects.requireNonNull(TestScenarios.class.getResourceAsStream(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
