package straits.experiments.design;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import straits.scenario.file.Amount;
import straits.scenario.file.Setting;

/** The values of a range, each at the share of the range that lies below it. */
record RangeAxis(String name, List<String> paths, String unit, boolean whole, Quantile quantile) implements Axis {

    /** There are no parts of a GPU, whatever a file says. */
    private static final Set<String> GPUS = Set.of("GPU", "GPUs");

    RangeAxis {
        paths = List.copyOf(paths);
    }

    static RangeAxis of(String name, Factor factor, Spread range) {
        String unit = unit(range);
        boolean whole = factor.whole() || GPUS.contains(unit);
        return new RangeAxis(name, factor.allPaths(), unit, whole, Quantile.of(range));
    }

    /** The unit that all numbers of a range share. */
    private static String unit(Spread range) {
        if (range instanceof Spread.Uniform uniform) {
            return uniform.low().unit();
        } else if (range instanceof Spread.Triangular triangular) {
            return triangular.low().unit();
        } else if (range instanceof Spread.LogUniform log) {
            return log.low().unit();
        }
        return range instanceof Spread.Normal normal ? normal.low().unit() : "";
    }

    /** Evenly spaced values of the range, its ends included. */
    LevelAxis levels(int number) {
        List<String> values = IntStream.range(0, number)
                .mapToObj(level -> text(level / (number - 1.0)))
                .toList();
        return LevelAxis.of(name, paths, values);
    }

    @Override
    public String meaning() {
        return "value of " + String.join(", ", paths);
    }

    @Override
    public String text(double u) {
        return new Amount(number(u), unit).text();
    }

    @Override
    public double number(double u) {
        double value = quantile.at(u);
        return whole ? Math.rint(value) : value;
    }

    @Override
    public boolean numeric() {
        return true;
    }

    @Override
    public List<Setting> settings(double u) {
        return paths.stream().map(path -> new Setting(path, text(u))).toList();
    }
}
