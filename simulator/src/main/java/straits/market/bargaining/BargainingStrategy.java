package straits.market.bargaining;

/** How two sides come to a price. One small class per strategy; none keeps state between calls. */
public interface BargainingStrategy {

    /** Price of a round without agreement. */
    double NO_PRICE = Double.NaN;

    /** Whether the sides sit down at all, by what they know of each other. */
    boolean begins(Sides sides);

    /**
     * The price that a round ends with.
     *
     * @param round number of the round, from 1
     * @return USD per GPU-hour, between the two reservation values; {@link #NO_PRICE} if they do not agree
     */
    double price(Sides sides, int round);

    /** Whether sides that have not agreed meet again. */
    boolean goesOn();
}
