package straits.random;

/**
 * MRG32k3a laid out as in the packages of its author, so that it can be held to the numbers published with them. The model draws from
 * {@link Randomness} instead, which lays its streams out by name.
 *
 * <p>Source: P. L'Ecuyer, R. Simard, E. J. Chen and W. D. Kelton, "An Object-Oriented Random-Number Package with Many Long Streams and
 * Substreams", Operations Research 50(6), 2002, 1073-1075.
 */
public final class PublishedStreams {

    private static final long[] DEFAULT_SEED = {12345, 12345, 12345, 12345, 12345, 12345};

    /** Streams are 2^127 draws apart. */
    private static final int STREAM_BITS = 127;

    private PublishedStreams() {}

    /**
     * A stream of the default seed at the beginning of one of its substreams.
     *
     * @param number which stream in order of construction, from 0
     * @param substream which substream, from 0
     */
    public static Stream of(long number, long substream) {
        long[] stream = Mrg32k3aState.ahead(DEFAULT_SEED, STREAM_BITS, number);
        return new Mrg32k3aStream(Mrg32k3aState.substream(stream, substream));
    }
}
