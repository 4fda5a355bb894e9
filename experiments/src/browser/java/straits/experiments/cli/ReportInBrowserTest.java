package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.experiments.TwoRules;

/**
 * The report as a reader meets it, in a real browser without a network. The run is a small one, or that of the folder named by
 * {@code -Dstraits.run=DIR}. Pictures go to {@code target/screens}.
 */
final class ReportInBrowserTest {

    private static final int PHONE = 390;
    private static final int DESKTOP = 1280;

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Browser browser;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Path run;

    @BeforeAll
    static void runAndStart() throws IOException {
        String given = System.getProperty("straits.run", "");
        run = given.isEmpty() ? smallRun() : Path.of(given).toAbsolutePath();
        Files.createDirectories(Path.of("target/screens"));
        Files.createDirectories(folder.resolve("downloads"));
        browser = new Browser(folder.resolve("downloads"));
    }

    private static Path smallRun() throws IOException {
        Path world = Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT);
        Path out = folder.resolve("run");
        Cli cli = Cli.run("run", world.toString(), "--replications", "80", "--out", out.toString());
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        return out;
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    private static void open(int width, boolean dark) {
        browser.open(run.resolve("report.html"), width, dark);
    }

    @ParameterizedTest
    @CsvSource({"390,false", "390,true", "1280,false", "1280,true"})
    void everyChartIsDrawnAndNothingIsComplainedOf(int width, boolean dark) throws IOException {
        open(width, dark);
        assertThat(browser.complaints()).isEmpty();
        long charts = (Long) browser.eval("document.querySelectorAll('figure.chart').length");
        assertThat(charts).isGreaterThan(8);
        assertThat(browser.eval("document.documentElement.dataset.drawn")).isEqualTo(Long.toString(charts));
        assertThat(browser.eval("[...document.querySelectorAll('figure.chart')].filter(f => !(f.querySelectorAll('svg path').length > 3"
                        + " && f.querySelector('svg').getBoundingClientRect().height > 60)).map(f => f.id).join()"))
                .isEqualTo("");
        assertThat(browser.eval("document.documentElement.scrollWidth <= innerWidth"))
                .as("no scrolling sideways")
                .isEqualTo(true);
        String ground = (String) browser.eval("getComputedStyle(document.body).backgroundColor");
        assertThat(ground).isEqualTo(dark ? "rgb(20, 23, 27)" : "rgb(255, 255, 255)");
        String name = "report-" + (width == PHONE ? "phone" : "desktop") + (dark ? "-dark" : "-light") + ".png";
        browser.picture(Path.of("target/screens", name), width, width == PHONE ? 1500 : 1150);
    }

    /** The page asks nobody: its policy forbids it, and a request would be a line of the console. */
    @Test
    void nothingIsFetched() {
        open(DESKTOP, false);
        assertThat(browser.eval("performance.getEntriesByType('resource').filter(e => !e.name.startsWith('data:')).length"))
                .isEqualTo(0L);
        assertThat(browser.eval("fetch('https://example.org').then(() => 'fetched', () => 'refused')"))
                .isEqualTo("refused");
        browser.complaints();
    }

    @Test
    void tablesAreThoseOfTheRun() throws IOException {
        open(DESKTOP, false);
        List<NamedCsvRecord> contrasts = csv(run.resolve("contrasts.csv"))
                .filter(row -> row.getField("answer").equals("anchor_mean_h100e"))
                .toList();
        List<?> shown = (List<?>) browser.eval("[...document.querySelectorAll('#held-differences tbody tr')]"
                + ".map(r => [2, 3, 4].map(c => r.cells[c].dataset.v || '').join())");
        assertThat(contrasts).isNotEmpty();
        List<String> expected = contrasts.stream()
                .map(row -> row.getField("mean_difference") + "," + row.getField("simultaneous_low") + ","
                        + row.getField("simultaneous_high"))
                .toList();
        assertThat(shown).map(String::valueOf).containsExactlyInAnyOrderElementsOf(expected);
        List<?> means = (List<?>)
                browser.eval("[...document.querySelectorAll('#answers td[data-v]')].map(c => Number(c.dataset.v).toString())");
        List<Double> all = csv(run.resolve("summary.csv"))
                .map(row -> row.getField("mean"))
                .filter(mean -> !mean.isEmpty())
                .map(Double::valueOf)
                .toList();
        assertThat(means).isNotEmpty().allSatisfy(mean -> assertThat(all).contains(Double.valueOf(String.valueOf(mean))));
    }

    private static Stream<NamedCsvRecord> csv(Path file) throws IOException {
        return CsvReader.builder().ofNamedCsvRecord(file).stream();
    }

    @Test
    void aSeriesIsSwitchedOffByTheKeyboardAndItsDataIsSaved() throws Exception {
        open(DESKTOP, false);
        String figure = "document.querySelector('#held-gpus')";
        long before = (Long) browser.eval(figure + ".querySelectorAll('svg path').length");
        assertThat(browser.eval("(b => { b.focus(); b.click(); return document.activeElement === b && b.getAttribute('aria-pressed'); })("
                        + figure + ".querySelector('.legend button'))"))
                .isEqualTo("false");
        assertThat((Long) browser.eval(figure + ".querySelectorAll('svg path').length"))
                .isLessThan(before);
        browser.eval(figure + ".querySelector('button.csv').click()");
        Path saved = folder.resolve("downloads/held-gpus.csv");
        for (int tries = 0; tries < 300 && !Files.exists(saved); tries++) {
            Thread.sleep(100);
        }
        assertThat(Files.readString(saved)).startsWith("month,series,\"held, time average, GPUs\",low,high,q05,q95,n\n");
    }

    @Test
    void itPrintsInBlackOnWhiteWithinThePaper() {
        open(DESKTOP, true);
        browser.media("print", true);
        assertThat(browser.eval("getComputedStyle(document.body).backgroundColor")).isEqualTo("rgb(255, 255, 255)");
        assertThat(browser.eval("getComputedStyle(document.querySelector('nav')).display"))
                .isEqualTo("none");
        byte[] pdf = browser.pdf();
        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(pdf.length).isGreaterThan(20_000);
        assertThat(browser.complaints()).isEmpty();
    }

    /** The pictures of the documentation. */
    @Test
    void picturesOfTheAnswer() throws IOException {
        open(DESKTOP, false);
        browser.picture(Path.of("target/screens/report-held.png"), "#held-h100e");
        browser.picture(Path.of("target/screens/report-binding.png"), "#binding-1");
        assertThat(Objects.requireNonNull(Path.of("target/screens").toFile().list())).contains("report-held.png");
    }
}
