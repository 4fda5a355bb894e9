package straits.market.inventory;

/**
 * GPUs that went into service together.
 *
 * @param pool which pool
 * @param rentable how many of them are ever on offer
 * @param atMicros when; 0 for those that were there at the start
 */
public record Installation(int pool, int rentable, long atMicros) {}
