package straits.experiments.montecarlo;

import java.util.Map;
import straits.market.Reason;

/**
 * What an anchor tenant needed and did not hold over some time, in h100e-hours for its own workload.
 *
 * @param need what was needed
 * @param unfilled needed, affordable at its highest price and not held
 * @param shortOfMoney needed, not held and not affordable
 * @param byReason unfilled by reason
 * @param label the reason that binds
 */
public record AnchorShortfall(
        double need, double unfilled, double shortOfMoney, Map<Reason, Double> byReason, Reason label) {

    /** Copies the map, so that the record stays immutable. */
    public AnchorShortfall {
        byReason = Map.copyOf(byReason);
    }

    /** Share of a reason in what was unfilled; NaN if nothing was. */
    public double fraction(Reason reason) {
        double hours = byReason.getOrDefault(reason, 0.0);
        return unfilled == 0 ? Double.NaN : hours / unfilled;
    }
}
