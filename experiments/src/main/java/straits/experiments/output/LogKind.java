package straits.experiments.output;

/** What can be logged of a run. */
public enum LogKind {
    /** Every event: {@code events.csv}. */
    EVENTS(LogTables.EVENTS),
    /** Every lease: {@code leases.csv}. */
    LEASES(LogTables.LEASES),
    /** Every application for a licence: {@code licences.csv}. */
    LICENCES(LogTables.LICENCES),
    /** Every step of a delivery: {@code deliveries.csv}. */
    DELIVERIES(LogTables.DELIVERIES);

    private final Table<?> table;

    LogKind(Table<?> table) {
        this.table = table;
    }

    /** The table of the log. */
    public Table<?> table() {
        return table;
    }
}
