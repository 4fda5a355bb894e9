package straits.experiments.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Processes of Spark and of the program, from the jars of the build. What still runs when this is closed is ended. */
final class SparkProcesses implements AutoCloseable {

    private static final String EXECUTOR = "CoarseGrainedExecutorBackend";
    private static final long PATIENCE_MINUTES = 30;

    private final Path folder;
    private final Path home;
    private final List<Process> started = new ArrayList<>();

    SparkProcesses(Path folder) throws IOException {
        this.folder = folder;
        home = folder.resolve("spark-home");
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (String entry : split(System.getProperty("java.class.path"), File.pathSeparator)) {
            Path jar = Path.of(entry);
            if (isOfSpark(jar)) {
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
            }
        }
    }

    private static List<String> split(String text, String at) {
        return Pattern.compile(Pattern.quote(at)).splitAsStream(text).toList();
    }

    /** Classes of the program are in its own jar, and those that parquet-floor has in the place of Hadoop's nowhere. */
    private static boolean isOfSpark(Path jar) {
        String path = jar.toString();
        return path.endsWith(".jar") && !path.contains("parquet-floor") && !path.contains("target");
    }

    /** A class of Spark in a process of its own. */
    Process spark(String name, String type, String... args) throws IOException {
        List<String> options = new ArrayList<>(split(System.getProperty("straits.spark.jvm"), " "));
        options.addAll(List.of("-Xmx768m", "-cp", home.resolve("jars") + "/*", type));
        options.addAll(List.of(args));
        return java(name, options);
    }

    /** The program under {@code spark-submit}. */
    Process submit(String name, String master, List<String> settings, String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of("--master", master));
        settings.forEach(setting -> all.addAll(List.of("--conf", setting)));
        all.addAll(List.of("--conf", "spark.ui.enabled=false", "--conf", "spark.executor.memory=512m"));
        all.addAll(List.of("--class", StraitsSpark.class.getName(), System.getProperty("straits.jar")));
        all.addAll(List.of(args));
        return spark(name, "org.apache.spark.deploy.SparkSubmit", all.toArray(new String[0]));
    }

    /** The program on this machine alone; waits for its end. */
    int straits(String name, String... args) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(
                List.of("-cp", System.getProperty("java.class.path"), "straits.experiments.cli.StraitsCommand"));
        options.addAll(List.of(args));
        return end(java(name, options));
    }

    private Process java(String name, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said(name).toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** What a process wrote. */
    Path said(String name) {
        return folder.resolve(name + ".log");
    }

    /** Waits until a process has said something. */
    void awaitSaid(Process process, String name, String text) throws IOException, InterruptedException {
        while (!Files.readString(said(name)).contains(text)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " has ended: " + Files.readString(said(name)));
            }
            Thread.sleep(50);
        }
    }

    /** Waits until a run has written so many bytes of its journal. */
    static void awaitWritten(Process process, Path out, long bytes) throws IOException, InterruptedException {
        Path journal = out.resolve("units.journal");
        while (process.isAlive() && (!Files.exists(journal) || Files.size(journal) < bytes)) {
            Thread.sleep(5);
        }
    }

    /** The exit code of a process. */
    static int end(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException("no end after minutes: " + PATIENCE_MINUTES);
        }
        return process.exitValue();
    }

    /** Executors that a process has started. */
    static List<ProcessHandle> executors(Process process) {
        return process.descendants()
                .filter(each -> each.info().commandLine().orElse("").contains(EXECUTOR))
                .toList();
    }

    @Override
    public void close() {
        started.forEach(process -> {
            List<ProcessHandle> children = process.descendants().toList();
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        });
        started.forEach(process -> process.onExit().join());
        remove();
    }

    /** Links to jars are not for the cleaner of temporary folders. */
    private void remove() {
        try (Stream<Path> links = Files.list(home.resolve("jars"))) {
            for (Path link : links.toList()) {
                Files.delete(link);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
