package straits.experiments.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.TwoRules;

/**
 * The same run gives the same files, byte by byte, whatever JVM it runs on and however that was started. A few ways in every build;
 * with {@code -Dstraits.everywhere=yes} all of them, on every JDK of {@code -Dstraits.jdks}, homes joined as in a path.
 */
final class SameEverywhereTest {

    private static final String HERE = System.getProperty("java.home");

    private static final List<List<String>> COMPILERS =
            List.of(List.of(), List.of("-Xint"), List.of("-XX:TieredStopAtLevel=1"), List.of("-XX:-TieredCompilation"));
    private static final List<List<String>> COLLECTORS = List.of(
            List.of("-XX:+UseSerialGC"),
            List.of("-XX:+UseG1GC"),
            List.of("-XX:+UseParallelGC"),
            List.of("-XX:+UseZGC"));
    private static final List<String> LANGUAGES =
            List.of("de-DE", "tr-TR", "ar-EG", "th-TH", "hi-IN", "fa-IR", "sv-SE");
    private static final List<String> ZONES =
            List.of("UTC", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia", "Africa/Cairo");
    private static final List<String> CHARSETS = List.of("ISO-8859-1", "UTF-16", "US-ASCII");

    @TempDir
    Path folder;

    private Path world = Path.of("");
    private int runs;

    @BeforeEach
    void writeTheWorld() throws IOException {
        world = Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT);
    }

    private Map<String, String> run(String jdk, List<String> options, int threads) throws Exception {
        Path out = folder.resolve("run-" + runs++);
        Path said = folder.resolve("said.txt");
        List<String> command =
                new ArrayList<>(List.of(Path.of(jdk, "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StraitsCommand.class.getName(), "run"));
        command.addAll(List.of(world.toString(), "--replications=4", "--threads=" + threads, "-q", "--out=" + out));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("%s", command).isTrue();
        assertThat(process.exitValue())
                .as("%s: %s", options, Files.readString(said, ISO_8859_1))
                .isZero();
        return Folders.hashes(out);
    }

    private Map<String, String> here() {
        Path out = folder.resolve("here");
        Cli cli = Cli.run("run", world.toString(), "--replications=4", "--threads=1", "-q", "--out=" + out);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        Map<String, String> hashes = Folders.hashes(out);
        assertThat(hashes).containsKey("outcomes.csv").hasSizeGreaterThan(10);
        return hashes;
    }

    private static List<String> language(String tag) {
        return List.of("-Duser.language=" + tag.substring(0, 2), "-Duser.country=" + tag.substring(3));
    }

    private static List<String> joined(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }

    @Test
    void interpretedInTurkishInApiaWithOtherCollectorsAndCharsets() throws Exception {
        Map<String, String> here = here();
        List<String> first = joined(
                language("tr-TR"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.timezone=Pacific/Apia");
        List<String> second =
                joined(language("ar-EG"), "-XX:-TieredCompilation", "-XX:+UseZGC", "-Dfile.encoding=ISO-8859-1");
        assertThat(run(HERE, first, 3)).isEqualTo(here);
        assertThat(run(HERE, second, 2)).isEqualTo(here);
    }

    @Test
    @EnabledIfSystemProperty(named = "straits.everywhere", matches = "yes")
    void everyWay() throws Exception {
        Map<String, String> here = here();
        String jdks = System.getProperty("straits.jdks", HERE);
        for (String jdk : jdks.split(File.pathSeparator, -1)) {
            List<List<String>> ways = new ArrayList<>();
            ways.addAll(COMPILERS);
            ways.addAll(COLLECTORS);
            LANGUAGES.forEach(tag -> ways.add(language(tag)));
            ZONES.forEach(zone -> ways.add(List.of("-Duser.timezone=" + zone)));
            CHARSETS.forEach(charset -> ways.add(List.of("-Dfile.encoding=" + charset)));
            for (List<String> way : ways) {
                assertThat(run(jdk, way, 1)).as("%s %s", jdk, way).isEqualTo(here);
            }
            for (int threads : new int[] {2, 3, 16}) {
                assertThat(run(jdk, List.of(), threads))
                        .as("%s, %d threads", jdk, threads)
                        .isEqualTo(here);
            }
        }
    }
}
