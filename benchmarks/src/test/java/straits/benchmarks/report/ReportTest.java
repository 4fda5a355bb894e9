package straits.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    @TempDir
    private Path folder = Path.of("");

    private static String hold(String contestant, int pending, int nanos) {
        return """
                {"benchmark": "straits.benchmarks.frequent.HoldBenchmark.hold", "vmName": "VM", "vmVersion": "17",
                 "jmhVersion": "1.37", "jvmArgs": ["-Xmx3g", "-Dthis.is=left.out"],
                 "params": {"contestant": "%s", "pending": "%d", "increments": "EXPONENTIAL", "cancelledPercent": "0"},
                 "primaryMetric": {"score": %d, "rawData": [[%d, %d], [%d]]}, "secondaryMetrics": {}}""".formatted(contestant, pending, nanos, nanos - 2, nanos, nanos + 1);
    }

    private static String metering(String queue, int fingerprint) {
        return """
                {"benchmark": "straits.benchmarks.targeted.MeteringBenchmark.meter",
                 "params": {"leases": "10000", "queue": "%s"},
                 "primaryMetric": {"score": 10, "rawData": [[10]]},
                 "secondaryMetrics": {"fingerprint": {"score": 99, "rawData": [[%d, %d]]}}}""".formatted(queue, fingerprint, fingerprint);
    }

    private static Results results(String... rows) {
        return Results.of(JsonMapper.shared().readTree("[" + String.join(",", rows) + "]"));
    }

    @Test
    void ratiosAreAgainstSsjsDefaultListAndTheBestOfTheExact() {
        String text = new Report(results(
                        hold("STRAITS", 10_000, 50),
                        hold("SSJ_SPLAY_TREE", 10_000, 600),
                        hold("PRIORITY_QUEUE", 10_000, 200),
                        hold("SSJ_HENRIKSEN", 10_000, 300),
                        hold("AGRONA_TIMER_WHEEL", 10_000, 100)))
                .text();

        assertThat(text)
                .contains("VM 17, JMH 1.37, -Xmx3g.\n")
                .contains("| hold model, 10,000 pending, against SSJ's default list | 10x | 18x | 12x | yes |")
                .contains(
                        "| hold model, 10,000 pending, against the best other exact-order queue | 3x | 6x | 4x | yes |")
                .contains("| hold model, 100 pending, against SSJ's default list | 3.5x | 6x | - | not measured |")
                .contains("| straits | - | - | 50 | - | - |")
                .contains("| exponential | -, - | -, - | 12x, 4x | -, - | -, - |")
                .contains("at most 4 %")
                .doesNotContain("### Metering", "### Growth");
    }

    @Test
    void queuesThatMeterDifferentlyAreRefused() {
        Results same = results(metering("STRAITS", 7), metering("SSJ", 7), metering("SSJ_REFERENCE", 7));
        Results different = results(metering("STRAITS", 7), metering("SSJ", 8));

        assertThat(new Report(same).text()).contains("| 10,000 | 100 | 100 | 100 | 1x |");
        assertThatThrownBy(() -> new Report(different))
                .hasMessageContaining("metering of 10000 leases: 2 different outcomes");
    }

    @ParameterizedTest
    @CsvSource({"NaN, not measured", "1.99, no: 0.995x of it", "2, yes", "3.99, yes", "4, stretch"})
    void moreIsBetter(double reached, String verdict) {
        assertThat(Target.ratio("work", 2, 4, reached).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"NaN, not measured", "0.011, no: 1.1x of it", "0.01, yes", "0, stretch"})
    void lessIsBetter(double reached, String verdict) {
        assertThat(Target.atMost("work", 0.01, 0, " bytes", reached).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0", "0.0123456 | 0.0123", "1.5 | 1.5", "123.6 | 124", "1234567 | 1,230,000", "NaN | -"})
    void numbersHaveThreeDigits(double value, String text) {
        assertThat(Markdown.number(value)).isEqualTo(text);
    }

    @Test
    void onlyWhatStandsBetweenTheMarksOfTheReadmeIsReplaced() throws IOException {
        Path readme = folder.resolve("README.md");
        Files.writeString(readme, "before\n<!-- results: begin -->\nold\n<!-- results: end -->\nafter\n");

        new Readme(readme).replace("new\n");

        assertThat(readme).hasContent("before\n<!-- results: begin -->\nnew\n<!-- results: end -->\nafter\n");
    }

    @Test
    void aReadmeWithoutMarksIsLeftAlone() throws IOException {
        Path readme = Files.writeString(folder.resolve("README.md"), "text\n");

        assertThatThrownBy(() -> new Readme(readme).replace("new\n")).hasMessageContaining("results: begin");
        assertThat(readme).hasContent("text\n");
    }
}
