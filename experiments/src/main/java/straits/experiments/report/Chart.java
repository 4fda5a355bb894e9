package straits.experiments.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * A chart as data: what the page draws and what a figure for a paper is drawn from, so that they cannot disagree. Every series has
 * one {@link Estimate} per category of the {@link #x} axis.
 *
 * @param id stable name, in small letters, digits and hyphens: an anchor in the page, a file name of a figure
 * @param title what it shows, without a full stop
 * @param kind how it is drawn
 * @param x the axis of categories: months, regimes, factors
 * @param y the axis of values; of a {@link Kind#HEAT_MAP} the meaning of the colour
 * @param series in the order of the legend, from the bottom where stacked; of a heat map its rows from the bottom
 * @param marks values to compare with, drawn as lines across
 * @param note what a reader must know to read it rightly: how many replications, what intervals mean
 * @param source tables it is computed from, as in "tenants.csv, outcomes.csv"
 */
public record Chart(
        String id,
        String title,
        Kind kind,
        Axis x,
        Axis y,
        List<Series> series,
        List<Mark> marks,
        String note,
        String source) {

    /** How a chart is drawn. */
    public enum Kind {
        /** A line per series over the categories, its interval as a band, its spread as a paler one. */
        LINES,
        /** Series stacked upon each other, a bar per category. */
        STACKED_BARS,
        /** A point with its interval per series and category; categories below each other, values to the right. */
        DOTS,
        /** A bar from zero with its interval per category, the first on top; one series or few. */
        TORNADO,
        /** A cell per series and category, coloured by value, from zero to one hundred percent. */
        HEAT_MAP
    }

    /**
     * Copies the lists and checks that they fit.
     *
     * @throws IllegalArgumentException if a series has another number of values than there are categories
     */
    public Chart {
        series = List.copyOf(series);
        marks = List.copyOf(marks);
        int categories = x.categories().size();
        series.stream().filter(each -> each.values().size() != categories).forEach(each -> {
            throw new IllegalArgumentException(id + ": series \"" + each.name() + "\" has "
                    + each.values().size() + " values for " + categories + " categories");
        });
    }

    /** Whether there is a value to draw. */
    public boolean hasValues() {
        return series.stream().flatMap(each -> each.values().stream()).anyMatch(value -> !value.missing());
    }

    /**
     * What of it is drawn; the table has all. No piece of a bar that is nothing everywhere, which would only fill the legend, and of
     * amounts no interval below zero.
     */
    public Chart drawn() {
        Stream<Series> visible = kind == Kind.STACKED_BARS ? series.stream().filter(Series::occurs) : series.stream();
        List<Series> drawn =
                visible.map(y.amounts() ? Series::fromZero : each -> each).toList();
        return new Chart(id, title, kind, x, y, drawn, marks, note, source);
    }

    /** Its data as a table. */
    public TableOfChart table() {
        return TableOfChart.of(this);
    }
}
