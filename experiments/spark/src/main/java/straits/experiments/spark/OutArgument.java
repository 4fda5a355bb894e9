package straits.experiments.spark;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import straits.experiments.api.BadInputException;

/** The option {@code --out} among arguments, whose value may be a URI. */
final class OutArgument {

    private static final String NAME = "--out";

    /** A scheme of one letter is a drive. */
    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:.*");

    private OutArgument() {}

    /**
     * The URI, or null if there is none or the value is a path.
     *
     * @throws BadInputException if it begins like a URI and is none
     */
    static @Nullable URI uri(List<String> args) {
        int at = valueAt(args);
        String value = at < 0 ? "" : value(args.get(at));
        if (!SCHEME.matcher(value).matches()) {
            return null;
        }
        try {
            return new URI(value);
        } catch (URISyntaxException e) {
            throw new BadInputException("--out: not a URI: " + e.getMessage());
        }
    }

    /** The arguments with another value in its place. */
    static List<String> replaced(List<String> args, String value) {
        List<String> others = new ArrayList<>(args);
        int at = valueAt(args);
        others.set(at, args.get(at).startsWith(NAME + "=") ? NAME + "=" + value : value);
        return others;
    }

    private static String value(String argument) {
        return argument.startsWith(NAME + "=") ? argument.substring(NAME.length() + 1) : argument;
    }

    /** Where the value stands, alone or behind the name; negative if there is none. */
    private static int valueAt(List<String> args) {
        for (int at = 0; at < args.size(); at++) {
            if (args.get(at).startsWith(NAME + "=")) {
                return at;
            }
            if (args.get(at).equals(NAME) && at + 1 < args.size()) {
                return at + 1;
            }
        }
        return -1;
    }
}
