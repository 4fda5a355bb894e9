package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.experiments.TwoRules;

/**
 * The program does without a network: the JVM that runs it never initialises a class that opens a socket or looks up a
 * name. {@code .ci/supply-chain} asks the same of the kernel, which also sees native code.
 */
final class NoNetworkTest {

    /** The classes of the JDK that no socket and no name can do without. */
    private static final Pattern NETWORK =
            Pattern.compile("java\\.net\\.(Socket|ServerSocket|DatagramSocket|Inet[46]AddressImpl)"
                    + "|sun\\.nio\\.ch\\.(Net|NioSocketImpl|\\w*SocketChannelImpl|DatagramChannelImpl)"
                    + "|sun\\.net\\.www\\.protocol\\.https?\\..*|(java\\.net\\.http|jdk\\.internal\\.net\\.http)\\..*");

    /**
     * Initialised, not loaded: whoever reads a file on JDK 25 loads {@code SocketChannelImpl}, since
     * {@code Channels.newInputStream} asks whether its channel is an {@code instanceof} that. No class makes an instance
     * or runs a static method before it is initialised (Java Language Specification 12.4.1), so no socket goes unseen.
     */
    private static final Pattern INITIALISED = Pattern.compile("\\d+ Initializing '([^']+)'.*");

    @TempDir
    Path folder;

    @Test
    void noCommandTouchesTheNetwork() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT);
        List<String> initialised = initialisedBy(EveryCommand.class, folder.toString());
        assertThat(initialised).contains(StraitsCommand.class.getName(), "org.apache.parquet.hadoop.ParquetWriter");
        assertThat(initialised).filteredOn(NETWORK.asMatchPredicate()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket", "server", "datagram", "channel", "name"})
    void whoeverDidWouldBeSeen(String way) throws IOException, InterruptedException {
        assertThat(initialisedBy(Intruder.class, way))
                .filteredOn(NETWORK.asMatchPredicate())
                .isNotEmpty();
    }

    private List<String> initialisedBy(Class<?> main, String argument) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+init:file=" + log + ":none:filecount=0",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        argument)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> text(said)).isZero();
        return Files.readAllLines(log).stream()
                .map(INITIALISED::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(1).replace('/', '.'))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Runs one command after the other, each of which must succeed. */
    static final class EveryCommand {

        private EveryCommand() {}

        public static void main(String[] args) {
            Path folder = Path.of(args[0]);
            String world = folder.resolve("world.yaml").toString();
            String csv = folder.resolve("csv").toString();
            String parquet = folder.resolve("parquet").toString();
            run("list");
            run("show", "seven-billion");
            run("schema");
            run("describe", "outcomes");
            run("init", "--out=" + folder.resolve("mine.yaml"));
            run("validate", world);
            run("run", world, "--replications=3", "--threads=2", "--compress", "--out=" + csv);
            run("run", world, "--replications=2", "--format=parquet", "--out=" + parquet);
            run("resume", csv);
            run(
                    "rerun",
                    csv,
                    "--point=0",
                    "--replication=1",
                    "--log=events,leases",
                    "--out=" + folder.resolve("again"));
            run("compare", csv, csv);
            run("report", csv, "--out=" + folder.resolve("report.html"));
        }

        private static void run(String... args) {
            Cli cli = Cli.run(args);
            if (cli.exitCode() != 0) {
                throw new IllegalStateException(String.join(" ", args) + ": " + cli.exitCode() + "\n" + cli.err());
            }
        }
    }

    /** Opens what the program must not, on the loopback of this machine. */
    static final class Intruder {

        private Intruder() {}

        public static void main(String[] args) throws IOException {
            switch (args[0]) {
                case "socket" -> new Socket().close();
                case "server" -> new ServerSocket(0, 1, InetAddress.getLoopbackAddress()).close();
                case "datagram" -> new DatagramSocket(null).close();
                case "channel" -> SocketChannel.open().close();
                case "name" -> InetAddress.getByName("localhost");
                default -> throw new IllegalArgumentException(args[0]);
            }
        }
    }
}
