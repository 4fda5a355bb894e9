package straits.market.lease;

/** What the parties to a committed lease have agreed beyond its price, and how far they have come. */
public final class LeaseContract {

    private final Terms terms;
    private final Party party;
    private boolean renews;
    private double used;
    private double idle;
    private double nextUsed;
    private double nextIdle;
    private long prepaidLeftMicroUsd;

    /** 0, which no event has, as long as no exit is scheduled. */
    private long exitHandle;

    /**
     * What is agreed.
     *
     * @param prepaid share of the value paid at signing
     * @param takeOrPay share of the hours that is charged whether used or not
     * @param exitFee share of the charges left that an early exit costs
     * @param terminationFee share of the charges left that the tenant owes if a rule ends it
     * @param terminationRefund share of the unused prepayment that it gets back then
     */
    public record Terms(
            double prepaid, double takeOrPay, double exitFee, double terminationFee, double terminationRefund) {}

    /**
     * What one tenant makes of it.
     *
     * @param termMicros length of a term
     * @param exitMicros time after which it leaves; {@link Long#MAX_VALUE} for never
     * @param renews whether it wants another term
     * @param ordinal number of its request
     * @param generation how often it has renewed
     * @param passed bits of the rules whose licence it has or whose screening it passed
     */
    public record Party(long termMicros, long exitMicros, boolean renews, long ordinal, int generation, long passed) {

        /** Stays to the end of a term and wants no other. */
        public static Party staying(long termMicros) {
            return new Party(termMicros, Long.MAX_VALUE, false, 0, 0, 0);
        }
    }

    /**
     * A contract not yet begun.
     *
     * @param used share of the hours that is used, and charged
     * @param idle share of the hours that is charged beyond that, as a fee
     */
    public LeaseContract(Terms terms, Party party, double used, double idle) {
        this.terms = terms;
        this.party = party;
        renews = party.renews();
        use(used, idle);
    }

    /** Changes from the next hour on what is used, and what is charged beyond that. */
    public void use(double usedShare, double idleShare) {
        nextUsed = usedShare;
        nextIdle = idleShare;
    }

    /** Whether its tenant would rather pay to leave than for hours it does not use. */
    boolean worthLeaving() {
        return terms.exitFee() <= terms.takeOrPay();
    }

    /** Its tenant stays and uses nothing. */
    void abandon() {
        use(0, terms.takeOrPay());
        renews = false;
    }

    /** Whether its tenant wants another term. */
    boolean renews() {
        return renews;
    }

    void beginHour() {
        used = nextUsed;
        idle = nextIdle;
    }

    /** What is agreed. */
    public Terms terms() {
        return terms;
    }

    /** What the tenant makes of it. */
    public Party party() {
        return party;
    }

    double used() {
        return used;
    }

    double idle() {
        return idle;
    }

    long prepaidLeftMicroUsd() {
        return prepaidLeftMicroUsd;
    }

    void prepaidLeft(long microUsd) {
        prepaidLeftMicroUsd = microUsd;
    }

    void exitScheduled(long handle) {
        exitHandle = handle;
    }

    /** Of the exit that was scheduled for it, or of no event. */
    long exitHandle() {
        return exitHandle;
    }
}
