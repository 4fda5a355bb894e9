package straits.random;

/**
 * Draws that belong to objects instead of to a sequence: the same key gives the same draw however often, in whatever order
 * and after whatever else it is asked. Two runs that differ in one rule therefore give equal draws to every object that
 * exists in both.
 */
@FunctionalInterface
public interface KeyedDraws {

    /**
     * The draw of one object.
     *
     * @param a first part of the object's key, for example {@link Randomness#key(String)} of its slug
     * @param b second part, for example an ordinal; 0 where there is none
     * @param c third part; 0 where there is none
     * @return above 0 and below 1
     */
    double uniform(long a, long b, long c);
}
