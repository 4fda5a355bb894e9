package straits.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Puts a piece of a scenario into one that is written in blocks indented by two. */
final class YamlPieces {

    private YamlPieces() {}

    /**
     * The scenario with a piece in it.
     *
     * @param path where it stands, joined by dots; empty for the top
     * @param without keys there that it replaces beside its own, joined by blanks
     */
    static String put(String scenario, String path, String piece, String without) {
        List<String> lines = new ArrayList<>(scenario.lines().toList());
        int begin = 0;
        int end = lines.size();
        String indent = "";
        for (String key : path.isEmpty() ? new String[0] : path.split("\\.")) {
            begin = line(lines, indent + key, begin, end) + 1;
            end = end(lines, indent, begin, end);
            indent += "  ";
        }
        Set<String> gone = new TreeSet<>(List.of(without.split(" ", -1)));
        piece.lines().filter(line -> line.matches("[\\w-]+:.*")).forEach(line -> gone.add(line.split(":", 2)[0]));
        for (String key : gone) {
            int first = key.isEmpty() ? -1 : line(lines, indent + key, begin, end);
            if (first >= 0) {
                int last = end(lines, indent, first + 1, end);
                lines.subList(first, last).clear();
                end -= last - first;
            }
        }
        lines.addAll(begin, piece.indent(indent.length()).lines().toList());
        return String.join("\n", lines) + "\n";
    }

    private static int line(List<String> lines, String key, int begin, int end) {
        for (int line = begin; line < end; line++) {
            if (lines.get(line).startsWith(key + ":")) {
                return line;
            }
        }
        return -1;
    }

    /** Where the block ends that is indented deeper. */
    private static int end(List<String> lines, String indent, int begin, int end) {
        int line = begin;
        while (line < end && (lines.get(line).isBlank() || lines.get(line).startsWith(indent + " "))) {
            line++;
        }
        return line;
    }
}
