package straits.experiments.trace;

/**
 * A job that used GPUs.
 *
 * @param submitSeconds when it came, in seconds of the clock of its table
 * @param gpus GPUs, above 0
 * @param seconds how long it ran, 0 or more
 * @param chips chips it accepts, divided by semicolons; empty for any
 * @param limit most it pays in USD per GPU and hour; empty if unknown
 */
record Job(double submitSeconds, double gpus, double seconds, String chips, String limit) {

    Job(double submitSeconds, double gpus, double seconds) {
        this(submitSeconds, gpus, seconds, "", "");
    }
}
