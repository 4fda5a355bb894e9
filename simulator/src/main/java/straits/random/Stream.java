package straits.random;

/** A sequence of independent draws, uniform between 0 and 1. One owner, one thread. */
@FunctionalInterface
public interface Stream {

    /** The next draw, above 0 and below 1. */
    double next();
}
