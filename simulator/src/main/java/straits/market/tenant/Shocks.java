package straits.market.tenant;

import java.util.List;
import straits.catalog.Timeline;
import straits.scenario.EfficiencyShock;

/** What discoveries multiply a need by, each from its day on. */
final class Shocks {

    private final long[] onMicros;
    private final double[] factor;

    /** What is needed between two times without shocks, in H100e-hours; 0 if they are not in order. */
    interface Unshocked {
        double hours(long fromMicros, long toMicros);
    }

    Shocks(List<EfficiencyShock> shocks, Timeline timeline) {
        List<EfficiencyShock> inOrder = shocks.stream()
                .sorted((one, other) -> one.on().compareTo(other.on()))
                .toList();
        onMicros =
                inOrder.stream().mapToLong(each -> timeline.micros(each.on())).toArray();
        factor = inOrder.stream().mapToDouble(EfficiencyShock::needFactor).toArray();
    }

    /** The product of all shocks up to a time, itself included. */
    double factor(long atMicros) {
        double product = 1;
        for (int shock = 0; shock < onMicros.length && onMicros[shock] <= atMicros; shock++) {
            product *= factor[shock];
        }
        return product;
    }

    /** The integral of a need times the shocks so far. */
    double integral(Unshocked need, long fromMicros, long toMicros) {
        double sum = 0;
        long from = fromMicros;
        for (long on : onMicros) {
            if (on > from && on < toMicros) {
                sum += need.hours(from, on) * factor(from);
                from = on;
            }
        }
        return sum + need.hours(from, toMicros) * factor(from);
    }
}
