package straits.extension;

/**
 * A wish to sign.
 *
 * @param offer one of the offers of the review
 * @param gpus how many GPUs of it at most
 */
public record Purchase(BlockOffer offer, int gpus) {

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if there are fewer than no GPUs
     */
    public Purchase {
        if (gpus < 0) {
            throw new IllegalArgumentException("gpus: " + gpus + "; must be 0 or more");
        }
    }
}
