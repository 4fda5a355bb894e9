package straits.simulation;

import straits.units.SimTime;

/** The books of a run do not balance: an error of the program, never of its user. */
public final class InvariantException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private final Invariant invariant;

    /**
     * An invariant does not hold.
     *
     * @param invariant which
     * @param found where and when, and both values
     */
    public InvariantException(Invariant invariant, String found) {
        super("invariant " + invariant.number() + " (" + invariant.text() + "): " + found);
        this.invariant = invariant;
    }

    /** Which does not hold. */
    public Invariant invariant() {
        return invariant;
    }

    /** The same, with where in the run it was found. */
    InvariantException at(long event, long micros) {
        return new InvariantException(this, event, micros);
    }

    private InvariantException(InvariantException found, long event, long micros) {
        super(found.getMessage() + " (event " + event + ", hour " + SimTime.toHours(micros) + ")", found);
        invariant = found.invariant;
    }
}
