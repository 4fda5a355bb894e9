package straits.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import straits.benchmarks.report.Readme;
import straits.benchmarks.report.Report;
import straits.benchmarks.report.Results;

/**
 * Runs the benchmarks, keeps what JMH found in {@code target/results.json}, and prints it as tables; a run of everything also
 * puts them into {@code README.md}. The folder, and what the README says about the machine, come as system properties from
 * the script {@code run} beside it.
 */
public final class Measure {

    private static final String SMOKE = "--smoke";

    private final Path folder = Path.of(System.getProperty("straits.benchmarks", "benchmarks"));
    private final Function<Series, Options> options;
    private final Path json;
    private final List<RunResult> results = new ArrayList<>();

    private Measure(boolean smoke) {
        options = smoke ? Series::smokeOptions : Series::options;
        json = folder.resolve("target").resolve(smoke ? "smoke.json" : "results.json");
    }

    /** Arguments: {@code --smoke} for one tiny iteration of each; groups to run, else all of them. */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Set<String> groups = new TreeSet<>(Arrays.asList(arguments));
        boolean smoke = groups.remove(SMOKE);
        Set<String> known = Suite.all().stream().map(Series::group).collect(Collectors.toCollection(TreeSet::new));
        if (!known.containsAll(groups)) {
            groups.removeAll(known);
            System.err.println("benchmarks: unknown " + groups + "; must be " + SMOKE + " or of " + known);
            System.exit(2);
        }
        boolean all = groups.isEmpty() || groups.equals(known);
        List<Series> series = Suite.all().stream()
                .filter(each -> all || groups.contains(each.group()))
                .toList();
        Measure measure = new Measure(smoke);
        String tables = measure.run(series);
        if (smoke) {
            System.out.println("benchmarks: " + measure.results.size() + " cases ran; their figures mean nothing");
            return;
        }
        System.out.println(tables);
        if (all) {
            new Readme(measure.folder.resolve("README.md")).replace(tables);
        }
    }

    /** Results are kept after every series: a run takes long. */
    private String run(List<Series> series) throws RunnerException, IOException {
        Files.createDirectories(json.getParent());
        for (Series each : series) {
            results.addAll(new Runner(options.apply(each)).run());
            ResultFormatFactory.getInstance(ResultFormatType.JSON, json.toString())
                    .writeOut(results);
        }
        return new Report(Results.read(json)).text();
    }
}
