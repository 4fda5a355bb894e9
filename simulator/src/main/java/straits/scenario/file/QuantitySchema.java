package straits.scenario.file;

import java.util.ArrayList;
import java.util.List;
import straits.scenario.Dimension;
import straits.scenario.Form;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Schemas of numbers with units and of their origins. */
final class QuantitySchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String NUMBER = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?";

    private QuantitySchema() {}

    /** A number alone or in a map with its origin. */
    static ObjectNode of(Dimension dimension) {
        ObjectNode schema = JSON.objectNode();
        ArrayNode forms = schema.putArray("anyOf");
        alone(dimension).forEach(forms::add);
        forms.add(withOrigin(dimension));
        return schema;
    }

    /** An entry of the section of shared origins. */
    static ObjectNode source() {
        ObjectNode schema = map();
        origins((ObjectNode) schema.get("properties"));
        ((ObjectNode) schema.get("properties")).remove("source");
        return schema;
    }

    private static List<ObjectNode> alone(Dimension dimension) {
        List<ObjectNode> forms = new ArrayList<>();
        if (Units.optional(dimension)) {
            forms.add(JSON.objectNode().put("type", "number"));
        }
        List<String> units = new ArrayList<>();
        Units.allSpellings(dimension).forEach(unit -> {
            if (!unit.isEmpty()) {
                units.add(unit);
            }
        });
        if (!units.isEmpty()) {
            String pattern = "^" + NUMBER + " *(" + String.join("|", units) + ")$";
            forms.add(JSON.objectNode().put("type", "string").put("pattern", pattern));
        }
        return forms;
    }

    private static ObjectNode withOrigin(Dimension dimension) {
        ObjectNode schema = map();
        ObjectNode properties = (ObjectNode) schema.get("properties");
        properties.set("value", anyOf(alone(dimension)));
        List<ObjectNode> bound = new ArrayList<>(alone(dimension));
        if (!Units.optional(dimension)) {
            bound.add(JSON.objectNode().put("type", "number"));
        }
        properties.set("low", anyOf(bound));
        properties.set("high", anyOf(bound));
        origins(properties);
        schema.putArray("required").add("value");
        return schema;
    }

    private static ObjectNode map() {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.putObject("properties");
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode anyOf(List<ObjectNode> forms) {
        ObjectNode schema = JSON.objectNode();
        forms.forEach(schema.withArray("anyOf")::add);
        return schema;
    }

    private static void origins(ObjectNode properties) {
        String fact = "^" + Form.Kind.FACT.pattern() + "$";
        properties.putObject("source").put("type", "string").put("description", "key of the section sources");
        properties.putObject("fact").put("type", "string").put("pattern", fact);
        ObjectNode derived = properties.putObject("derived").put("type", "array");
        derived.putObject("items").put("type", "string").put("pattern", fact);
        properties.putObject("assumption").put("type", "string").put("description", "why; needs low and high");
        properties.putObject("reason").put("type", "string").put("description", "how it follows from its facts");
    }
}
