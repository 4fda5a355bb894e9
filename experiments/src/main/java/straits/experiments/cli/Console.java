package straits.experiments.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Where a command writes: results to one stream, everything else to the other. */
final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean quiet;

    Console(CommandLine command, boolean quiet) {
        out = command.getOut();
        err = command.getErr();
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
            error(line);
        }
    }

    /** Says something that must be known. */
    void error(String line) {
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
