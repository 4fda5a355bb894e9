package straits.scenario;

import java.util.List;

/**
 * Where a number comes from.
 *
 * @param basis kind of backing
 * @param facts ids of the facts cited (one for {@link Basis#FACT}, the parents for {@link Basis#DERIVED}), else empty
 * @param reason why the number is what it is; empty when a fact speaks for itself
 * @param low least plausible value in the unit of the number, or NaN where no range is stated
 * @param high greatest plausible value in the unit of the number, or NaN where no range is stated
 */
public record Source(Basis basis, List<String> facts, String reason, double low, double high) {

    /** How a number is backed. */
    public enum Basis {
        /** Nothing said: allowed in hand-made worlds, not in a shipped scenario. */
        UNSTATED,
        /** Filled in by the program because the file was silent. */
        DEFAULT,
        /** Taken from one cited fact. */
        FACT,
        /** Computed from the cited facts. */
        DERIVED,
        /** Assumed: has a range and a reason. */
        ASSUMPTION
    }

    /** A number with no statement of origin. */
    public static final Source UNSTATED = new Source(Basis.UNSTATED, List.of(), "", Double.NaN, Double.NaN);

    /** A number the program filled in. */
    public static final Source DEFAULT = new Source(Basis.DEFAULT, List.of(), "", Double.NaN, Double.NaN);

    /** Copies the list, so that the record stays immutable. */
    public Source {
        facts = List.copyOf(facts);
    }

    /** Whether a range is stated. */
    public boolean ranged() {
        return low <= high;
    }
}
