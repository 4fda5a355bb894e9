package straits.experiments.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import straits.experiments.TwoRules;
import straits.experiments.cli.Cli;
import straits.experiments.cli.HostileInputs;

/** What fuzzing begins with: what ships, what the tests know, and the words of them all. */
final class Seeds {

    /** The longest input that is tried. */
    private static final int LONGEST = 16_384;

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{2,30}");

    private final Path folder;
    private int count;

    private Seeds(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the seeds of a target.
     *
     * @param args the target, a folder for the seeds, a file for the words, and a folder for other files
     */
    public static void main(String[] args) throws IOException {
        Seeds seeds = new Seeds(Files.createDirectories(Path.of(args[1])));
        seeds.write(Target.of(args[0]), Files.createDirectories(Path.of(args[3])));
        Files.writeString(Path.of(args[2]), seeds.words());
    }

    private void write(Target target, Path work) throws IOException {
        addAll(Path.of("src/test/resources/fuzz", target.key()), "");
        switch (target) {
            case SCENARIO -> {
                addAll(Path.of("scenarios"), ".yaml");
                addAll(Path.of("src/test/resources/worlds"), ".yaml");
                hostile(work, "world.yaml");
            }
            case REGIME -> addAll(Path.of("regimes"), ".yaml");
            case EXPERIMENT -> experiments();
            case SETTING -> settings();
            case DATA -> hostile(work, ".csv");
            case JOBS -> addAll(Path.of("src/test/resources/traces"), "");
            case MANIFEST -> results(work, "manifest.json");
            case JOURNAL -> results(work, "units.journal");
            case TABLE -> tables(work);
        }
    }

    private void experiments() throws IOException {
        for (Path file : files(Path.of("designs"), ".yaml")) {
            add(Files.readString(file)
                    .replaceAll("(?m)^scenario: .*", "scenario: world.yaml")
                    .getBytes(UTF_8));
        }
        for (String factors : List.of(
                "h: {path: horizon, values: [30 days, 40 days]}",
                "p: {path: providers.east.offers.h100.on_demand, from: 1 USD per GPU-hour, to: 3 USD per GPU-hour}")) {
            add(("experiment: 1\nname: small\nscenario: world.yaml\nreplications: 2\nfactors:\n  " + factors + "\n")
                    .getBytes(UTF_8));
        }
    }

    private void settings() throws IOException {
        for (String line : List.of(
                "horizon=30 days",
                "providers.east.fleet[0].installed=50 GPUs\nseed=x",
                "regimes=[free]\nreference_regime=free",
                "own_regimes.us-2023.title=a",
                "tenant_classes.small.duration={lognormal: {median: 3 h, ln_sigma: 0.2}}",
                "anchors.big.budget={value: 1 million USD, low: 0 USD, high: 2 million USD, assumption: a}",
                "anchors.big.need.2025-01-15=5 H100e",
                "anchors.big.need[0].value=5e-1 H100e")) {
            add(line.getBytes(UTF_8));
        }
    }

    private void hostile(Path work, String end) throws IOException {
        new HostileInputs(work).all();
        addAll(work, end);
    }

    private void results(Path work, String name) throws IOException {
        for (Path run : new FolderReaders(work).finished()) {
            if (Files.exists(run.resolve(name))) {
                add(Files.readAllBytes(run.resolve(name)));
            }
        }
    }

    private void tables(Path work) throws IOException {
        Path run = new FolderReaders(work).finished().get(0);
        addAll(run, ".csv");
        Path world = Files.writeString(work.resolve("small.yaml"), TwoRules.TEXT.replace("70 days", "21 days"));
        for (String format : List.of("parquet", "csv.gz")) {
            Path out = work.resolve(format);
            Refusals.command(Cli.run("run", world.toString(), "--format=" + format, "--out=" + out));
            addAll(out, "outcomes." + format);
        }
    }

    private void addAll(Path from, String end) throws IOException {
        for (Path file : files(from, end)) {
            add(Files.readAllBytes(file));
        }
    }

    private static List<Path> files(Path from, String end) throws IOException {
        if (!Files.isDirectory(from)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(from)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }

    private void add(byte[] seed) throws IOException {
        if (seed.length <= LONGEST) {
            Files.write(folder.resolve("seed-" + count++), seed);
        }
    }

    /** A dictionary as libFuzzer reads it. */
    private String words() throws IOException {
        TreeSet<String> words = new TreeSet<>();
        for (Path seed : files(folder, "")) {
            String text = new String(Files.readAllBytes(seed), java.nio.charset.StandardCharsets.ISO_8859_1);
            WORD.matcher(text).results().map(MatchResult::group).forEach(words::add);
        }
        return words.stream().map(word -> '"' + word + "\"\n").collect(Collectors.joining());
    }
}
