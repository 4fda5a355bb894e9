package straits.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The README, of which a part between two marks is written by a run and never by hand. */
public final class Readme {

    private static final String BEGIN = "<!-- results: begin -->\n";
    private static final String END = "<!-- results: end -->";

    private final Path file;

    /** The README in a file. */
    public Readme(Path file) {
        this.file = file;
    }

    /**
     * Puts a text between the marks.
     *
     * @throws IllegalStateException if a mark is missing
     */
    public void replace(String text) throws IOException {
        String old = Files.readString(file);
        int begin = old.indexOf(BEGIN);
        int end = old.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(file + ": no " + BEGIN.strip() + " before " + END);
        }
        Files.writeString(file, old.substring(0, begin + BEGIN.length()) + text + old.substring(end));
    }
}
