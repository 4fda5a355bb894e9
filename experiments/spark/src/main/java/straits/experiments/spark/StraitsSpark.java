package straits.experiments.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import straits.experiments.api.BadInputException;
import straits.experiments.api.RunPlace;
import straits.experiments.cli.Interruption;
import straits.experiments.cli.StraitsCommand;
import straits.experiments.montecarlo.StopSignal;

/**
 * The program for {@code spark-submit}: takes what {@code straits run} takes and leaves the same bytes, its replications run by the
 * executors. {@code --out} may be the URI of any file system that the cluster has.
 */
public final class StraitsSpark {

    /** Setting of Spark with the most units of a task; changes no result. */
    public static final String UNITS_PER_TASK = "spark.straits.unitsPerTask";

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");
    private static final String COMMIT = "straits.commit";
    private static final int DEFECT = 1;
    private static final int BAD_INPUT = 2;
    private static final int FAILED_REPLICATION = 3;
    private static final int INPUT_OUTPUT = 4;

    private StraitsSpark() {}

    /**
     * Runs an experiment and ends the process with the exit code of {@code straits run}.
     *
     * @param args what stands behind {@code straits run}
     */
    public static void main(String[] args) {
        Interruption interruption = Interruption.watch();
        if (System.getProperty(COMMIT) == null) {
            System.setProperty(COMMIT, commitOfTheJar());
        }
        int exitCode = DEFECT;
        PrintWriter err = writer(System.err);
        try (JavaSparkContext spark = context()) {
            exitCode = run(spark, interruption.stop(), writer(System.out), err, List.of(args));
        } catch (UncheckedIOException e) {
            err.println(e.getMessage());
            exitCode = INPUT_OUTPUT;
        } catch (RuntimeException | Error e) {
            // The process is about to end, and nobody else would tell.
            err.println("straits: the program cannot go on");
            e.printStackTrace(err);
        } finally {
            if (exitCode == 0) {
                interruption.done();
            } else {
                interruption.exit(exitCode);
            }
        }
    }

    /** What it throws is not always declared. */
    private static JavaSparkContext context() {
        try {
            return new JavaSparkContext(new SparkConf().setIfMissing("spark.app.name", "straits"));
        } catch (Exception e) {
            throw new UncheckedIOException("Spark cannot start: " + e.getMessage(), new IOException(e));
        }
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** Written there by the build; empty when it is not known. */
    private static String commitOfTheJar() {
        try (InputStream in = StraitsSpark.class.getResourceAsStream("/META-INF/straits.commit")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the jar of the program: " + e.getMessage(), e);
        }
    }

    /**
     * Runs an experiment on a cluster.
     *
     * @param spark the cluster; stays open
     * @param stop ends the run early and tidily
     * @param out takes the answers
     * @param err takes everything else
     * @param args what stands behind {@code straits run}
     * @return the exit code of {@code straits run}
     */
    public static int run(
            JavaSparkContext spark, StopSignal stop, PrintWriter out, PrintWriter err, List<String> args) {
        try {
            RunPlace place = new SparkPlace(spark, unitsPerTask(spark.getConf()));
            URI uri = OutArgument.uri(args);
            if (uri == null || "file".equals(uri.getScheme())) {
                List<String> local = uri == null ? args : OutArgument.replaced(args, uri.getPath());
                return StraitsCommand.run(place, stop, out, err, local);
            }
            return published(RemoteFolder.at(uri, spark.hadoopConfiguration()), place, stop, out, err, args);
        } catch (BadInputException e) {
            err.println(e.getMessage());
            return BAD_INPUT;
        } catch (UncheckedIOException e) {
            err.println(e.getMessage());
            return INPUT_OUTPUT;
        }
    }

    private static int unitsPerTask(SparkConf settings) {
        String text = settings.get(UNITS_PER_TASK, Integer.toString(SparkPlace.UNITS_PER_TASK));
        if (!NUMBER.matcher(text).matches()) {
            throw new BadInputException(
                    UNITS_PER_TASK + " must be a whole number from 1 to 999999, was \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    /** Writes the files on this machine, and puts them where they belong when all are whole. */
    private static int published(
            RemoteFolder folder, RunPlace place, StopSignal stop, PrintWriter out, PrintWriter err, List<String> args) {
        Path here = temporary();
        boolean complete = folder.complete();
        if (complete) {
            folder.fetch(here);
            err.println(here + " holds a copy of what is in " + folder + ", to compare with");
        } else {
            err.println(here + " holds the tables until they are whole, then " + folder
                    + "; the same command goes on, from whatever machine");
        }
        RunPlace kept = new StoredPlace(place, folder, System::nanoTime);
        int exitCode = StraitsCommand.run(kept, stop, out, err, OutArgument.replaced(args, here.toString()));
        boolean whole = exitCode == 0 || exitCode == FAILED_REPLICATION;
        if (whole && !complete) {
            folder.publish(here);
            err.println("published: " + folder);
        }
        if (whole || complete || exitCode == BAD_INPUT) {
            remove(here);
        }
        return exitCode;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("straits-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a temporary folder: " + e.getMessage(), e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder + ": " + e.getMessage(), e);
        }
    }
}
