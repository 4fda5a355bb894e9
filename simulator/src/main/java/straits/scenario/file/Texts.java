package straits.scenario.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names in files and words in messages. */
public final class Texts {

    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cf}\\p{Cc}]");
    private static final int LONGEST_QUOTE = 60;
    private static final int MOST_NAMES = 20;
    private static final int SHORTEST_BEGINNING = 3;

    private Texts() {}

    /** {@code minTpp} and {@code HardwareLicence} and {@code ON_DEMAND} as a file writes them. */
    static String snake(String javaName) {
        if (javaName.equals(javaName.toUpperCase(Locale.ROOT))) {
            return javaName.toLowerCase(Locale.ROOT);
        }
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < javaName.length(); i++) {
            char letter = javaName.charAt(i);
            if (Character.isUpperCase(letter) && !name.isEmpty()) {
                name.append('_');
            }
            name.append(Character.toLowerCase(letter));
        }
        return name.toString();
    }

    static String key(String path, String key) {
        String shown = shortened(key);
        return path.isEmpty() ? shown : path + "." + shown;
    }

    static String index(String path, int index) {
        return path + "[" + index + "]";
    }

    /** The paths of everything that contains a value, from the inside out; the whole file is the empty path. */
    static List<String> pathsAround(String path) {
        List<String> around = new ArrayList<>();
        String outer = path;
        while (!outer.isEmpty()) {
            int end = Math.max(outer.lastIndexOf('.'), outer.lastIndexOf('['));
            outer = end < 0 ? "" : outer.substring(0, end);
            around.add(outer);
        }
        return around;
    }

    static String shortened(String text) {
        boolean longer = text.length() > LONGEST_QUOTE;
        String shown = longer ? text.substring(0, LONGEST_QUOTE) + "..." : text;
        return visible(shown.replace("\n", "\\n"));
    }

    /** Letters that are not seen but change what is, such as the one that turns the direction of writing, stand as their numbers. */
    private static String visible(String text) {
        return HIDDEN.matcher(text)
                .replaceAll(match -> "\\\\u%04X".formatted((int) match.group().charAt(0)));
    }

    /** {@code unknown chip "h10"; did you mean "h100"?}, or the known names when none is near. */
    public static String unknown(String what, String found, Collection<String> known) {
        return unknown(what, found, known, known.isEmpty() ? "there is none" : "known: " + some(known));
    }

    private static String some(Collection<String> names) {
        String first = names.stream().limit(MOST_NAMES).map(Texts::shortened).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? first : first + " and " + (names.size() - MOST_NAMES) + " more";
    }

    /** The same with other words for when none is near. */
    public static String unknown(String what, String found, Collection<String> known, String otherwise) {
        return "unknown " + what + " \"" + shortened(found) + "\"; "
                + nearest(found, known)
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse(otherwise);
    }

    private static Optional<String> nearest(String found, Collection<String> known) {
        return found.length() > LONGEST_QUOTE
                ? Optional.empty()
                : known.stream()
                        .filter(name -> name.length() <= LONGEST_QUOTE && isNear(found, name))
                        .min(Comparator.comparingInt(name -> edits(found, name)));
    }

    /** At most two letters in five differ, or one is the beginning of the other. */
    private static boolean isNear(String found, String name) {
        int longer = Math.max(found.length(), name.length());
        boolean begins = found.length() >= SHORTEST_BEGINNING && name.startsWith(found);
        return begins || 5 * edits(found, name) <= 2 * longer;
    }

    /** Insertions, deletions, replacements and swaps of neighbours from one text to the other, without regard to case. */
    static int edits(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : edits(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int edits(int[][] edits, String a, String b, int i, int j) {
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
