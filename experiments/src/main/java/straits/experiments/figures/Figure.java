package straits.experiments.figures;

import java.util.ArrayList;
import java.util.List;
import straits.experiments.figures.Canvas.Anchor;
import straits.experiments.report.Chart;
import straits.experiments.report.Series;

/**
 * A chart laid out as a picture: title, legend, plot, note. The same chart and theme give the same picture; as SVG the same bytes,
 * whatever the machine and its fonts.
 */
public final class Figure {

    /** Of every figure, in pixels of a screen or 1/96 inch: 7.5 inches, a text block. */
    public static final int WIDTH = 720;

    private static final double MARGIN = 12;
    private static final double LEADING = 1.35;
    private static final double SWATCH = 12;
    private static final double GAP = 6;

    private final Chart chart;
    private final Theme theme;
    private final Plot plot;
    private final List<String> title;
    private final List<String> note;
    private final List<List<Series>> legend;

    /** A chart in a theme. */
    public Figure(Chart whole, Theme theme) {
        chart = whole.drawn();
        this.theme = theme;
        plot = switch (chart.kind()) {
            case LINES, STACKED_BARS -> new ColumnsPlot(chart, theme);
            case DOTS, TORNADO -> new RowsPlot(chart, theme);
            case HEAT_MAP -> new HeatMapPlot(chart, theme);
        };
        title = TextWidths.wrapped(chart.title(), theme.title(), WIDTH - 2 * MARGIN);
        note = TextWidths.wrapped(chart.note(), theme.note(), WIDTH - 2 * MARGIN);
        legend = legend();
    }

    /** Series that must be told apart, in rows that fit. */
    private List<List<Series>> legend() {
        List<List<Series>> rows = new ArrayList<>();
        boolean named = chart.kind() == Chart.Kind.LINES || chart.kind() == Chart.Kind.STACKED_BARS;
        if ((chart.series().size() < 2 && !named) || chart.kind() == Chart.Kind.HEAT_MAP) {
            return rows;
        }
        double used = WIDTH;
        for (Series series : chart.series()) {
            double width = entryWidth(series);
            if (used + width > WIDTH - 2 * MARGIN) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.get(rows.size() - 1).add(series);
            used += width;
        }
        return rows;
    }

    private double entryWidth(Series series) {
        return SWATCH + GAP + TextWidths.of(series.name(), theme.text()) + 3 * GAP;
    }

    private static double lines(int number, double size) {
        return number * size * LEADING;
    }

    private double plotTop() {
        return MARGIN
                + lines(title.size(), theme.title().size())
                + lines(legend.size(), theme.text().size())
                + 3 * GAP;
    }

    /** Its height in pixels. */
    public int height() {
        return (int) StrictMath.ceil(
                plotTop() + plot.height() + lines(note.size(), theme.note().size()) + MARGIN);
    }

    /** As SVG. */
    public String svg() {
        SvgCanvas canvas = new SvgCanvas();
        draw(canvas);
        String id = chart.id() + (theme.equals(Theme.DARK) ? "-dark" : "");
        return canvas.picture(WIDTH, height(), id, chart.title(), chart.note());
    }

    /**
     * As PNG. The same pixels everywhere; how tightly they are packed may depend on the Java machine.
     *
     * @throws java.io.UncheckedIOException if this machine cannot draw pixels
     */
    public byte[] png() {
        return png(Typeface.read());
    }

    byte[] png(Typeface typeface) {
        PngCanvas canvas = new PngCanvas(WIDTH, height(), typeface);
        draw(canvas);
        return canvas.picture();
    }

    private void draw(Canvas canvas) {
        canvas.rectangle(0, 0, WIDTH, height(), theme.ground());
        double y = texts(canvas, title, MARGIN, theme.title());
        for (List<Series> row : legend) {
            y += theme.text().size() * LEADING;
            double x = MARGIN;
            for (Series series : row) {
                canvas.rectangle(x, y - SWATCH + 2, SWATCH, SWATCH, theme.colour(series.colour()));
                canvas.text(x + SWATCH + GAP, y, Anchor.START, theme.text(), series.name());
                x += entryWidth(series);
            }
        }
        plot.draw(canvas, new Plot.Place(MARGIN, plotTop(), WIDTH - MARGIN));
        texts(canvas, note, plotTop() + plot.height(), theme.note());
    }

    /** Gives where the last line stands. */
    private static double texts(Canvas canvas, List<String> lines, double top, Canvas.Letters letters) {
        double y = top;
        for (String line : lines) {
            y += letters.size() * LEADING;
            canvas.text(MARGIN, y, Anchor.START, letters, line);
        }
        return y;
    }
}
