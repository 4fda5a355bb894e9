package straits.experiments.montecarlo;

/** A row about one pool in one period. */
public interface OfPool {

    /** Unit and period. */
    PeriodKey key();

    /** Its owner. */
    String provider();

    /** Country of its site. */
    String country();

    /** Its chip model. */
    String chip();

    /** Its site. */
    String site();
}
