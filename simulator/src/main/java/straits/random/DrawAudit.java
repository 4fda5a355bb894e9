package straits.random;

/** Is told of every draw. For tests that compare two runs draw by draw. */
@FunctionalInterface
public interface DrawAudit {

    /**
     * One draw was made.
     *
     * @param stream for a sequential stream entity and purpose, joined by a colon; for keyed draws {@code purpose:a,b,c}
     * @param ordinal position in the sequential stream, from 0; always 0 for a keyed draw
     * @param value the draw
     */
    void drawn(String stream, long ordinal, double value);

    /**
     * A sequential stream is about to be used.
     *
     * @param stream entity and purpose, joined by a colon
     * @param state where its generator stands, as text
     */
    default void opened(String stream, String state) {}
}
