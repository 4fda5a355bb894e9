package straits.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import straits.experiments.api.Inputs;
import straits.experiments.api.Study;
import straits.experiments.montecarlo.Shard;
import straits.experiments.output.FileReason;

@Command(
        name = "doctor",
        description = {
            "Looks whether this machine can run it, and how long it would take.",
            "Java, processors, memory, room on the disk, a file written and removed, and one replication run. What looks",
            "doubtful is marked; exit code 4 if nothing can be written."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  straits doctor                          for the scenario of the README",
            "  straits doctor my-market.yaml --out /scratch/me"
        },
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {

    private static final int OLDEST_JAVA = 17;
    private static final byte[] WRITTEN = new byte[1 << 16];

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME|FILE",
            arity = "0..1",
            completionCandidates = ShippedNames.class,
            description = "The scenario or experiment of which one replication is run; default: seven-billion.")
    private String input = "seven-billion";

    @Option(names = "--out", paramLabel = "DIR", description = "Where results would go; default: the folder one is in.")
    private Path out = Path.of("");

    @Mixin
    private SimulationOptions simulation = new SimulationOptions();

    @Override
    public Integer call() {
        tell(true, "straits " + Inputs.version());
        tellMachine();
        Path folder = existing(out.toAbsolutePath());
        boolean writes = wrote(folder);
        tellRun(folder);
        return writes ? ExitCode.DONE : ExitCode.INPUT_OUTPUT;
    }

    private void tellMachine() {
        int java = Runtime.version().feature();
        tell(
                java >= OLDEST_JAVA,
                "Java " + Runtime.version() + " of " + System.getProperty("java.vendor") + "; needs " + OLDEST_JAVA
                        + " or newer");
        tell(
                true,
                Counts.of(Runtime.getRuntime().availableProcessors(), "processor")
                        + ": as many replications at a time, unless --threads says otherwise");
        double heap = Runtime.getRuntime().maxMemory();
        double machine = machineBytes();
        tell(
                heap < machine,
                "memory: " + DryRun.size(heap) + " for the program, of " + DryRun.size(machine)
                        + " of the machine; JAVA_OPTS=-Xmx8g would give it 8 GB");
    }

    private static double machineBytes() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }

    /** The folder itself or the nearest above it that exists. */
    private static Path existing(Path folder) {
        Path nearest = folder;
        while (!Files.isDirectory(nearest)) {
            Path above = nearest.getParent();
            if (above == null) {
                return nearest;
            }
            nearest = above;
        }
        return nearest;
    }

    private boolean wrote(Path folder) {
        try {
            long start = System.nanoTime();
            Path file = Files.createTempFile(folder, "straits-doctor-", ".tmp");
            try {
                Files.write(file, WRITTEN);
            } finally {
                Files.delete(file);
            }
            tell(true, String.format(Locale.ROOT, "wrote and removed a file in %s: %.1f ms", folder, millis(start)));
            return true;
        } catch (IOException e) {
            tell(false, "cannot write in " + folder + ": " + FileReason.of(e) + "; choose another folder with --out");
            return false;
        }
    }

    private static double millis(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e6;
    }

    private void tellRun(Path folder) {
        DryRun.Estimate run =
                simulation.dryRun(Study.of(input).experiment(), Shard.WHOLE).estimate();
        double room = room(folder);
        tell(run.diskBytes() < room, DryRun.size(room) + " of room in " + folder);
        tell(
                run.heapBytes() < Runtime.getRuntime().maxMemory(),
                "straits run " + input + " would take, as judged by one replication run now:");
        new Console(spec.commandLine(), false)
                .result(run.text(simulation.threads()).indent(6));
    }

    private static double room(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the disk of " + folder + ": " + FileReason.of(e), e);
        }
    }

    private void tell(boolean good, String line) {
        String mark =
                spec.commandLine().getColorScheme().ansi().string(good ? "@|green ok|@    " : "@|yellow --|@    ");
        new Console(spec.commandLine(), false).result(mark + line + "\n");
    }
}
