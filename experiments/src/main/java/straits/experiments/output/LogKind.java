package straits.experiments.output;

/** What can be logged of a run. */
public enum LogKind {
    /** Every event: {@code events.csv}. */
    EVENTS,
    /** Every lease: {@code leases.csv}. */
    LEASES,
    /** Every application for a licence: {@code licences.csv}. */
    LICENCES,
    /** Every step of a delivery: {@code deliveries.csv}. */
    DELIVERIES,
    /** Every negotiation of a block: {@code negotiations.csv}. */
    NEGOTIATIONS
}
