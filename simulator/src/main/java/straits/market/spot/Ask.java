package straits.market.spot;

/**
 * What one pool sells at a clearing.
 *
 * @param microUsd least price, in micro-USD per GPU-hour
 * @param gpus GPUs in spot leases and free ones
 */
public record Ask(long microUsd, int gpus) {}
