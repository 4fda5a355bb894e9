package straits.experiments.figures;

import java.util.List;
import straits.experiments.analysis.Interval;
import straits.experiments.figures.Canvas.Anchor;
import straits.experiments.report.Chart;
import straits.experiments.report.Estimate;
import straits.experiments.report.Mark;
import straits.experiments.report.Palette;
import straits.experiments.report.Series;

/** Categories below each other, values to the right: points with their intervals, or bars from zero. */
final class RowsPlot implements Plot {

    private static final double PER_SERIES = 16;
    private static final double AROUND = 10;
    private static final double BELOW = 44;
    private static final double GAP = 6;
    private static final double RADIUS = 4;
    private static final double LINE = 2;
    private static final double WHISKER = 4;
    private static final double WIDEST_NAME = 250;
    private static final int MOST_TICKS = 6;

    private final Chart chart;
    private final Theme theme;
    private final Ticks ticks;
    private final boolean bars;

    RowsPlot(Chart chart, Theme theme) {
        this.chart = chart;
        this.theme = theme;
        bars = chart.kind() == Chart.Kind.TORNADO;
        ticks = bars ? Extent.ticksFromZero(chart, MOST_TICKS) : Extent.ticks(chart, MOST_TICKS);
    }

    private List<String> names() {
        return chart.x().categories();
    }

    private double rowHeight() {
        return AROUND + PER_SERIES * Math.max(1, chart.series().size());
    }

    /** Names of marks stand above the rows. */
    private double above() {
        return chart.marks().isEmpty() ? 0 : theme.note().size() + GAP;
    }

    @Override
    public double height() {
        return above() + rowHeight() * names().size() + BELOW;
    }

    @Override
    public void draw(Canvas canvas, Place place) {
        double widest = TextWidths.widest(names().stream(), theme.text());
        double left = place.left() + Math.min(widest, WIDEST_NAME) + 2 * GAP;
        Field field = new Field(left, place.top() + above(), place.right() - 3 * GAP);
        ticks.values().forEach(value -> tick(canvas, field, value));
        for (int row = 0; row < names().size(); row++) {
            row(canvas, field, row);
        }
        if (bars) {
            canvas.line(Plot.straight(field.x(0), field.top, field.x(0), field.bottom()), theme.ink(), 1, false);
        }
        chart.marks().forEach(mark -> mark(canvas, field, mark));
        canvas.text(
                (field.left + field.right) / 2,
                field.bottom() + 2 * (GAP + theme.text().size()),
                Anchor.MIDDLE,
                theme.text(),
                chart.y().label());
    }

    /** Where the values are drawn. */
    private final class Field {
        final double left;
        final double top;
        final double right;

        Field(double left, double top, double right) {
            this.left = left;
            this.top = top;
            this.right = right;
        }

        double bottom() {
            return top + rowHeight() * names().size();
        }

        double x(double value) {
            return left + (right - left) * ticks.share(value);
        }

        double y(int row, int series) {
            return top + row * rowHeight() + AROUND / 2 + (series + 0.5) * PER_SERIES;
        }
    }

    private void tick(Canvas canvas, Field field, double value) {
        double x = field.x(value);
        canvas.line(Plot.straight(x, field.top, x, field.bottom()), theme.pale(), 1, false);
        canvas.text(x, field.bottom() + GAP + theme.text().size(), Anchor.MIDDLE, theme.text(), ticks.text(value));
    }

    private void row(Canvas canvas, Field field, int row) {
        double middle = field.top + (row + 0.5) * rowHeight();
        String name = TextWidths.cut(names().get(row), theme.text(), WIDEST_NAME);
        canvas.text(field.left - GAP, middle + theme.text().size() / 3, Anchor.END, theme.text(), name);
        for (int each = 0; each < chart.series().size(); each++) {
            Series series = chart.series().get(each);
            Estimate value = series.values().get(row);
            if (!value.missing()) {
                value(canvas, field, field.y(row, each), value, series.colour());
            }
        }
    }

    private void value(Canvas canvas, Field field, double y, Estimate value, int place) {
        String colour = value.grey() ? Palette.GREY : theme.colour(place);
        if (bars) {
            double from = Math.min(field.x(0), field.x(value.value()));
            double width = Math.abs(field.x(value.value()) - field.x(0));
            canvas.rectangle(from, y - PER_SERIES * 0.4, width, PER_SERIES * 0.8, colour);
            interval(canvas, field, y, value.interval(), theme.ink());
        } else {
            interval(canvas, field, y, value.interval(), colour);
            canvas.dot(field.x(value.value()), y, RADIUS, colour);
        }
    }

    private static void interval(Canvas canvas, Field field, double y, Interval interval, String colour) {
        if (!interval.missing()) {
            double low = field.x(interval.low());
            double high = field.x(interval.high());
            canvas.line(Plot.straight(low, y, high, y), colour, LINE, false);
            canvas.line(Plot.straight(low, y - WHISKER, low, y + WHISKER), colour, LINE, false);
            canvas.line(Plot.straight(high, y - WHISKER, high, y + WHISKER), colour, LINE, false);
        }
    }

    private void mark(Canvas canvas, Field field, Mark mark) {
        double x = field.x(mark.value());
        canvas.line(Plot.straight(x, field.top, x, field.bottom()), theme.ink(), 1, true);
        boolean rightHalf = x > (field.left + field.right) / 2;
        canvas.text(x, field.top - GAP / 2, rightHalf ? Anchor.END : Anchor.START, theme.note(), mark.name());
    }
}
