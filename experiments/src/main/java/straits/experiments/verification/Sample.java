package straits.experiments.verification;

import java.util.Arrays;
import java.util.List;

/**
 * What was read of replications of a trial.
 *
 * @param seed their master seed
 * @param rows by replication: of each output what stands over and under its line
 */
record Sample(String seed, List<double[]> rows) {

    int replications() {
        return rows.size();
    }

    double[] over(int output) {
        return column(2 * output);
    }

    double[] under(int output) {
        return column(2 * output + 1);
    }

    private double[] column(int number) {
        double[] values = new double[rows.size()];
        Arrays.setAll(values, row -> rows.get(row)[number]);
        return values;
    }
}
