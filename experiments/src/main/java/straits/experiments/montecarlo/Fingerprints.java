package straits.experiments.montecarlo;

/**
 * Hashes that tell two runs apart, whatever machine they ran on.
 *
 * @param events of the events in their order
 * @param books of all accounts and pools, at the end of every month and of the run
 * @param results of the answers and of all rows; 0 until they are made
 */
public record Fingerprints(long events, long books, long results) {

    /** Of a run that failed. */
    public static final Fingerprints NONE = new Fingerprints(0, 0, 0);

    /** The same, with the results known. */
    public Fingerprints withResults(long hash) {
        return new Fingerprints(events, books, hash);
    }
}
