package straits.experiments.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What fuzzing has found, once more: each file of {@code src/test/resources/fuzz} made a reader neither read nor refuse it when it was
 * found; the folder names the target. {@code simulator/docs/hostile-input.md} says how to find more.
 */
final class FoundByFuzzingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void isReadOrRefused(Target target) throws IOException {
        List<Path> found = found(target);
        if (found.isEmpty()) {
            return;
        }
        Target.Reader reader = target.in(folder);
        for (Path file : found) {
            byte[] bytes = Files.readAllBytes(file);
            assertThatCode(() -> reader.read(bytes)).as(file.toString()).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SCENARIO", "SETTING", "DATA", "JOBS"})
    void everyTargetTakesNothingAndNonsense(Target target) throws IOException {
        Target.Reader reader = target.in(folder);
        for (String nonsense : List.of("", "\0", "a: [", "\uFEFF{}", "x=1\n=")) {
            byte[] bytes = nonsense.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            assertThatCode(() -> reader.read(bytes)).as(nonsense).doesNotThrowAnyException();
        }
        assertThat(folder).isNotEmptyDirectory();
    }

    private static List<Path> found(Target target) throws IOException {
        Path home = Path.of("src/test/resources/fuzz", target.key());
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home)) {
            return files.sorted().toList();
        }
    }
}
