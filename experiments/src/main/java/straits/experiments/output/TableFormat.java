package straits.experiments.output;

/** What tables are in the end; while a run goes on they are CSV. */
public enum TableFormat {
    /** CSV as it is. */
    CSV
}
