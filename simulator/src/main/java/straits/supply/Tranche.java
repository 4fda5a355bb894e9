package straits.supply;

import straits.regulation.Consignment;
import straits.regulation.Filing;

/** GPUs of one order that travel together. */
final class Tranche {

    static final long NEVER = Long.MAX_VALUE;

    private static final long NO_APPLICATION = -1;

    private final int id;
    private final Order order;
    private final int part;
    private int pool;
    private int gpus;
    private DeliveryState state = DeliveryState.PLANNED;
    private int capped;
    private int askedBy;
    private long application = NO_APPLICATION;
    private boolean vendorDone;
    private long clearedMicros = NEVER;

    Tranche(int id, Order order, int part, int pool, int gpus) {
        this.id = id;
        this.order = order;
        this.part = part;
        this.pool = pool;
        this.gpus = gpus;
    }

    int id() {
        return id;
    }

    Order order() {
        return order;
    }

    /** Its number within the order, from 0. */
    int part() {
        return part;
    }

    int pool() {
        return pool;
    }

    int gpus() {
        return gpus;
    }

    DeliveryState state() {
        return state;
    }

    /** Whether it has not left yet and still may. */
    boolean isWaiting() {
        return switch (state) {
            case PLANNED, AWAITING_LICENCE, ORDERED -> true;
            case REFUSED, CANCELLED, SHIPPED, AWAITING_POWER, IN_SERVICE -> false;
        };
    }

    /** Whether it is not in service yet and may still be. */
    boolean isAwaited() {
        return isWaiting() || state == DeliveryState.SHIPPED || state == DeliveryState.AWAITING_POWER;
    }

    void goTo(int otherPool) {
        pool = otherPool;
    }

    void become(DeliveryState next) {
        state = next;
    }

    /** GPUs that quotas left behind. */
    int capped() {
        return capped;
    }

    void leaveBehind(int more) {
        capped += more;
        gpus -= more;
    }

    /** The rule whose licence it waits or waited for last. */
    int askedBy() {
        return askedBy;
    }

    /** Waits for a licence of a rule that was granted and is suspended. */
    void awaitLicence(int rule) {
        state = DeliveryState.AWAITING_LICENCE;
        askedBy = rule;
        application = NO_APPLICATION;
    }

    /** Waits for the answer to an application under a rule. */
    void awaitAnswer(int rule, long toApplication) {
        awaitLicence(rule);
        application = toApplication;
    }

    boolean awaitsLicence() {
        return state == DeliveryState.AWAITING_LICENCE;
    }

    /** Whether this answer is the one it waits for, and not a late one to an application that no longer matters. */
    boolean awaits(Filing answered) {
        return awaitsLicence() && application == answered.ordinal();
    }

    boolean vendorDone() {
        return vendorDone;
    }

    void finishAtVendor() {
        vendorDone = true;
    }

    /** When the law let it leave; {@link #NEVER} if it has not yet. */
    long clearedMicros() {
        return clearedMicros;
    }

    void clear(long atMicros) {
        clearedMicros = Math.min(clearedMicros, atMicros);
    }

    void stop() {
        clearedMicros = NEVER;
    }

    /** Parts some of its GPUs from the rest, which stays; both have come equally far. */
    Tranche split(int partId, int number, int partGpus) {
        Tranche tranche = new Tranche(partId, order, number, pool, partGpus);
        tranche.state = state;
        tranche.vendorDone = vendorDone;
        tranche.clearedMicros = clearedMicros;
        gpus -= partGpus;
        return tranche;
    }

    Consignment consignment() {
        return new Consignment(pool, gpus, order.orderedMicros());
    }
}
