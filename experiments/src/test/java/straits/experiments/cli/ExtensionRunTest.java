package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.TwoRules;
import straits.experiments.output.Manifest;

/** The extension that the documentation shows, as it is used. */
final class ExtensionRunTest {

    private static final Path PAGE = Path.of("docs/extensions.md");
    private static final Path SOURCE = Path.of("src/test/java/example/ScarcityPrice.java");

    @TempDir
    Path folder;

    private static String shown(String language) throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("```" + language + "\n") + language.length() + 4;
        return page.substring(begin, page.indexOf("```", begin));
    }

    private String world(String policy) throws IOException {
        String text = TwoRules.TEXT.replace("pricing: {policy: utilisation, sensitivity: 0.1}", policy);
        assertThat(text).isNotEqualTo(TwoRules.TEXT);
        return Files.writeString(folder.resolve("world.yaml"), text).toString();
    }

    private Path run(String name, String threads, String policy) throws IOException {
        Path out = folder.resolve(name);
        Cli cli = Cli.run(
                "run", world(policy), "--set", "horizon=30 days", "--threads", threads, "--out", out.toString());
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        return out;
    }

    @Test
    void thePageShowsWhatIsCompiled() throws IOException {
        assertThat(shown("java")).isEqualTo(Files.readString(SOURCE));
    }

    @Test
    void whatThePageShowsRunsToTheSameBytesOnAnyThreads() throws IOException {
        String pricing = shown("yaml").strip();
        Path one = run("one", "1", pricing);
        Path three = run("three", "3", pricing);
        assertThat(Folders.hashes(three)).isEqualTo(Folders.hashes(one));
        Path posted = run("posted", "2", "pricing: {policy: posted}");
        assertThat(Files.readString(posted.resolve("series.csv")))
                .isNotEqualTo(Files.readString(one.resolve("series.csv")));
        assertThat(Manifest.read(posted).extensions()).isEmpty();
    }

    @Test
    void theManifestSaysWhichExtensionItWas() throws IOException {
        Manifest manifest = Manifest.read(run("one", "1", shown("yaml").strip()));
        assertThat(manifest.extensions()).singleElement().satisfies(used -> {
            assertThat(used.name()).isEqualTo("scarcity");
            assertThat(used.implementation()).isEqualTo("example.ScarcityPrice");
            assertThat(used.file()).isEqualTo("ScarcityPrice.class");
            assertThat(used.sha256()).matches("[0-9a-f]{64}");
        });
    }

    @Test
    void faultsOfParametersAreToldLikeAnyOther() throws IOException {
        Cli cli = Cli.run("validate", world("pricing: {policy: scarcity, parameters: {speed: 3}}"));
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.out())
                .contains("providers.east.pricing.parameters.speed: found \"3\"; must be a number from 0.0 to 1.0");
    }
}
