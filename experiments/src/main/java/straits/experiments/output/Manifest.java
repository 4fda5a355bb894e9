package straits.experiments.output;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import straits.experiments.design.UsedExtension;
import straits.experiments.montecarlo.Shard;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the files of a finished run come from: {@code manifest.json}, written last, so that a folder with a manifest is complete.
 * The only file with facts of the wall clock and the machine.
 *
 * @param program name of the program
 * @param version its version
 * @param commit commit it was built from, empty when unknown
 * @param jvm Java virtual machine, as {@link #runningJvm()} says it
 * @param os operating system, as {@link #runningOs()} says it
 * @param commandLine the arguments as given
 * @param scenarioHash SHA-256 of the effective scenario
 * @param experimentHash SHA-256 of the effective experiment: same hash, same bytes in every other file
 * @param shard which part of the experiment, as in 3/10; 1/1 is all of it
 * @param extensions extensions that the experiment names, with their SHA-256
 * @param masterSeed the seed as given, a number or a text
 * @param points design points
 * @param replications replications over all points that these files hold, failed ones included
 * @param failedReplications replications that failed, each a row of its own in the outcomes
 * @param started when the run began, for the first time if it was interrupted
 * @param finished when its last file was closed
 * @param stressDes what a program can know of what STRESS-DES asks of a report, by item
 * @param files every other file, in the order written
 */
@JsonPropertyOrder({
    "program",
    "version",
    "commit",
    "jvm",
    "os",
    "command_line",
    "scenario_hash",
    "experiment_hash",
    "shard",
    "extensions",
    "master_seed",
    "points",
    "replications",
    "failed_replications",
    "started",
    "finished",
    "stress_des",
    "files"
})
public record Manifest(
        String program,
        String version,
        String commit,
        String jvm,
        String os,
        List<String> commandLine,
        String scenarioHash,
        String experimentHash,
        String shard,
        List<UsedExtension> extensions,
        String masterSeed,
        long points,
        long replications,
        long failedReplications,
        Instant started,
        Instant finished,
        Map<String, String> stressDes,
        List<FileEntry> files) {

    /** Name of the file. */
    public static final String FILE = "manifest.json";

    private static final String STRESS_DES = "stress_des";

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .defaultPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER))
            .build();

    /**
     * Copies the lists and checks the hashes.
     *
     * @throws IllegalArgumentException if a hash or the shard has another form or a file is listed twice
     */
    public Manifest {
        Stream.of(program, version, commit, jvm, os, shard, masterSeed, started, finished)
                .forEach(Objects::requireNonNull);
        commandLine = List.copyOf(commandLine);
        extensions = List.copyOf(extensions);
        stressDes = Collections.unmodifiableMap(new LinkedHashMap<>(stressDes));
        files = List.copyOf(files);
        if (!Hashes.isSha256(scenarioHash) || !Hashes.isSha256(experimentHash)) {
            throw new IllegalArgumentException(
                    "not a SHA-256: scenario \"" + scenarioHash + "\", experiment \"" + experimentHash + "\"");
        }
        Shard.parse(shard);
        Set<String> names = new HashSet<>();
        files.stream().map(FileEntry::file).filter(name -> !names.add(name)).forEach(name -> {
            throw new IllegalArgumentException("listed twice: " + name);
        });
    }

    /** The running virtual machine, as in "OpenJDK 64-Bit Server VM 17.0.15+6 (Eclipse Adoptium)". */
    public static String runningJvm() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version") + " ("
                + System.getProperty("java.vm.vendor") + ")";
    }

    /** The running operating system, as in "Linux 6.1 amd64". */
    public static String runningOs() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch");
    }

    /**
     * Reads the manifest of a folder.
     *
     * @throws UncheckedIOException naming the path, if it is not there or is not a manifest
     */
    public static Manifest read(Path folder) {
        Path path = folder.resolve(FILE);
        try {
            JsonNode tree = JSON.readTree(Files.readAllBytes(path));
            if (!(tree instanceof ObjectNode manifest)) {
                throw new IOException("not a JSON object");
            }
            if (!manifest.has(STRESS_DES)) {
                // As of versions before it came.
                manifest.putObject(STRESS_DES);
            }
            return JSON.treeToValue(manifest, Manifest.class);
        } catch (IOException | JacksonException e) {
            throw FileFailure.of("read", path, e);
        }
    }

    /**
     * Writes the manifest into a folder: under a temporary name, forced to the disk, renamed last.
     *
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    public void write(Path folder) {
        write(Disk.PLAIN, folder);
    }

    void write(Disk disk, Path folder) {
        String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        disk.replace(folder, FILE, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Compares the files of a folder with their hashes; one line per file that is missing or differs, none if all is well. */
    public List<String> verify(Path folder) {
        return files.stream().flatMap(entry -> problems(folder, entry)).toList();
    }

    private static Stream<String> problems(Path folder, FileEntry entry) {
        Path path = folder.resolve(entry.file());
        if (!Files.isRegularFile(path)) {
            return Stream.of(path + ": missing");
        }
        String found = Hashes.sha256(path);
        return found.equals(entry.sha256())
                ? Stream.of()
                : Stream.of(path + ": changed since the run: SHA-256 is " + found + ", was " + entry.sha256());
    }
}
