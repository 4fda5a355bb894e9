package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.experiments.TwoRules;

/** Regimes in files, named where regimes are. */
final class RegimeFilesTest {

    private static final String MINE = """
            title: A cap of my own
            rules:
              cap: {kind: country_cap, dates: {effective: 2024-01-01}, scope: {destinations: [my]}, cap: 1 TPP}
            """;

    @TempDir
    Path folder;

    private String world = "";

    @BeforeEach
    void writeTheWorld() throws IOException {
        world = Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT).toString();
        write("mine.yaml", MINE);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private Cli run(String... more) {
        return Cli.run(Stream.concat(
                        Stream.of("run", world, "--out", folder.resolve("out").toString()),
                        Stream.of(more).map(each -> each.replace("@", folder + "/")))
                .toArray(String[]::new));
    }

    private List<String> regimesRun() throws IOException {
        return Files.readAllLines(folder.resolve("out/points.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1)[1])
                .toList();
    }

    @Test
    void aFileIsARegimeByItsName() throws IOException {
        Cli cli = run("--regime", "@mine.yaml,licences");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(regimesRun()).containsExactly("free", "licences", "mine");
        assertThat(cli.err()).contains("contrasts are against free, which is run as well");
        assertThat(Files.readString(folder.resolve("out/scenario.yaml"))).contains("title: A cap of my own");
        assertThat(Cli.run("run", folder.resolve("out/scenario.yaml").toString(), "--out", folder + "/again", "-q")
                        .exitCode())
                .isZero();
        assertThat(Folders.hashes(folder.resolve("again"))).isEqualTo(Folders.hashes(folder.resolve("out")));
    }

    /** One regime by itself is compared with nothing, and nothing is said of a reference. */
    @ParameterizedTest
    @CsvSource({"licences", "@mine.yaml"})
    void oneRegimeByItselfIsRunAlone(String regime) throws IOException {
        Cli cli = run("--regime", regime);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(regimesRun()).hasSize(1);
        assertThat(cli.err()).doesNotContain("contrasts are against");
    }

    @Test
    void theReferenceCanBeAnother() throws IOException {
        Cli cli = run("--regime", "licences", "--reference", "@mine.yaml");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(regimesRun()).containsExactly("licences", "mine");
        assertThat(cli.out()).contains("Against mine");
        assertThat(Files.readString(folder.resolve("out/contrasts.csv"))).contains("licences,1,mine");
    }

    @Test
    void aReferenceAloneIsComparedWithAllOfTheScenario() throws IOException {
        assertThat(run("--reference", "licences", "-q").exitCode()).isZero();
        assertThat(regimesRun()).containsExactly("free", "licences");
        assertThat(Files.readString(folder.resolve("out/contrasts.csv"))).contains("free,1,licences");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@none.yaml             | there is no regime file",
                "@My_Own.yaml           | the name of the file is the key of the regime and must be a slug",
                "@us-2023.yaml          | \"us-2023\" is the name of a regime that ships with the program; rename the file",
                "@licences.yaml         | the scenario has a regime \"licences\" of its own; rename the file",
                "@mine.yaml,@b/mine.yaml | both would be the regime \"mine\"; rename one of the files",
                "@faulty.yaml           | faulty.yaml:3:",
                "@latin.yaml            | latin.yaml: is not UTF-8 text",
            })
    void whatIsWrongWithAFileIsToldAndNothingIsWritten(String regimes, String message) throws IOException {
        write("My_Own.yaml", MINE);
        write("us-2023.yaml", MINE);
        write("licences.yaml", MINE);
        write("b/mine.yaml", MINE);
        write("faulty.yaml", MINE.replace("1 TPP}", "1 TPP, capp: 2}"));
        Files.write(folder.resolve("latin.yaml"), new byte[] {'t', ':', ' ', (byte) 0xe4, '\n'});
        Cli cli = run("--regime", regimes);
        assertThat(cli.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(cli.err()).contains(message).doesNotContain("\tat ");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aCountryThatTheScenarioLacksIsWarnedOfWithTheLineOfTheFile() throws IOException {
        write("far.yaml", MINE.replace("[my]", "[my, sg]"));
        Cli cli = run("--regime", "@far.yaml");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.err()).contains("far.yaml:3:").contains("no country \"sg\" in this scenario");
    }
}
