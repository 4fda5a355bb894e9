package straits.experiments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation and the snippets in it: fenced blocks, and indented ones that hold commands.
 *
 * @param file the page, seen from the top folder
 * @param text what is in it
 * @param snippets its snippets in order
 */
public record Page(String file, String text, List<Snippet> snippets) {

    /** The top folder, seen from this module. */
    public static final Path TOP = Path.of("..");

    private static final Pattern FENCE = Pattern.compile("\\s*```(\\w*)\\s*");
    private static final Pattern INDENTED = Pattern.compile(" {4}(\\$ )?(straits|experiments/bin/straits|mvn|git|spark-submit|\\w+/run|python) .*");
    private static final Pattern MARK = Pattern.compile("<!-- (.*?) -->");

    /**
     * A snippet.
     *
     * @param line where its first line is, from 1
     * @param language what the fence says; {@code sh} of an indented block with commands
     * @param mark what the comment above it says to the tests, empty if there is none
     * @param lines its lines, without indentation common to all
     */
    public record Snippet(int line, String language, String mark, List<String> lines) {

        /** The text. */
        public String text() {
            return String.join("\n", lines) + "\n";
        }
    }

    @Override
    public String toString() {
        return file;
    }

    /** Every page of the project. */
    public static List<Page> all() {
        try (Stream<Path> files = Files.walk(TOP, 6)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(file -> TOP.relativize(file).toString())
                    .filter(file -> !file.contains("target/") && !file.matches("(.*/)?\\..*|runs/.*"))
                    .sorted()
                    .map(Page::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page of(String file) {
        try {
            String text = Files.readString(TOP.resolve(file));
            return new Page(file, text, snippets(text.lines().toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Snippet> snippets(List<String> lines) {
        List<Snippet> snippets = new ArrayList<>();
        String mark = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher fence = FENCE.matcher(line);
            Matcher comment = MARK.matcher(line.strip());
            int begin = i;
            if (fence.matches()) {
                while (!lines.get(++i).strip().equals("```")) {}
                snippets.add(snippet(begin + 2, fence.group(1), mark, lines.subList(begin + 1, i)));
                mark = "";
            } else if (INDENTED.matcher(line).matches()) {
                while (i + 1 < lines.size() && lines.get(i + 1).matches(" {4}.*|")) {
                    i++;
                }
                snippets.add(snippet(begin + 1, line.startsWith("    $") ? "console" : "sh", mark, lines.subList(begin, i + 1)));
                mark = "";
            } else if (comment.matches()) {
                mark = comment.group(1);
            } else if (!line.isBlank()) {
                mark = "";
            }
        }
        return snippets;
    }

    private static Snippet snippet(int line, String language, String mark, List<String> lines) {
        int indent = lines.stream()
                .filter(each -> !each.isBlank())
                .mapToInt(each -> each.length() - each.stripLeading().length())
                .min()
                .orElse(0);
        List<String> own = lines.stream()
                .map(each -> each.substring(Math.min(indent, each.length())))
                .toList();
        return new Snippet(line, language, mark, own);
    }
}
