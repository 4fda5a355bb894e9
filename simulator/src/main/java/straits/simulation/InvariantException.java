package straits.simulation;

/** The books of a run do not balance: an error of the program, never of its user. */
public final class InvariantException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /** Says which invariant, when, and both values. */
    public InvariantException(String message) {
        super(message);
    }
}
