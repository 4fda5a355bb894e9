package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A price policy changes who rents, and no draw: by key and ordinal, every draw is what it was under posted prices. */
final class PriceDrawsTest {

    private static final String VISITORS = "{visitor: "
            + Micro.tenants(
                    "{rate: 2 per hour}",
                    "{exponential: {mean: 2 H100e}}",
                    "{exponential: {mean: 3 h}}",
                    "willingness: {exponential: {mean: 2 USD per H100e-hour}}")
            + "}";

    private static Map<String, Double> draws(String pricing) {
        Map<String, Double> draws = new TreeMap<>();
        Micro.world()
                .with("horizon", "10 days")
                .with("chips", "{h100: " + Micro.chip(1, 1).replace("1 kW}", "1 kW, purchase_price: 40000 USD}") + "}")
                .with("tenant_classes", VISITORS)
                .replacing(
                        "providers",
                        "owner_class: local",
                        "owner_class: local, cost: {capital: 10 %, lifetime: 5 years}, pricing: {" + pricing + "}")
                .run((stream, ordinal, value) -> draws.put(stream + " " + ordinal, value));
        return draws;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy: schedule, schedule: {h100: {2025-01-01: 1 USD per GPU-hour, 2025-01-04: 3 USD per GPU-hour}}",
                "policy: busy-gpus, busy_prices: {0 GPUs: 1 USD per GPU-hour, 5 GPUs: 4 USD per GPU-hour}",
                "policy: full-cost-plus",
                "policy: congestion-price, expected: {rate: 2 per hour, duration: 3 h, willingness: {exponential: {mean: 2 USD per GPU-hour}}}",
                "policy: utilisation, review: 1 days, sensitivity: 0.5",
                "policy: occupancy, steps: {0 %: 1, 50 %: 2}"
            })
    void noPolicyMovesADraw(String pricing) {
        Map<String, Double> posted = draws("policy: posted");
        Map<String, Double> other = draws(pricing);

        assertThat(posted).hasSizeGreaterThan(1000);
        assertThat(other).isEqualTo(posted);
    }
}
