package straits.experiments.report;

import java.util.List;

/**
 * Values of one thing over the categories of a chart.
 *
 * @param name its name in the legend
 * @param colour its place in {@link Palette}: the same thing has the same colour in every chart
 * @param values one per category, {@link Estimate#MISSING} where there is none
 */
public record Series(String name, int colour, List<Estimate> values) {

    /** Copies the list. */
    public Series {
        values = List.copyOf(values);
    }

    boolean occurs() {
        return values.stream().anyMatch(each -> !each.missing() && each.value() != 0);
    }

    Series fromZero() {
        return new Series(name, colour, values.stream().map(Estimate::fromZero).toList());
    }
}
