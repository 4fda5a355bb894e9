package straits.market.channel;

/** What stands between an order of chips and its arrival. */
interface Door {

    /** Whether an order waits for an answer: nothing more is ordered meanwhile. */
    boolean busy();

    /** Takes an order; ends in {@link ChipChannel#begin} or {@link ChipChannel#cancel}. */
    void ordered(ChipOrder order);

    /** Takes a shipment about to leave; ends in {@link ChipChannel#ship} or {@link ChipChannel#cancel}. */
    void shipped(ChipOrder order);

    /** Looks again at what waits. */
    void ruleChanged();
}
