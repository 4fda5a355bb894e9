package straits.market.bargaining;

/**
 * How a negotiation ended.
 *
 * @param ending the way
 * @param rounds rounds it took; 0 if it ended at once
 * @param gpus GPUs signed
 * @param microUsd price agreed per GPU-hour; 0 if none was
 */
public record NegotiationResult(Negotiation.Ending ending, int rounds, int gpus, long microUsd) {

    /** A negotiation without a block. */
    public static NegotiationResult without(Negotiation.Ending ending, int rounds) {
        return new NegotiationResult(ending, rounds, 0, 0);
    }
}
