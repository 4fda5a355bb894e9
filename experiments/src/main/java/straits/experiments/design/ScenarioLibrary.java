package straits.experiments.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import straits.scenario.file.RegimeLibrary;

/**
 * The scenarios, regimes and experiments that ship with the program. Names are those of the files, in alphabetical order: {@code
 * textbook/s01-erlang-b}. Immutable.
 */
public final class ScenarioLibrary implements RegimeLibrary {

    private static final String SUFFIX = ".yaml";

    private final SortedMap<String, String> scenarios;
    private final SortedMap<String, String> regimes;
    private final SortedMap<String, String> experiments;

    private ScenarioLibrary(Path root) throws IOException {
        scenarios = texts(root.resolve("scenarios"));
        regimes = texts(root.resolve("regimes"));
        experiments = texts(root.resolve("designs"));
    }

    /**
     * What is packed with the classes of this program, in a jar or in a folder. No list of names is kept anywhere: a file put
     * into the folder of the sources is shipped.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static ScenarioLibrary shipped() {
        Path home = home();
        try {
            if (Files.isDirectory(home)) {
                return new ScenarioLibrary(home);
            }
            try (FileSystem jar = FileSystems.newFileSystem(home)) {
                return new ScenarioLibrary(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the scenarios in " + home + ": " + e.getMessage(), e);
        }
    }

    private static Path home() {
        try {
            return Path.of(ScenarioLibrary.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class loader gave a place that is none", e);
        }
    }

    /** Texts by name; of a file in a folder inside, the name is that of the folder, a slash and its own. */
    private static SortedMap<String, String> texts(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                String inside = folder.relativize(file)
                        .toString()
                        .replace(folder.getFileSystem().getSeparator(), "/");
                if (inside.endsWith(SUFFIX)) {
                    texts.put(inside.substring(0, inside.length() - SUFFIX.length()), Files.readString(file));
                }
            }
        }
        return texts;
    }

    /** Names of all scenarios. */
    public List<String> scenarioNames() {
        return List.copyOf(scenarios.keySet());
    }

    /** YAML text of a scenario, or null if there is none of that name. */
    public @Nullable String scenarioText(String name) {
        return scenarios.get(name);
    }

    /** Names of all experiments. */
    public List<String> experimentNames() {
        return List.copyOf(experiments.keySet());
    }

    /** YAML text of an experiment, or null if there is none of that name. */
    public @Nullable String experimentText(String name) {
        return experiments.get(name);
    }

    /** Names of all regimes. */
    @Override
    public List<String> names() {
        return List.copyOf(regimes.keySet());
    }

    /** YAML text of a regime, or null if there is none of that name. */
    @Override
    public @Nullable String text(String name) {
        return regimes.get(name);
    }
}
