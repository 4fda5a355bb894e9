package straits.experiments.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Jazzer calls, see {@code experiments/src/fuzz/run}; it finds these methods by their names. */
public final class FuzzTarget {

    /** Of the processor, which a busy machine does not lengthen; the first input also pays for the classes it loads. */
    private static final long MOST_SECONDS = 20;

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private static Target.Reader reader = bytes -> {};

    private FuzzTarget() {}

    /**
     * Makes ready.
     *
     * @param args the target, and a folder for its files
     */
    public static void fuzzerInitialize(String[] args) throws IOException {
        reader = Target.of(args[0]).in(Files.createDirectories(Path.of(args[1])));
    }

    /** Tries one input. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        long began = seconds();
        reader.read(bytes);
        long took = seconds() - began;
        if (took > MOST_SECONDS) {
            throw new AssertionError(took + " s for " + bytes.length + " bytes");
        }
    }

    private static long seconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS_PER_SECOND;
    }
}
