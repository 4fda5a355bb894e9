package straits.scenario;

/** What GPUs are used for; performance relative to an H100 differs between the two. */
public enum Workload {
    /** Training of models. */
    TRAINING,
    /** Serving of models. */
    INFERENCE
}
