package straits.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that only an extension understands.
 *
 * @param text a number or a text, as written
 */
public record Parameter(String text) {

    /** Parameters as texts, in their order; none if there are none. */
    static Map<String, String> texts(@Nullable Map<String, Parameter> parameters) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (parameters != null) {
            parameters.forEach((name, value) -> texts.put(name, value.text()));
        }
        return texts;
    }
}
