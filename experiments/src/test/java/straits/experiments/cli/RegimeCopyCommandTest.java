package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegimeCopyCommandTest {

    @TempDir
    Path folder;

    private Cli copy(String from, String to, String... more) {
        String[] args = new String[4 + more.length];
        args[0] = "regime";
        args[1] = "copy";
        args[2] = from;
        args[3] = folder.resolve(to).toString();
        System.arraycopy(more, 0, args, 4, more.length);
        return Cli.run(args);
    }

    @Test
    void aCopyThatSetsNothingIsTheFileItself() throws IOException {
        assertThat(copy("us-2023", "mine.yaml").exitCode()).isZero();
        assertThat(folder.resolve("mine.yaml")).hasSameTextualContentAs(Path.of("regimes/us-2023.yaml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules.hardware-licence.scope.min_tpp=2000 TPP | min_tpp: {value: 2000 TPP, low: 2000 TPP, high: 2000 TPP,"
                        + " assumption: 'changed by hand; was 4800 TPP, an assumption: threshold of October 2023",
                "rules.hardware-licence.scope.min_tpp.value=2000 TPP | min_tpp: {value: 2000 TPP, low: 2000 TPP, high: 2000"
                        + " TPP, assumption: 'changed by hand; was 4800 TPP",
                "desk.review_classes.gulf-vietnam.review_time.lognormal.median=40 days | median: {value: 960 h, low: 960 h,"
                        + " high: 960 h, assumption: 'changed by hand; was 150 days, fact F256'}",
                "desk.review_classes.gulf-vietnam.approve={value: 0.7, fact: F250} | approve: {value: 0.7, fact: F250}",
                "desk.reviewers=3 | reviewers: 3",
                "title=Mine | title: Mine",
            })
    void whatIsSetSaysWhereItIsFrom(String setting, String written) throws IOException {
        Cli cli = copy("us-2023", "mine.yaml", "--set", setting);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(Files.readString(folder.resolve("mine.yaml"))).contains(written);
        assertThat(Cli.run("validate", folder.resolve("mine.yaml").toString()).exitCode())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "us-2032 | mine.yaml    | title=x          | did you mean",
                "us-2023 | Mine.yaml    | title=x          | must have a name such as mine.yaml",
                "us-2023 | mine.txt     | title=x          | must have a name such as mine.yaml",
                "us-2023 | open.yaml    | title=x          | is the name of a regime that ships",
                "us-2023 | mine.yaml    | rules.x.kind=cap | rules.x",
                "us-2023 | mine.yaml    | nonsense         | must be path=value",
                "us-2023 | mine.yaml    | desk.reviewer=3  | did you mean",
                "us-2023 | no/mine.yaml | title=x          | there is no folder",
            })
    void whatIsWrongIsToldAndNothingIsWritten(String from, String to, String setting, String message)
            throws IOException {
        Cli cli = copy(from, to, "--set", setting);
        assertThat(cli.exitCode()).isNotZero();
        assertThat(cli.err()).contains(message).doesNotContain("\tat ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatIsThereIsLeftAsItIs() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.yaml"), "mine");
        Cli cli = copy("us-2023", "mine.yaml", "--set", "title=x");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(mine).hasContent("mine");
    }
}
