package straits.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What ships, by its licences, as the build lists it from the POMs of the libraries. */
final class LicencesTest {

    /** Licences under which a library may come beside Apache-2.0 code, in a jar of its own. */
    private static final Set<String> COMPATIBLE = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CDDL-1.1 or GPL-2.0-only with Classpath-exception-2.0",
            "EPL-2.0",
            "MIT",
            "MPL-2.0 (fonts: OFL-1.1)",
            "public domain",
            "public domain and Sun's terms for classes of its JDK");

    /** Required by SSJ; its licence is none of the usual ones: see THIRD-PARTY.txt. */
    private static final String COLT = "colt:colt:1.2.0";

    private static List<String> made() throws IOException {
        return Files.readAllLines(Path.of("target", "THIRD-PARTY.txt"));
    }

    private static Stream<String[]> libraries() throws IOException {
        return made().stream().filter(line -> line.contains(" | ")).map(line -> line.split(" \\| ", 2));
    }

    @Test
    void theListOfTheRepositoryIsUpToDate() throws IOException {
        assertThat(made())
                .as(
                        "cp experiments/target/THIRD-PARTY.txt THIRD-PARTY.txt, once the licences of what is new are looked at")
                .hasSizeGreaterThan(20)
                .isEqualTo(Files.readAllLines(Path.of("..", "THIRD-PARTY.txt")));
    }

    @Test
    void everyLibraryHasACompatibleLicence() throws IOException {
        assertThat(libraries().filter(library -> !library[0].equals(COLT)))
                .allSatisfy(library -> assertThat(compatible(library[1]))
                        .as("%s is under %s", library[0], library[1])
                        .isTrue());
    }

    @Test
    void aLicenceThatIsNotCompatibleIsSeen() {
        assertThat(Stream.of("GPL-3.0", "Unknown license", "GPL-3.0 / EPL-2.0", ""))
                .noneMatch(LicencesTest::compatible);
    }

    private static boolean compatible(String licences) {
        return Stream.of(licences.split(" / ")).allMatch(COMPATIBLE::contains);
    }
}
