package straits.regulation;

import java.util.List;

/**
 * What the door says about a shipment: what lets each part of it pass, and what keeps the rest back. The parts add up to the
 * shipment.
 *
 * @param passed parts that leave, in the order in which rules were asked
 * @param stopped parts that stay behind for good
 */
public record Clearance(List<Passage> passed, List<Stop> stopped) {

    /** No rule was asked. */
    public static final int NO_RULE = -1;

    /** Copies the lists, so that the record stays immutable. */
    public Clearance {
        passed = List.copyOf(passed);
        stopped = List.copyOf(stopped);
    }

    /**
     * GPUs that leave.
     *
     * @param gpus how many, 1 or more
     * @param rule id of the exemption that lets them leave, or of the cap they draw on, the tightest of several; {@link #NO_RULE} if
     *     nothing stood in the way
     * @param quota id of the quota they draw on, the tightest of several; {@link Gatekeeper#NO_QUOTA} if none
     */
    public record Passage(int gpus, int rule, int quota) {}

    /**
     * GPUs that stay behind.
     *
     * @param gpus how many, 1 or more
     * @param refusal what decided
     */
    public record Stop(int gpus, Refusal refusal) {}

    /** GPUs that leave. */
    public int gpus() {
        return passed.stream().mapToInt(Passage::gpus).sum();
    }
}
