package straits.experiments.design;

import java.util.ArrayList;
import java.util.List;
import straits.scenario.file.Amount;
import straits.scenario.file.InputRow;
import straits.scenario.file.Setting;

/**
 * Assumptions that add to one, such as the probabilities of sizes. They cannot all rise: towards u = 1 the later ones rise in their
 * ranges while the earlier ones fall, towards 0 the other way round, and all are then scaled to the sum. Its value is u.
 *
 * @param name path of their list
 * @param inputs those that move, in the order of the list
 * @param sum what they add to: one less those that do not move
 * @param shape how likely the values of a range are
 */
record SumAxis(String name, List<InputRow> inputs, double sum, Factor.Shape shape) implements Axis {

    SumAxis {
        inputs = List.copyOf(inputs);
    }

    @Override
    public String unit() {
        return "fraction";
    }

    @Override
    public String meaning() {
        return "0 to 1: how far these shares of one lean to the later ones";
    }

    @Override
    public String text(double u) {
        return new Amount(u, "").text();
    }

    @Override
    public double number(double u) {
        return u;
    }

    @Override
    public boolean numeric() {
        return true;
    }

    @Override
    public List<Setting> settings(double u) {
        double[] values = new double[inputs.size()];
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            double late = i / (double) (values.length - 1);
            values[i] = AssumptionAxis.value(inputs.get(i), shape, late * u + (1 - late) * (1 - u));
            total += values[i];
        }
        List<Setting> settings = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            InputRow input = inputs.get(i);
            settings.add(new Setting(input.path(), AssumptionAxis.text(input, values[i] * sum / total)));
        }
        return settings;
    }
}
