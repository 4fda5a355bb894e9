package straits.scenario.file;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Names in files and words in messages. */
final class Texts {

    private static final int LONGEST_QUOTE = 60;
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

    static String shortened(String text) {
        String line = text.replace("\n", "\\n");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...";
    }

    /** {@code unknown chip "h10"; did you mean "h100"?}, or the known names when none is near. */
    static String unknown(String what, String found, Collection<String> known) {
        String otherwise = known.isEmpty() ? "there is none" : "known: " + shortened(String.join(", ", known));
        return unknown(what, found, known, otherwise);
    }

    /** The same with other words for when none is near. */
    static String unknown(String what, String found, Collection<String> known, String otherwise) {
        return "unknown " + what + " \"" + shortened(found) + "\"; "
                + nearest(found, known)
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse(otherwise);
    }

    private static Optional<String> nearest(String found, Collection<String> known) {
        return found.length() > LONGEST_QUOTE
                ? Optional.empty()
                : known.stream()
                        .filter(name -> isNear(found, name))
                        .min(Comparator.comparingInt(name -> edits(found, name)));
    }

    /** At most two letters in five differ, or one is the beginning of the other. */
    private static boolean isNear(String found, String name) {
        int longer = Math.max(found.length(), name.length());
        boolean begins = found.length() >= SHORTEST_BEGINNING && name.startsWith(found);
        return begins || 5 * edits(found, name) <= 2 * longer;
    }

    /** Levenshtein distance: insertions, deletions and replacements from one text to the other, without regard to case. */
    static int edits(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
