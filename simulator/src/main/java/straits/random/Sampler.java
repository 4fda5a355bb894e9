package straits.random;

/** A distribution to draw from, by inversion: one uniform draw gives one value, and a greater draw never a smaller one. */
public interface Sampler {

    /**
     * The inverse of the distribution function: the least value x with P(X &lt;= x) at or above u.
     *
     * @param u above 0 and below 1
     */
    double at(double u);

    /** The distribution function, P(X &lt;= x). */
    double cdf(double x);

    /** The mean; positive infinity where there is none. */
    double mean();

    /** A value from the next draw of a stream. Takes one draw, or none where the value is certain. */
    default double draw(Stream stream) {
        return at(uniform(stream));
    }

    /** What {@link #draw} takes from a stream, for {@link #at} to turn into a value when it is needed. */
    default double uniform(Stream stream) {
        return stream.next();
    }
}
