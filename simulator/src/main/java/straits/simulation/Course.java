package straits.simulation;

import straits.engine.Engine;
import straits.event.EventKind;
import straits.market.inventory.Inventory;
import straits.market.inventory.PoolState;
import straits.measurement.Ledger;

/**
 * Fingerprints of a run as it goes: of its events in their order, and of all accounts and pools at the start of every month and at
 * the end. Two runs that differ have other fingerprints, but for one pair in 2^64.
 *
 * <p>Hours of leases are not hashed one by one, since nine of ten events are: every other event is hashed with how many have run
 * before it, and the accounts hold what the hours cost.
 */
final class Course {

    /** Odd numbers without pattern, as of SplitMix and of Fowler, Noll and Vo. */
    private static final long PRIME = 0x100000001b3L;

    private static final long TIME = 0x9e3779b97f4a7c15L;
    private static final long PAYLOAD = 0xbf58476d1ce4e5b9L;
    private static final long SUBJECT = 0x94d049bb133111ebL;

    private static final int ROTATION = 29;
    private static final int KIND_SHIFT = 32;

    private final Engine engine;
    private long events = TIME;
    private long books = PAYLOAD;

    Course(Engine engine) {
        this.engine = engine;
    }

    /** An event that is no hour of a lease is about to be handled. */
    void event(EventKind kind, int subject, long payload) {
        long what = (long) kind.ordinal() << KIND_SHIFT ^ subject;
        events = mixed(events, engine.nowMicros() * TIME ^ payload * PAYLOAD ^ what * SUBJECT ^ engine.handled());
    }

    private static long mixed(long hash, long word) {
        return Long.rotateLeft(hash ^ word, ROTATION) * PRIME;
    }

    /** A month is over, or the run. */
    void books(Inventory inventory, Ledger ledger) {
        for (long balance : ledger.balancesMicroUsd()) {
            books = mixed(books, balance);
        }
        for (int pool = 0; pool < inventory.pools(); pool++) {
            for (PoolState state : PoolState.values()) {
                books = mixed(books, inventory.gpus(pool, state));
            }
        }
        books = mixed(books, inventory.leasedGpuMicros(engine.nowMicros()));
    }

    long events() {
        return mixed(events, engine.handled());
    }

    long books() {
        return books;
    }
}
