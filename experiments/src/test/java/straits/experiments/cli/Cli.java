package straits.experiments.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import straits.experiments.montecarlo.StopSignal;

/** The program in this process, its two streams caught. */
public final class Cli {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final int exitCode;

    private Cli(StopSignal stop, String... args) {
        exitCode = StraitsCommand.commandLine(stop)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    public static Cli run(String... args) {
        return new Cli(new StopSignal(), args);
    }

    public static Cli runStopped(String... args) {
        StopSignal stop = new StopSignal();
        stop.request();
        return new Cli(stop, args);
    }

    public int exitCode() {
        return exitCode;
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }
}
