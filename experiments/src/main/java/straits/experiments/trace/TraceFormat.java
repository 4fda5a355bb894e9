package straits.experiments.trace;

/** Public job tables that become traces. */
public enum TraceFormat {
    /** {@code pai_task_table.csv} of Alibaba's cluster-trace-gpu-v2020. */
    ALIBABA,
    /** {@code cluster_job_log} of Microsoft's Philly traces. */
    PHILLY,
    /** {@code cluster_log.csv} of SenseTime's Helios. */
    HELIOS,
    /** {@code trace_seren.csv} and {@code trace_kalos.csv} of Shanghai AI Laboratory's Acme. */
    ACME,
    /** A trace that was converted before, to take a part of it. */
    STRAITS;

    JobTable table() {
        return switch (this) {
            case ALIBABA -> new AlibabaTable();
            case PHILLY -> new PhillyTable();
            case HELIOS, ACME -> new SlurmTable();
            case STRAITS -> new StraitsTable();
        };
    }
}
