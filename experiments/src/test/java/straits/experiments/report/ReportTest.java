package straits.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.TwoRules;
import straits.experiments.analysis.MeanEstimate;
import straits.experiments.design.Experiment;
import straits.experiments.verification.Score;
import straits.experiments.verification.Scorecard;
import straits.scenario.LoadedScenario;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;

/** What is computed from tables, held to tables written by hand. */
final class ReportTest {

    private static final String OUTCOMES = "point,regime,replication,status,stop_reason\n";

    @TempDir
    Path folder;

    private final Experiment experiment = TwoRules.experiment();

    private Report report() {
        return Report.of(folder, experiment);
    }

    /** What is shown of a page, without its scripts. */
    private static String shown(Report report) {
        String html = report.html();
        return html.substring(0, html.indexOf("<script"));
    }

    private void table(String name, String header, List<String> rows) throws IOException {
        Files.writeString(folder.resolve(name), header + "\n" + String.join("\n", rows) + "\n");
    }

    private void outcomes(int replications) throws IOException {
        StringBuilder rows = new StringBuilder(OUTCOMES);
        for (int point = 0; point < experiment.points().size(); point++) {
            for (int replication = 0; replication < replications; replication++) {
                rows.append(
                        point + "," + experiment.points().get(point).regime() + "," + replication + ",ok,horizon\n");
            }
        }
        Files.writeString(folder.resolve("outcomes.csv"), rows);
    }

