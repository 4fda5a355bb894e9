package straits.scenario.file;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import straits.scenario.Bare;
import straits.scenario.Default;
import straits.scenario.Extended;
import straits.scenario.Form;
import straits.scenario.InFile;
import straits.scenario.Meaning;
import straits.scenario.NamedBy;
import straits.scenario.Parameter;
import straits.scenario.Quantity;
import straits.scenario.Source;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Walks the records as the binder does and says in JSON Schema what it would accept. */
final class SchemaGenerator {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Shared schemas by name; sorted, so that the text does not depend on the order of the walk. */
    private final Map<String, ObjectNode> shared = new TreeMap<>();

    String text(Class<?> root, String title) {
        ObjectNode schema = JSON.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", title);
        schema.setAll(map(Place.of(root), JSON.objectNode()));
        schema.set("$defs", JSON.objectNode().setAll(shared));
        return JsonMapper.shared()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(schema)
                        .replace("\r\n", "\n") + "\n";
    }

    private ObjectNode of(Place place) {
        Class<?> type = place.raw();
        if (type == Quantity.class) {
            return shared(place.measured().name().toLowerCase(Locale.ROOT), () -> QuantitySchema.of(place.measured()));
        }
        if (type == Source.class) {
            return shared("source", QuantitySchema::source);
        }
        if (type == Parameter.class) {
            return amount();
        }
        if (type == Written.class) {
            return JSON.objectNode();
        }
        if (type == Amount.class) {
            return amount();
        }
        if (type == List.class) {
            return list(place.element());
        }
        if (type == Map.class) {
            return byKey(place);
        }
        if (type.isSealed()) {
            return shared(name(place), () -> variants(place));
        }
        return type.isRecord() ? shared(name(place), () -> map(place, JSON.objectNode())) : scalar(place);
    }

    private ObjectNode shared(String name, Supplier<ObjectNode> schema) {
        if (!shared.containsKey(name)) {
            shared.put(name, JSON.objectNode());
            shared.put(name, schema.get());
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    /** Records that take the dimension of their place have a schema per dimension. */
    private static String name(Place place) {
        String name = Records.variantName(place.raw());
        return place.dimension() == null
                ? name
                : name + "_in_" + place.dimension().name().toLowerCase(Locale.ROOT);
    }

    private ObjectNode map(Place place, ObjectNode properties) {
        ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        schema.set("properties", properties);
        ArrayNode required = JSON.arrayNode();
        properties.propertyNames().forEach(required::add);
        for (RecordComponent component : Records.components(place.raw())) {
            String key = Records.key(component);
            properties.set(key, component(component, place));
            if (!Records.nullable(component) && !component.isAnnotationPresent(Default.class)) {
                required.add(key);
            }
        }
        schema.set("required", required);
        return schema;
    }

    private ObjectNode component(RecordComponent component, Place owner) {
        Place place = owner.component(component);
        ObjectNode schema = component.isAnnotationPresent(InFile.class) ? anyOf(List.of(of(place), name())) : of(place);
        Meaning meaning = component.getAnnotation(Meaning.class);
        Default silent = component.getAnnotation(Default.class);
        String words = meaning == null ? "" : meaning.value();
        if (place.dimension() != null && !place.range().equals(Range.ALL)) {
            words += "; " + place.range().words(value -> Units.text(place.measured(), value));
        }
        if (silent != null) {
            words += "; default " + silent.value();
        }
        return words.isEmpty() ? schema : schema.put("description", words);
    }

    private ObjectNode list(Place element) {
        ObjectNode items = JSON.objectNode().put("type", "array");
        items.set("items", of(element));
        if (!Binder.isPair(element.raw())) {
            return items;
        }
        ObjectNode pairs = JSON.objectNode().put("type", "object");
        pairs.set(
                "additionalProperties",
                of(element.component(Records.components(element.raw()).get(1))));
        return anyOf(List.of(items, pairs));
    }

    private ObjectNode byKey(Place place) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.putObject("propertyNames").put("pattern", "^" + Form.Kind.SLUG.pattern() + "$");
        schema.set("additionalProperties", of(place.element()));
        Class<?> element = place.element().raw();
        return element.isRecord() && Records.optional(element) ? anyOf(List.of(schema, name())) : schema;
    }

    private ObjectNode variants(Place place) {
        NamedBy named = place.raw().getAnnotation(NamedBy.class);
        ObjectNode schema = JSON.objectNode();
        ArrayNode forms = schema.putArray(named == null ? "anyOf" : "oneOf");
        for (Class<?> variant : Records.variants(place.raw())) {
            Place inner = place.as(variant);
            forms.add(named == null ? byOnlyKey(inner) : byNamedKey(inner, named.value()));
            if (variant.isAnnotationPresent(Bare.class)
                    && variant.getAnnotation(Bare.class).unnamed()) {
                forms.add(bare(inner));
            }
            if (named == null && Records.optional(variant)) {
                forms.add(JSON.objectNode().put("const", Records.variantName(variant)));
            }
        }
        return schema;
    }

    private ObjectNode byNamedKey(Place place, String key) {
        ObjectNode properties = JSON.objectNode();
        if (!place.raw().isAnnotationPresent(Extended.class)) {
            properties.putObject(key).put("const", Records.variantName(place.raw()));
        }
        return map(place, properties);
    }

    private ObjectNode byOnlyKey(Place place) {
        String name = Records.variantName(place.raw());
        ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        schema.putObject("properties")
                .set(name, place.raw().isAnnotationPresent(Bare.class) ? bare(place) : map(place, JSON.objectNode()));
        schema.putArray("required").add(name);
        return schema;
    }

    private ObjectNode bare(Place place) {
        return of(place.component(Records.components(place.raw()).get(0)));
    }

    private static ObjectNode scalar(Place place) {
        Class<?> type = place.raw();
        ObjectNode schema = JSON.objectNode();
        if (type == String.class) {
            Form.Kind form = place.form();
            // A seed may be a number.
            schema.putArray("type").add("string").add("integer");
            return form == null ? schema : schema.put("type", "string").put("pattern", "^" + form.pattern() + "$");
        }
        if (type == LocalDate.class) {
            return schema.put("type", "string").put("format", "date");
        }
        if (type == boolean.class) {
            return schema.put("type", "boolean");
        }
        if (type.isEnum()) {
            ArrayNode constants = schema.putArray("enum");
            ScalarBinder.names(type).forEach(constants::add);
            return schema;
        }
        Range range = place.range();
        return schema.put("type", "integer")
                .put("minimum", (int) Math.max(range.low(), Integer.MIN_VALUE))
                .put("maximum", (int) Math.min(range.high(), Integer.MAX_VALUE));
    }

    /** A name by itself, in place of a map from it to nothing further. */
    private static ObjectNode name() {
        return JSON.objectNode().put("type", "string");
    }

    private static ObjectNode amount() {
        ObjectNode schema = JSON.objectNode();
        schema.putArray("type").add("number").add("string");
        return schema;
    }

    private static ObjectNode anyOf(List<ObjectNode> forms) {
        ObjectNode schema = JSON.objectNode();
        forms.forEach(schema.putArray("anyOf")::add);
        return schema;
    }
}
