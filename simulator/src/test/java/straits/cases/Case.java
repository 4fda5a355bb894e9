package straits.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.TDistribution;
import straits.catalog.Catalog;
import straits.engine.LadderQueue;
import straits.scenario.LoadedScenario;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;
import straits.simulation.World;

/**
 * A validation case: a scenario file whose exact answers theory knows, run in replications and judged by the rule M: the
 * 99.9 % interval covers the exact value, and its half-width is at most the stated share of it, so that an error of twice
 * that share would be seen with probability 0.999. If the interval does not cover, one repeat with four times as many
 * replications decides.
 */
final class Case {

    private final String id;
    private final String text;
    private final int replications;
    private final List<Output> outputs = new ArrayList<>();
    private double lastHours;

    private record Output(
            String name,
            double exact,
            double tolerance,
            ToDoubleFunction<Seen> numerator,
            ToDoubleFunction<Seen> denominator) {}

    private record Seen(Snapshot snapshot, Lives lives) {}

    private Observer observer = new Observer() {};

    private Case(String id, String text, int replications) {
        this.id = id;
        this.text = text;
        this.replications = replications;
    }

    static Case of(String id, String text, int replications) {
        return new Case(id, text, replications);
    }

    /** The text of a case that ships as {@code textbook/<name>}. */
    static String textbook(String name) {
        try {
            return Files.readString(Path.of("../experiments/scenarios/textbook/" + name + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static World load(String text) {
        LoadedScenario loaded =
                ScenarioReader.read("case.yaml", text, RegimeLibrary.NONE).orThrow();
        String regime = loaded.scenario().referenceRegime();
        return new World(new Catalog(loaded.scenario()), regime, loaded.regime(regime));
    }

    /** Expects a ratio of totals over replications. */
    Case ratio(
            String name,
            double exact,
            double tolerance,
            ToDoubleFunction<Snapshot> numerator,
            ToDoubleFunction<Snapshot> denominator) {
        outputs.add(new Output(
                name,
                exact,
                tolerance,
                seen -> numerator.applyAsDouble(seen.snapshot()),
                seen -> denominator.applyAsDouble(seen.snapshot())));
        return this;
    }

    /** Follows all leases but those signed in the last hours of a run, which might outlive it. */
    Case followingLeases(double butTheLastHours) {
        lastHours = butTheLastHours;
        return this;
    }

    /** Expects a ratio of totals over the leases followed. */
    Case ratioOfLeases(
            String name,
            double exact,
            double tolerance,
            ToDoubleFunction<Lives> numerator,
            ToDoubleFunction<Lives> denominator) {
        outputs.add(new Output(
                name,
                exact,
                tolerance,
                seen -> numerator.applyAsDouble(seen.lives()),
                seen -> denominator.applyAsDouble(seen.lives())));
        return this;
    }

    /** Expects a mean over replications. */
    Case mean(String name, double exact, double tolerance, ToDoubleFunction<Snapshot> value) {
        return ratio(name, exact, tolerance, value, snapshot -> 1);
    }

    /** Lets somebody look on; the outputs of each replication are read when it has ended. */
    Case watchedBy(Observer who) {
        observer = who;
        return this;
    }

    /** Expects a variance over replications, by the rule V: its interval has the sample's own kurtosis. */
    void variance(String name, double exact, ToDoubleFunction<Snapshot> value) {
        Output output = new Output(name, exact, 0, seen -> value.applyAsDouble(seen.snapshot()), seen -> 1);
        outputs.add(output);
        double[] values = run(id + "/1", replications)[outputs.indexOf(output)][0];
        outputs.remove(output);
        double mean = sum(values) / values.length;
        double second = moment(values, mean, 2);
        double kurtosis = moment(values, mean, 4) / (second * second);
        double share = 3.29 * Math.sqrt((kurtosis - 1) / values.length);
        assertThat(second * values.length / (values.length - 1))
                .as("%s %s", id, name)
                .isCloseTo(exact, within(share * exact));
    }

    private static double moment(double[] values, double mean, int power) {
        return Arrays.stream(values).map(each -> Math.pow(each - mean, power)).sum() / values.length;
    }

    void holds() {
        double[][][] first = run(id + "/1", replications);
        for (Output output : outputs) {
            judge(output, first);
        }
    }

    private void judge(Output output, double[][][] first) {
        double[] estimate = jackknife(output, first);
        assertThat(estimate[1])
                .as("%s %s: half-width of the 99.9 %% interval", id, output.name())
                .isLessThanOrEqualTo(output.tolerance() * Math.abs(output.exact()));
        if (Math.abs(estimate[0] - output.exact()) > estimate[1]) {
            estimate = jackknife(output, run(id + "/2", 4 * replications));
        }
        assertThat(Math.abs(estimate[0] - output.exact()))
                .as("%s %s: |%s - %s|", id, output.name(), estimate[0], output.exact())
                .isLessThanOrEqualTo(estimate[1]);
    }

    /** Numerator and denominator by output and replication. */
    private double[][][] run(String seed, int count) {
        World world = load(text);
        double[][][] samples = new double[outputs.size()][2][count];
        for (int replication = 0; replication < count; replication++) {
            Simulation simulation = new Simulation(world, new Draw(seed, replication), new LadderQueue());
            Lives lives = new Lives(world.catalog(), lastHours);
            Seen seen = new Seen(simulation.run(lastHours > 0 ? lives : observer), lives);
            for (int output = 0; output < outputs.size(); output++) {
                samples[output][0][replication] =
                        outputs.get(output).numerator().applyAsDouble(seen);
                samples[output][1][replication] =
                        outputs.get(output).denominator().applyAsDouble(seen);
            }
        }
        return samples;
    }

    /** Ratio of totals and the half-width of its 99.9 % interval, by the jackknife over replications. */
    private double[] jackknife(Output output, double[][][] samples) {
        double[] numerators = samples[outputs.indexOf(output)][0];
        double[] denominators = samples[outputs.indexOf(output)][1];
        int n = numerators.length;
        double top = sum(numerators);
        double bottom = sum(denominators);
        double[] left = new double[n];
        for (int each = 0; each < n; each++) {
            left[each] = (top - numerators[each]) / (bottom - denominators[each]);
        }
        double mean = sum(left) / n;
        double squares = 0;
        for (double each : left) {
            squares += (each - mean) * (each - mean);
        }
        double error = Math.sqrt(squares * (n - 1) / n);
        double t = new TDistribution(n - 1).inverseCumulativeProbability(0.9995);
        return new double[] {top / bottom, t * error};
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double each : values) {
            sum += each;
        }
        return sum;
    }
}
