package straits.regulation;

/**
 * GPUs about to be shipped to a pool.
 *
 * @param pool where they go
 * @param gpus how many
 * @param orderedMicros when they were ordered; negative before the start
 */
public record Consignment(int pool, int gpus, long orderedMicros) {}
