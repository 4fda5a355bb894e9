package straits.experiments.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import straits.experiments.montecarlo.StopSignal;

/**
 * Lets a command end tidily when the process is told to go by SIGINT or SIGTERM. Such a signal starts the shutdown hooks while the
 * command still runs; this hook asks it to stop and waits. The JVM would then end with a code of its own, so the process is halted
 * with the command's.
 */
public final class Interruption {

    /** For the replications under way. After that the process goes all the same, which costs only them. */
    private static final long PATIENCE_SECONDS = 600;

    private final StopSignal stop = new StopSignal();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int exitCode = ExitCode.INTERRUPTED;

    /** Watches from now on. */
    public static Interruption watch() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::onShutdown, "interruption"));
        return interruption;
    }

    /** What a command looks at. */
    public StopSignal stop() {
        return stop;
    }

    /** Ends the process the usual way. */
    public void exit(int code) {
        exitCode = code;
        ended.countDown();
        System.exit(code);
    }

    /** The command has ended well, and the process is about to end by itself: some clusters take an exit for a failure. */
    public void done() {
        exitCode = ExitCode.DONE;
        ended.countDown();
    }

    private void onShutdown() {
        if (ended.getCount() == 0) {
            return;
        }
        stop.request();
        try {
            boolean unused = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode);
    }
}
