package straits.experiments.figures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import straits.experiments.analysis.Interval;
import straits.experiments.figures.Canvas.Anchor;
import straits.experiments.figures.Canvas.Spot;
import straits.experiments.report.Chart;
import straits.experiments.report.Estimate;
import straits.experiments.report.Mark;
import straits.experiments.report.Series;

/** Categories from left to right, values upwards: lines with bands, or bars upon each other. */
final class ColumnsPlot implements Plot {

    private static final double HEIGHT = 280;
    private static final double BELOW = 44;
    private static final double GAP = 6;
    private static final double BAR_SHARE = 0.78;
    private static final double LINE = 2;
    private static final double HAIR = 0.7;
    private static final double BAND = 0.28;
    private static final double PALE_BAND = 0.13;
    private static final int MOST_TICKS = 6;

    private final Chart chart;
    private final Theme theme;
    private final Ticks ticks;
    private final boolean stacked;

    ColumnsPlot(Chart chart, Theme theme) {
        this.chart = chart;
        this.theme = theme;
        stacked = chart.kind() == Chart.Kind.STACKED_BARS;
        ticks = stacked ? Extent.ticksOfSums(chart, MOST_TICKS) : Extent.ticks(chart, MOST_TICKS);
    }

    @Override
    public double height() {
        return HEIGHT + BELOW;
    }

    @Override
    public void draw(Canvas canvas, Place place) {
        double widest = TextWidths.widest(ticks.values().stream().map(ticks::text), theme.text());
        Field field = new Field(place.left() + theme.text().size() + widest + 3 * GAP, place.top(), place.right());
        canvas.upwards(
                place.left() + theme.text().size(),
                place.top() + HEIGHT / 2,
                theme.text(),
                chart.y().label());
        ticks.values().forEach(value -> tick(canvas, field, value));
        labels(canvas, field);
        for (int each = 0; each < chart.series().size(); each++) {
            if (stacked) {
                bars(canvas, field, each);
            } else {
                bands(canvas, field, chart.series().get(each));
            }
        }
        if (!stacked) {
            chart.series().forEach(series -> line(canvas, field, series));
        }
        chart.marks().forEach(mark -> mark(canvas, field, mark));
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

        double step() {
            return (right - left) / Math.max(1, chart.x().categories().size());
        }

        double x(int category) {
            return left + (category + 0.5) * step();
        }

        double y(double value) {
            return top + HEIGHT * (1 - ticks.share(value));
        }
    }

    private void tick(Canvas canvas, Field field, double value) {
        double y = field.y(value);
        canvas.line(Plot.straight(field.left, y, field.right, y), theme.pale(), 1, false);
        canvas.text(field.left - GAP, y + theme.text().size() / 3, Anchor.END, theme.text(), ticks.text(value));
    }

    /** As many as there is room for, the first always. */
    private void labels(Canvas canvas, Field field) {
        List<String> names = chart.x().categories();
        double widest = TextWidths.widest(names.stream(), theme.text()) + 2 * GAP;
        int every = Math.max(1, (int) StrictMath.ceil(widest / field.step()));
        double y = field.top + HEIGHT + GAP + theme.text().size();
        for (int category = 0; category < names.size(); category += every) {
            String name = TextWidths.cut(names.get(category), theme.text(), every * field.step() + GAP);
            canvas.text(field.x(category), y, Anchor.MIDDLE, theme.text(), name);
        }
        canvas.text(
                (field.left + field.right) / 2,
                y + theme.text().size() + GAP,
                Anchor.MIDDLE,
                theme.text(),
                chart.x().label());
    }

    private void bars(Canvas canvas, Field field, int series) {
        for (int category = 0; category < chart.x().categories().size(); category++) {
            Estimate value = chart.series().get(series).values().get(category);
            if (!value.missing()) {
                double from = below(series, category);
                double top = field.y(from + value.value());
                double width = field.step() * BAR_SHARE;
                canvas.rectangle(
                        field.x(category) - width / 2,
                        top,
                        width,
                        field.y(from) - top,
                        theme.colour(chart.series().get(series).colour()));
            }
        }
    }

    private double below(int series, int category) {
        return chart.series().subList(0, series).stream()
                .map(each -> each.values().get(category))
                .filter(value -> !value.missing())
                .mapToDouble(Estimate::value)
                .sum();
    }

    private void bands(Canvas canvas, Field field, Series series) {
        band(canvas, field, series, Estimate::spread, PALE_BAND);
        band(canvas, field, series, Estimate::interval, BAND);
    }

    /** One area per stretch of neighbours that have an interval. */
    private void band(
            Canvas canvas, Field field, Series series, Function<Estimate, Interval> interval, double opacity) {
        List<Spot> upper = new ArrayList<>();
        List<Spot> lower = new ArrayList<>();
        for (int category = 0; category <= series.values().size(); category++) {
            Interval its = category == series.values().size()
                    ? Interval.MISSING
                    : interval.apply(series.values().get(category));
            if (!its.missing()) {
                upper.add(new Spot(field.x(category), field.y(its.high())));
                lower.add(new Spot(field.x(category), field.y(its.low())));
            } else if (!upper.isEmpty()) {
                Collections.reverse(lower);
                upper.addAll(lower);
                canvas.area(upper, theme.colour(series.colour()), opacity);
                upper = new ArrayList<>();
                lower = new ArrayList<>();
            }
        }
    }

    private void line(Canvas canvas, Field field, Series series) {
        List<Spot> path = new ArrayList<>();
        for (int category = 0; category <= series.values().size(); category++) {
            boolean there = category < series.values().size()
                    && !series.values().get(category).missing();
            if (there) {
                path.add(new Spot(
                        field.x(category), field.y(series.values().get(category).value())));
            } else {
                stretch(canvas, path, theme.colour(series.colour()));
                path = new ArrayList<>();
            }
        }
    }

    private static void stretch(Canvas canvas, List<Spot> path, String colour) {
        if (path.size() == 1) {
            canvas.dot(path.get(0).x(), path.get(0).y(), 2 * LINE, colour);
        } else if (path.size() > 1) {
            canvas.line(path, colour, LINE, false);
        }
    }

    private void mark(Canvas canvas, Field field, Mark mark) {
        double y = field.y(mark.value());
        canvas.line(Plot.straight(field.left, y, field.right, y), theme.ink(), 2 * HAIR, true);
        canvas.text(field.right, y - GAP, Anchor.END, theme.text(), mark.name());
    }
}
