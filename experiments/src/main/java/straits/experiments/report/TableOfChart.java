package straits.experiments.report;

import java.util.ArrayList;
import java.util.List;
import straits.experiments.output.DecimalText;

/**
 * The data of a chart as rows of text: a row per category and series that has a value, numbers in the form of all tables.
 *
 * @param header names of the columns
 * @param rows cells in the order of the header; a number that is missing is empty
 */
public record TableOfChart(List<String> header, List<List<String>> rows) {

    /** Copies the lists. */
    public TableOfChart {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    static TableOfChart of(Chart chart) {
        String x = chart.x().title().isEmpty() ? "category" : chart.x().title();
        List<String> header = List.of(x, "series", chart.y().label(), "low", "high", "q05", "q95", "n");
        List<List<String>> rows = new ArrayList<>();
        for (int at = 0; at < chart.x().categories().size(); at++) {
            for (Series series : chart.series()) {
                Estimate value = series.values().get(at);
                if (!value.missing()) {
                    rows.add(row(chart.x().categories().get(at), series.name(), value));
                }
            }
        }
        return new TableOfChart(header, rows);
    }

    private static List<String> row(String category, String series, Estimate value) {
        return List.of(
                category,
                series,
                text(value.value()),
                text(value.interval().low()),
                text(value.interval().high()),
                text(value.spread().low()),
                text(value.spread().high()),
                Integer.toString(value.n()));
    }

    private static String text(double value) {
        return Double.isFinite(value) ? DecimalText.of(value) : "";
    }
}
