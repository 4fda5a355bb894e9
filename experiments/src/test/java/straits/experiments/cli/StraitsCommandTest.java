package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.TwoRules;
import straits.scenario.file.ScenarioSchema;

final class StraitsCommandTest {

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void saysItsVersion() {
        Cli cli = Cli.run("--version");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).startsWith("straits ");
        assertThat(cli.err()).isEmpty();
        assertThat(Cli.run("run", "--version").out()).isEqualTo(cli.out());
    }

    @Test
    void explainsItselfOnTheErrorStreamWithoutACommand() {
        Cli cli = Cli.run();
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).contains("Missing command", "Usage: straits", "run", "list", "show", "validate");
    }

    @Test
    void listsWhatShips() {
        Cli cli = Cli.run("list");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out())
                .containsSubsequence(
                        "seven-billion  ",
                        " Could 7 billion USD",
                        "stress ",
                        "Experiments",
                        "assumptions-screen ",
                        "Regimes",
                        "open ",
                        "us-2023 ");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void showsTheFileItself() throws IOException {
        assertThat(Cli.run("show", "stress").out()).isEqualTo(Files.readString(Path.of("scenarios/stress.yaml")));
        assertThat(Cli.run("show", "us-2023").out()).isEqualTo(Files.readString(Path.of("regimes/us-2023.yaml")));
    }

    @Test
    void printsASchemaForEditors() {
        assertThat(Cli.run("schema").out())
                .isEqualTo(ScenarioSchema.ofScenarios().stripTrailing() + "\n");
        assertThat(Cli.run("schema", "regime").out())
                .isEqualTo(ScenarioSchema.ofRegimes().stripTrailing() + "\n");
        assertThat(Cli.run("schema", "--experiment").out())
                .isEqualTo(Cli.run("schema", "experiment").out())
                .contains("Straits experiment", "latin_hypercube");
        Cli cli = Cli.run("schema", "world");
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains("SCENARIO, REGIME");
    }

    @Test
    void anUnknownNameIsAnsweredByANearOneAndTheList() {
        for (String command : new String[] {"run", "show", "validate"}) {
            Cli cli = Cli.run(command, "sevn-billion");
            assertThat(cli.exitCode()).isEqualTo(2);
            assertThat(cli.out()).isEmpty();
            assertThat(cli.err())
                    .contains("\"sevn-billion\"", "did you mean \"seven-billion\"?", "straits list")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void badOptionsAreAnsweredByWhatIsAllowed() {
        assertBad("1 or more", "run", "stress", "--threads", "0");
        assertBad("LADDER, SSJ", "run", "stress", "--engine", "steam");
        assertBad("path=value", "run", "stress", "--set", "horizon");
        assertBad("NAME|FILE", "run");
    }

    private static void assertBad(String message, String... args) {
        Cli cli = Cli.run(args);
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).contains(message).doesNotContain("Exception");
    }

    @Test
    void validateSumsUpWhatASoundFileHolds() throws IOException {
        Cli cli = Cli.run("validate", file("a.yaml", TwoRules.TEXT), "us-2023");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out())
                .contains(
                        "a.yaml: scenario \"two-rules\": 2 providers, 2 sites, 2 countries, 1 chip, 1 tenant class, "
                                + "1 anchor tenant, 2 deliveries; regimes free, licences\n",
                        "us-2023: regime \"Hardware licences for the Gulf and Vietnam, as in 2025\": 1 rule, "
                                + "1 review class\n");
    }

    @Test
    void validateNamesEveryFaultOfEveryFileWithItsPlace() throws IOException {
        String one = file("one.yaml", TwoRules.TEXT.replace("horizon: 70 days", "horizon: 70 dogs"));
        String two = file(
                "two.yaml", TwoRules.TEXT.replace("tpp: 15832 TPP", "tpp: many").replace("home: CN", "hoome: CN"));
        Cli cli = Cli.run("validate", one, two, "stress");
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.out())
                .contains(
                        one + ":7:10 horizon: ",
                        one + ": 1 fault\n",
                        two + ":21:10 chips.h100.tpp: ",
                        "anchors.big.hoome: unknown key \"hoome\"; did you mean \"home\"?",
                        "stress: scenario \"stress\"");
    }

    @Test
    void validateChecksRegimeFilesByThemselves() throws IOException {
        Cli cli = Cli.run("validate", file("r.yaml", "title: T\nrules: {r: {kind: tax}}\n"));
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.out()).contains("r.yaml:2:", "rules.r").doesNotContain("chips");
    }
}
