package straits.experiments.design;

import java.util.List;
import straits.scenario.file.Amount;
import straits.scenario.file.InputRow;
import straits.scenario.file.Setting;

/**
 * Assumptions that move together, each to the same share of its own range. Its value is the number itself if it is one, else the
 * share.
 */
record AssumptionAxis(String name, List<InputRow> inputs, Factor.Shape shape) implements Axis {

    AssumptionAxis {
        inputs = List.copyOf(inputs);
    }

    private boolean single() {
        return inputs.size() == 1;
    }

    @Override
    public String unit() {
        return single() ? inputs.get(0).unit() : "fraction";
    }

    @Override
    public String meaning() {
        return single()
                ? "value of " + inputs.get(0).path()
                : "share of their ranges below the values of the " + inputs.size() + " assumptions of this origin";
    }

    @Override
    public String text(double u) {
        return single() ? text(inputs.get(0), number(u)) : new Amount(u, "").text();
    }

    @Override
    public double number(double u) {
        return single() ? value(inputs.get(0), shape, u) : u;
    }

    @Override
    public boolean numeric() {
        return true;
    }

    @Override
    public List<Setting> settings(double u) {
        return inputs.stream()
                .map(input -> new Setting(input.path(), text(input, value(input, shape, u))))
                .toList();
    }

    static String text(InputRow input, double value) {
        String unit = input.unit().equals("fraction") ? "" : input.unit();
        return new Amount(value, unit).text();
    }

    static double value(InputRow input, Factor.Shape shape, double u) {
        Quantile quantile = shape == Factor.Shape.UNIFORM
                ? Quantile.uniform(input.low(), input.high())
                : Quantile.triangular(input.low(), input.value(), input.high());
        double value = quantile.at(u);
        return input.unit().equals("GPUs") ? Math.rint(value) : value;
    }
}
