package straits.experiments.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import straits.catalog.Catalog;
import straits.engine.LadderQueue;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.simulation.World;

/**
 * Builds a trial: a world of the textbook, run through the market as it ships.
 *
 * @param <W> who looks on
 */
final class MarketTrial<W extends Observer> {

    private static final Observer NOBODY = new Observer() {};

    private final World world;
    private final int replications;
    private final Function<Catalog, W> watch;
    private final String label;
    private final List<Output> outputs = new ArrayList<>();
    private final List<ToDoubleFunction<Seen<W>>> readings = new ArrayList<>();

    private MarketTrial(World world, int replications, Function<Catalog, W> watch, String label) {
        this.world = world;
        this.replications = replications;
        this.watch = watch;
        this.label = label;
    }

    /** A world that nobody looks at before its end. */
    static MarketTrial<Observer> of(Textbook textbook, int replications) {
        return watched(textbook, replications, catalog -> NOBODY);
    }

    /** A world with somebody new to look on in each replication. */
    static <W extends Observer> MarketTrial<W> watched(
            Textbook textbook, int replications, Function<Catalog, W> watch) {
        return new MarketTrial<>(textbook.world(), replications, watch, "");
    }

    /** What stands before the name of each output; only before the first of them. */
    MarketTrial<W> labelled(String text) {
        return new MarketTrial<>(world, replications, watch, text + ": ");
    }

    /** Expects a ratio of totals over replications, by rule M. */
    MarketTrial<W> ratio(
            String name,
            double exact,
            double tolerance,
            ToDoubleFunction<Seen<W>> over,
            ToDoubleFunction<Seen<W>> under) {
        return add(new Output(label + name, exact, new Rule.Mean(tolerance)), over, under);
    }

    /** Expects a mean over replications, by rule M. */
    MarketTrial<W> mean(String name, double exact, double tolerance, ToDoubleFunction<Seen<W>> value) {
        return ratio(name, exact, tolerance, value, seen -> 1);
    }

    /** Expects a number by another rule, from one value per replication. */
    MarketTrial<W> judged(String name, double exact, Rule rule, ToDoubleFunction<Seen<W>> value) {
        return add(new Output(label + name, exact, rule), value, seen -> 1);
    }

    private MarketTrial<W> add(Output output, ToDoubleFunction<Seen<W>> over, ToDoubleFunction<Seen<W>> under) {
        outputs.add(output);
        readings.add(over);
        readings.add(under);
        return this;
    }

    Trial trial() {
        List<ToDoubleFunction<Seen<W>>> read = List.copyOf(readings);
        return new Trial(replications, outputs, draw -> {
            Seen<W> seen = run(draw);
            return read.stream().mapToDouble(each -> each.applyAsDouble(seen)).toArray();
        });
    }

    /** Unwatched runs are a little faster. */
    private Seen<W> run(Draw draw) {
        Simulation simulation = new Simulation(world, draw, new LadderQueue());
        W who = watch.apply(world.catalog());
        return new Seen<>(who == NOBODY ? simulation.run() : simulation.run(who), who);
    }
}
