package straits.benchmarks.world;

import java.util.List;
import straits.scenario.file.Setting;
import straits.simulation.World;

/** The two shipped scenarios as they are run. */
public enum Load {
    /** The load for benchmarks: many small leases, four pools, no rule. */
    STRESS,
    /** The question of this project, under the rules in force in 2023: many pools, anchors, deliveries, licences. */
    SEVEN_BILLION;

    /** The world of a run of some days. The ramp, which no event depends on, is set aside: it is longer than a short run. */
    public World world(int days) {
        Setting horizon = new Setting("horizon", days + " days");
        return switch (this) {
            case STRESS -> Shipped.world("stress", "open", List.of(horizon));
            case SEVEN_BILLION ->
                Shipped.world(
                        "seven-billion", "us-2023", List.of(horizon, new Setting("question.ramp_ends", "2025-01-01")));
        };
    }
}
