package straits.simulation;

import java.util.function.Supplier;

/**
 * What must hold in every run, in the order of {@code simulator/docs/invariants.md}, which says where each is checked and which
 * test breaks it.
 */
public enum Invariant {
    /** Number 1. */
    ORDER("events run in the order of time, phase and scheduling, and the clock never goes back"),
    /** Number 2. */
    EVENTS("every event scheduled has run, was cancelled or is pending, and is one of these only"),
    /** Number 3. */
    HORIZON("nothing happens at or after the end of the run, and what is measured ends there"),
    /** Number 4. */
    POOLS("installed = captive + free + held + leased + down + curtailed in every pool, none below 0"),
    /** Number 5. */
    LEASED_GPUS("the GPUs of all leases in force are the GPUs leased, in every pool"),
    /** Number 6. */
    DELIVERIES("GPUs ordered are those on their way, in service, cancelled and left behind; none are there twice"),
    /** Number 7. */
    FREE_GPUS("GPUs counted as free, held or reclaimable are those that leases and deals leave"),
    /** Number 8. */
    GPU_HOURS("GPU-hours installed = the sum of the GPU-hours in all other states, in every pool and period"),
    /** Number 9. */
    REQUESTS("requests = those ended, by outcome, + those waiting; leases signed = those ended + those in force"),
    /** Number 10. */
    LEASE_TIMES("a lease starts before it ends, and is billed for the time its GPUs were held"),
    /** Number 11. */
    RECLAIMS("spot leases are reclaimed only for GPUs that are not free, and no more than needed"),
    /** Number 12. */
    LITTLE("time spent waiting, summed over requests = the length of the line, summed over time"),
    /** Number 13. */
    DOUBLE_ENTRY("all accounts of the ledger sum to 0, and what one owes another expects"),
    /** Number 14. */
    REVENUE("what the ledger says was charged is what was charged lease by lease"),
    /** Number 15. */
    PRICES("a price is finite, not below 0, and not above what the tenant would pay; no budget is overdrawn"),
    /** Number 16. */
    PRESENT_VALUE("the present value of costs at a rate of 0 is their sum"),
    /** Number 17. */
    APPLICATIONS("applications = decided + given up + in the house; no office reviews more than it has reviewers"),
    /** Number 18. */
    QUOTAS("every quota is granted = drawn + left, none below 0, and granted is what rules and licences give"),
    /** Number 19. */
    LICENCE_TIMES("a licence is granted after it was applied for, and ends neither before that nor after its time"),
    /** Number 20. */
    REPAIRS("GPUs down are those under repair or waiting for it; no more repairs at a time than crews"),
    /** Number 21. */
    STREAMS("a random stream serves one purpose of one entity"),
    /** Number 22. */
    SUBSTREAMS("replication r draws from its own streams, whatever the threads"),
    /** Number 23. */
    FRACTIONS("utilisation and shares lie in [0, 1], HHI in [0, 10000]; every number is finite"),
    /** Number 24. */
    STATISTICS("least <= mean <= most; quantiles rise; nothing counted is below 0"),
    /** Number 25. */
    FILES("rows of tables are those counted, and every file has the hash in the manifest");

    private final String text;

    Invariant(String text) {
        this.text = text;
    }

    /** Its number, from 1. */
    @SuppressWarnings("EnumOrdinal")
    public int number() {
        return ordinal() + 1;
    }

    /** What it says. */
    public String text() {
        return text;
    }

    /**
     * Does nothing if it holds.
     *
     * @param found where it does not, and both values
     * @throws InvariantException if it does not hold
     */
    void require(boolean holds, Supplier<String> found) {
        if (!holds) {
            throw new InvariantException(this, found.get());
        }
    }
}
