package straits.experiments.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.ColorScheme;

/** Where a command writes: results to one stream, everything else to the other. */
final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final ColorScheme colours;
    private final boolean quiet;

    Console(CommandLine command, boolean quiet) {
        out = command.getOut();
        err = command.getErr();
        colours = command.getColorScheme();
        this.quiet = quiet;
    }

    /** Writes a result as it is. */
    void result(String text) {
        out.print(text);
        out.flush();
    }

    /** Says something that is good to know; not when quiet. */
    void note(String line) {
        if (!quiet) {
            say(line);
        }
    }

    /** Says that something may not be meant so; not when quiet. */
    void warning(Object what) {
        note(colours.ansi().string("@|yellow warning:|@") + " " + what);
    }

    /** Says something that must be known. */
    void error(String line) {
        say(colours.errorText(line).toString());
    }

    private void say(String line) {
        err.println(line);
        err.flush();
    }

    /** Draws on the current line of a terminal; not when quiet. */
    void draw(String text) {
        if (!quiet) {
            err.print(text);
            err.flush();
        }
    }

    boolean quiet() {
        return quiet;
    }
}
