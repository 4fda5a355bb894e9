package straits.scenario.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change of one value of a scenario file before it is read, as {@code --set path=value} states it.
 *
 * @param path path of the value, such as {@code anchors.bytedance.budget} or {@code providers.x.fleet[0].installed}
 * @param value what stands there instead, in the notation of the file
 */
public record Setting(String path, String value) {

    private static final Pattern PATH =
            Pattern.compile("[^.\\[\\]]+(\\[[0-9]{1,6}])*(\\.[^.\\[\\]]+(\\[[0-9]{1,6}])*)*");
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[([0-9]+)]");

    /**
     * The setting that a text {@code path=value} states.
     *
     * @throws IllegalArgumentException if there is no {@code =} or nothing before it
     */
    public static Setting parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("found \"" + text + "\"; must be path=value, such as horizon=30 days");
        }
        return new Setting(
                text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }

    /** How faults name it. */
    Position position() {
        return Position.of("--set " + path + "=" + Texts.shortened(value));
    }

    boolean wellFormed() {
        return PATH.matcher(path).matches();
    }

    /** The keys, as texts, and the indices, as numbers, of the path. */
    List<Object> steps() {
        List<Object> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        while (matcher.find()) {
            String index = matcher.group(2);
            steps.add(index == null ? matcher.group(1) : (Object) Integer.valueOf(index));
        }
        return steps;
    }
}
