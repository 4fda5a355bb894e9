package straits.experiments.figures;

import java.util.List;
import java.util.Locale;
import straits.experiments.figures.Canvas.Anchor;
import straits.experiments.figures.Canvas.Letters;
import straits.experiments.report.Chart;
import straits.experiments.report.Estimate;
import straits.experiments.report.Series;

/** A cell per series and category, the more of the colour the greater its value, from nothing to one hundred percent. */
final class HeatMapPlot implements Plot {

    private static final double CELL_HEIGHT = 26;
    private static final double BELOW = 44;
    private static final double GAP = 6;
    private static final double WIDEST_NAME = 220;
    private static final double PERCENT = 100;

    /** Nothing is this, one hundred percent {@link #FULL}: steps of one hue, so that print keeps their order. */
    private static final int[] NONE = {0xf2, 0xf6, 0xfa};

    private static final int[] FULL = {0x08, 0x3d, 0x77};

    private final Chart chart;
    private final Theme theme;
    private final double full;

    HeatMapPlot(Chart chart, Theme theme) {
        this.chart = chart;
        this.theme = theme;
        full = chart.y().unit().equals("fraction") ? 1 : PERCENT;
    }

    @Override
    public double height() {
        return CELL_HEIGHT * chart.series().size() + BELOW;
    }

    @Override
    public void draw(Canvas canvas, Place place) {
        double widest = TextWidths.widest(chart.series().stream().map(Series::name), theme.text());
        double left = place.left() + Math.min(widest, WIDEST_NAME) + 2 * GAP;
        double width =
                (place.right() - left) / Math.max(1, chart.x().categories().size());
        int rows = chart.series().size();
        for (int row = 0; row < rows; row++) {
            double top = place.top() + (rows - 1 - row) * CELL_HEIGHT;
            String name = TextWidths.cut(chart.series().get(row).name(), theme.text(), WIDEST_NAME);
            canvas.text(left - GAP, base(top, theme.text()), Anchor.END, theme.text(), name);
            List<Estimate> values = chart.series().get(row).values();
            for (int column = 0; column < values.size(); column++) {
                cell(canvas, left + column * width, top, width, values.get(column));
            }
        }
        labels(canvas, left, width, place.top() + rows * CELL_HEIGHT);
    }

    private static double base(double top, Letters letters) {
        return top + CELL_HEIGHT / 2 + letters.size() / 3;
    }

    private void cell(Canvas canvas, double x, double top, double width, Estimate value) {
        if (value.missing()) {
            return;
        }
        double share = Math.max(0, Math.min(1, value.value() / full));
        canvas.rectangle(x, top, width - 1, CELL_HEIGHT - 1, colour(share));
        String text = String.format(Locale.ROOT, "%.0f", share * PERCENT);
        Letters letters = new Letters(theme.note().size(), false, share > 0.5 ? "#ffffff" : "#222222");
        if (TextWidths.of(text, letters) + 2 < width) {
            canvas.text(x + width / 2, base(top, letters), Anchor.MIDDLE, letters, text);
        }
    }

    private static String colour(double share) {
        StringBuilder colour = new StringBuilder("#");
        for (int part = 0; part < NONE.length; part++) {
            long mixed = Math.round(NONE[part] + share * (FULL[part] - NONE[part]));
            colour.append(String.format(Locale.ROOT, "%02x", mixed));
        }
        return colour.toString();
    }

    private void labels(Canvas canvas, double left, double width, double bottom) {
        List<String> names = chart.x().categories();
        double widest = TextWidths.widest(names.stream(), theme.text());
        int every = Math.max(1, (int) StrictMath.ceil((widest + 2 * GAP) / width));
        double y = bottom + GAP + theme.text().size();
        for (int column = 0; column < names.size(); column += every) {
            String name = TextWidths.cut(names.get(column), theme.text(), every * width + GAP);
            canvas.text(left + (column + 0.5) * width, y, Anchor.MIDDLE, theme.text(), name);
        }
        double middle = left + names.size() * width / 2;
        String label = chart.x().label() + "; cells: " + chart.y().label();
        canvas.text(middle, y + theme.text().size() + GAP, Anchor.MIDDLE, theme.text(), label);
    }
}
