package straits.experiments.report;

import java.util.List;

/**
 * A part of the report.
 *
 * @param id anchor
 * @param title heading
 * @param charts charts that have values
 * @param sheets tables beside those of the charts
 */
public record Section(String id, String title, List<Chart> charts, List<Sheet> sheets) {

    /** Copies the lists; charts and tables with nothing in them are left out. */
    public Section {
        charts = charts.stream().filter(Chart::hasValues).toList();
        sheets = sheets.stream().filter(sheet -> !sheet.lines().isEmpty()).toList();
    }

    boolean isEmpty() {
        return charts.isEmpty() && sheets.isEmpty();
    }
}
