package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import straits.scenario.Scenario;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ScenarioSchemaTest {

    private static final JsonNode SCHEMA = JsonMapper.shared().readTree(ScenarioSchema.ofScenarios());

    @Test
    void hasEveryKeyOfAScenarioAndRequiresThoseWithoutDefault() {
        assertThat(SCHEMA.get("properties").propertyNames())
                .containsExactlyElementsOf(Records.components(Scenario.class).stream()
                        .map(component -> Texts.snake(component.getName()))
                        .toList());
        assertThat(texts(SCHEMA.get("required")))
                .contains("horizon", "providers", "regimes")
                .doesNotContain("warm_up", "question", "market");
    }

    @Test
    void everyReferenceResolves() {
        List<String> references = new ArrayList<>();
        collect(SCHEMA, "$ref", references);
        assertThat(references)
                .hasSizeGreaterThan(50)
                .allSatisfy(reference -> assertThat(SCHEMA.get("$defs").has(reference.substring("#/$defs/".length())))
                        .isTrue());
    }

    @Test
    void quantitiesListTheUnitsOfTheirPlace() {
        JsonNode hours = SCHEMA.get("$defs").get("hours").get("anyOf").get(0);
        String pattern = hours.get("pattern").asString();
        assertThat("36 months").matches(pattern);
        assertThat("1e3 h").matches(pattern);
        assertThat("36").doesNotMatch(pattern);
        assertThat("012 h").doesNotMatch(pattern);
        assertThat("36 USD").doesNotMatch(pattern);
    }

    @Test
    void distributionsTakeTheDimensionOfTheirPlace() {
        Set<String> names = new HashSet<>(SCHEMA.get("$defs").propertyNames());
        assertThat(names)
                .contains("distribution_in_hours", "distribution_in_h100e", "dated_in_usd_per_kwh", "rule", "provider");
    }

    @Test
    void saysWhatAKeyMeansWhatItMayBeAndItsDefault() {
        assertThat(SCHEMA.get("properties").get("warm_up").get("description").asString())
                .isEqualTo("time at the start left out of every measure; must be at least 0 h; default 0 h");
    }

    @Test
    void recordsWithTheSameNameWouldShareOneSchema() {
        Set<Class<?>> types = new HashSet<>();
        reach(Scenario.class, types);
        assertThat(types).extracting(Class::getSimpleName).doesNotHaveDuplicates();
    }

    @Test
    void isTheSameTextEachTime() {
        assertThat(ScenarioSchema.ofScenarios()).isEqualTo(ScenarioSchema.ofScenarios());
        assertThat(ScenarioSchema.ofRegimes()).contains("\"hardware_licence\"").doesNotContain("\r");
    }

    private static void reach(Class<?> type, Set<Class<?>> types) {
        if (type.isSealed()) {
            Records.variants(type).forEach(variant -> reach(variant, types));
        } else if (type.isRecord() && types.add(type)) {
            Place place = Place.of(type);
            Records.components(type).forEach(component -> {
                Place inner = place.component(component);
                boolean holder = inner.raw() == List.class || inner.isMap();
                reach((holder ? inner.element() : inner).raw(), types);
            });
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asString()));
        return texts;
    }

    private static void collect(JsonNode node, String key, List<String> found) {
        if (node.has(key)) {
            found.add(node.get(key).asString());
        }
        node.forEach(inner -> collect(inner, key, found));
    }
}