    private Chart chart(String id) {
        return report().charts().stream()
                .filter(chart -> chart.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Revenue and hours of a class in two months and three replications; the price is a ratio of totals. */
    @Test
    void aPriceIsTheRatioOfTotalsOverReplicationsWithItsInterval() throws IOException {
        outcomes(3);
        table(
                "classes.csv",
                "point,regime,replication,period_start,class,revenue_usd,h100e_hours,margin_usd",
                List.of(
                        "0,x,0,2025-01-01,local,20.0,10.0,1.0",
                        "0,x,1,2025-01-01,local,30.0,10.0,1.0",
                        "0,x,2,2025-01-01,local,90.0,30.0,1.0"));
        Estimate price = chart("price-tier").series().get(0).values().get(0);
        assertThat(price.value()).isEqualTo(140.0 / 50.0);
        assertThat(price.n()).isEqualTo(3);
        assertThat(price.interval().covers(2.8)).isTrue();
        assertThat(price.spread().missing()).isTrue();
    }

    /** Needed 100, of which 20 were unfilled at reviews and 60 held: the other 20 came up between them. */
    @Test
    void whatIsShownAsHeldWasHeld() throws IOException {
        outcomes(2);
        String tenant = Objects.requireNonNull(experiment.scenario().question()).tenant();
        List<String> levels = new ArrayList<>();
        List<String> needs = new ArrayList<>();
        for (int replication = 0; replication < 2; replication++) {
            String key = "0,x," + replication + ",2025-01-01," + tenant;
            levels.add(key + ",60.0,100.0");
            needs.add(key + ",74400.0,14880.0,0.0,1.0");
        }
        table("tenants.csv", "point,regime,replication,period_start,tenant,h100e,need_h100e", levels);
        table(
                "binding.csv",
                "point,regime,replication,period_start,tenant,need_h100e_hours,unfilled_h100e_hours,"
                        + "short_of_money_h100e_hours,chips_fraction",
                needs);

        List<Series> bands = chart("binding-1").drawn().series();
        assertThat(bands.stream().map(Series::name)).containsExactly("held", "between reviews", "stopped by chips");
        assertThat(bands.stream().map(band -> band.values().get(0).value())).containsExactly(60.0, 20.0, 20.0);
    }

    /** A replication without a row counts as nothing, not as absent. */
    @Test
    void amountsOfReplicationsWithoutARowAreZero() throws IOException {
        outcomes(4);
        table(
                "unmet.csv",
                "point,regime,replication,period_start,tenant,outcome,requests,h100e_hours",
                List.of("0,x,0,2025-01-01,t,denied,1,4000000.0", "0,x,2,2025-01-01,t,denied,1,8000000.0"));
        Estimate denied = chart("demand-months").series().get(0).values().get(0);
        MeanEstimate exact = MeanEstimate.of(new double[] {4, 0, 8, 0});
        assertThat(denied.value()).isEqualTo(exact.mean(), within(1e-12));
        assertThat(denied.interval().low()).isEqualTo(exact.interval95().low(), within(1e-12));
        assertThat(denied.n()).isEqualTo(4);
    }

    @Test
    void quantilesAreDrawnOnlyFromEnoughReplications() {
        assertThat(Estimate.mean(new double[71]).spread().missing()).isTrue();
        double[] values = new double[101];
        java.util.Arrays.setAll(values, i -> i);
        assertThat(Estimate.mean(values).spread().low()).isEqualTo(5.0, within(1e-12));
        assertThat(Estimate.mean(values).spread().high()).isEqualTo(95.0, within(1e-12));
    }

    @Test
    void aDifferenceWhoseIntervalCoversZeroIsGrey() throws IOException {
        outcomes(3);
        table(
                "contrasts.csv",
                "point,regime,answer,category,n,mean_difference,simultaneous_low,simultaneous_high,differs",
                List.of("1,x,anchor_mean_h100e,,3,-5.0,-9.0,2.0,false"));
        Estimate difference = chart("held-differences").series().get(0).values().get(0);
        assertThat(difference.grey()).isTrue();
        assertThat(shown(report())).contains("class=\"grey\"");
        table(
                "contrasts.csv",
                "point,regime,answer,category,n,mean_difference,simultaneous_low,simultaneous_high,differs",
                List.of("1,x,anchor_mean_h100e,,3,-5.0,-9.0,-2.0,true"));
        assertThat(chart("held-differences").series().get(0).values().get(0).grey())
                .isFalse();
    }

    @Test
    void failedReplicationsStandOnTopAndInNoMean() throws IOException {
        Files.writeString(
                folder.resolve("outcomes.csv"),
                OUTCOMES
                        + "0,x,0,ok,horizon\n0,x,1,failed,the queue <overflowed>\n1,y,0,ok,horizon\n1,y,1,ok,horizon\n");
        Report report = report();
        assertThat(report.warnings().get(0)).startsWith("1 of 4 replications failed");
        assertThat(shown(report)).contains("the queue &lt;overflowed&gt;").doesNotContain("<overflowed>");
    }

    /** The table under a chart holds the very numbers, and everything it has. */
    @Test
    void thePageHoldsEveryNumberOfEveryChart() throws IOException {
        outcomes(3);
        table(
                "classes.csv",
                "point,regime,replication,period_start,class,revenue_usd,h100e_hours,margin_usd",
                List.of("0,x,0,2025-01-01,local,20.0,7.0,1.0", "1,x,1,2025-01-01,local,31.0,11.0,1.0"));
        Report report = report();
        String html = shown(report);
        List<String> cells = new ArrayList<>();
        report.charts().forEach(chart -> chart.table().rows().forEach(row -> cells.add(row.get(2))));
        assertThat(cells).isNotEmpty().allSatisfy(cell -> assertThat(html).contains("<td data-v=\"" + cell + "\">"));
        assertThat(html).contains("data-v=\"2.857142857142857\"");
    }

    @Test
    void theScorecardSaysWhatItsIntervalsAre() throws IOException {
        outcomes(2);
        Sheet card = report().sections().stream()
                .flatMap(section -> section.sheets().stream())
                .filter(sheet -> sheet.id().equals("scorecard"))
                .findFirst()
                .orElseThrow();
        String level = Score.TABLE.columns().stream()
                .filter(column -> column.name().equals("low"))
                .findFirst()
                .orElseThrow()
                .meaning()
                .replaceAll(".*?(\\d+\\.\\d+ %).*", "$1");
        assertThat(card.note()).contains(level + " interval").contains("149 of 149 outputs pass");
        assertThat(card.lines()).hasSize(Scorecard.shipped().size());
    }

    @Test
    void theSameTablesGiveTheSamePage() throws IOException {
        outcomes(2);
        assertThat(report().html()).isEqualTo(report().html());
    }

    @Test
    void aTitleCannotRunInABrowser() throws IOException {
        String text = TwoRules.TEXT.replaceFirst("(?m)^title: .*$", "title: '</script><img src=x onerror=alert(1)>'");
        LoadedScenario hostile =
                ScenarioReader.read("hostile.yaml", text, RegimeLibrary.NONE).orThrow();
        outcomes(2);
        String html = shown(Report.of(folder, new Experiment(hostile, text, "test")));
        assertThat(html)
                .contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img")
                .contains("default-src 'none'");
    }

    @Test
    void thePageFetchesNothing() throws IOException {
        outcomes(2);
        assertThat(shown(report()))
                .contains("default-src 'none'")
                .doesNotContainPattern("<(link|img|iframe|object|video|base)[^>]+(src|href|data)=\"(?!data:)");
        assertThat(report().html()).doesNotContain("<script src");
    }

    @Test
    void whatCannotBeBelowZeroIsNotDrawnThereAndWhatIsNothingIsNotDrawn() {
        Series some =
                new Series("some", 0, List.of(Estimate.of(1, new straits.experiments.analysis.Interval(-1, 3), 2)));
        Series none = new Series("none", 1, List.of(Estimate.of(0, 2)));
        Chart chart = new Chart(
                "bars",
                "Bars",
                Chart.Kind.STACKED_BARS,
                Axis.of("", List.of("a")),
                Axis.ofAmounts("share", "%"),
                List.of(some, none),
                List.of(),
                "",
                "");
        assertThat(chart.drawn().series()).extracting(Series::name).containsExactly("some");
        assertThat(chart.drawn().series().get(0).values().get(0).interval().low())
                .isZero();
        assertThat(chart.table().rows()).hasSize(2);
    }

    @Test
    void oneComparisonIsSpokenOfAsOne() {
        assertThat(AnswerCharts.differenceNote(1))
                .contains("the interval holds")
                .doesNotContain("all 1");
        assertThat(Numbers.most(3, 3, "quotas")).isEmpty();
        assertThat(Numbers.most(3, 4, "quotas")).isEqualTo("The 3 of 4 quotas. ");
    }
}
