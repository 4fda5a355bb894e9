package straits.experiments;

import java.util.List;
import java.util.regex.Pattern;

/** Splits a command as a shell does: at blanks outside quotes; a comment ends it. */
public final class ShellWords {

    private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+");

    private ShellWords() {}

    /** The words of a command, without their quotes. */
    public static List<String> of(String command) {
        return WORD.matcher(command)
                .results()
                .map(match -> match.group())
                .takeWhile(word -> !word.startsWith("#"))
                .map(word -> word.replaceAll("['\"]", ""))
                .toList();
    }
}
