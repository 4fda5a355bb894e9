package straits.experiments.design;

import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.scenario.Default;
import straits.scenario.Meaning;
import straits.scenario.Within;
import straits.scenario.file.Amount;
import straits.scenario.file.Written;

/**
 * What varies from point to point, as a file states it: one or more places of the scenario, and the values they take together.
 * The factor {@value #REGIME} has no path: its values are regimes. The factor {@value #ASSUMPTIONS} has neither path nor values:
 * it stands for every assumption of the scenario that has a range.
 *
 * @param path path in the scenario
 * @param paths paths in the scenario, where several numbers move together
 * @param values the values one by one
 * @param low least value of a range, all of it equally likely
 * @param high greatest value of that range
 * @param levels how many evenly spaced values of a range a factorial design takes, both ends included
 * @param spread a range whose values are not equally likely
 * @param whole whether sampled numbers are rounded to whole ones
 * @param sample which assumptions are sampled and how; of the factor {@value #ASSUMPTIONS} only
 */
record Factor(
        @Meaning("path in the scenario") @Nullable String path,

        @Meaning("paths in the scenario that move together") @Default("[]")
        List<String> paths,

        @Meaning("values one by one") @Default("[]") List<Written> values,
        @Meaning("least value of a range") @Nullable Amount low,
        @Meaning("greatest value of a range") @Nullable Amount high,

        @Meaning("evenly spaced values of low to high for a factorial design") @Nullable @Within(low = 2, high = 1000)
        Integer levels,

        @Meaning("a range with a distribution") @Nullable Spread spread,

        @Meaning("whether sampled numbers are rounded to whole ones") @Default("false")
        boolean whole,

        @Meaning("which assumptions are sampled and how; of the factor assumptions only") @Nullable
        Sample sample) {

    static final String REGIME = "regime";
    static final String ASSUMPTIONS = "assumptions";

    Factor {
        paths = List.copyOf(paths);
        values = List.copyOf(values);
    }

    /** Every path. */
    List<String> allPaths() {
        return path == null ? paths : List.of(path);
    }

    /** The range with its distribution; null if there is none. */
    @Nullable
    Spread range() {
        return spread == null && low != null && high != null ? new Spread.Uniform(low, high) : spread;
    }

    /**
     * Which assumptions are sampled and how.
     *
     * @param only patterns of paths, {@code *} for any text; empty for all
     * @param except patterns of paths that keep their stated value
     * @param move what moves together
     * @param shape how likely the values of a range are
     */
    record Sample(
            @Meaning("patterns of paths to sample, * for any text; none: all") @Default("[]")
            List<String> only,

            @Meaning("patterns of paths that keep their value") @Default("[]")
            List<String> except,

            @Meaning("what moves together: numbers of one origin, or each number by itself") @Default("by_origin")
            Move move,

            @Meaning("how likely values are: triangular with the stated value likeliest, or uniform")
            @Default("triangular")
            Shape shape) {

        static final Sample ALL = new Sample(List.of(), List.of(), Move.BY_ORIGIN, Shape.TRIANGULAR);

        Sample {
            only = List.copyOf(only);
            except = List.copyOf(except);
        }
    }

    /** What moves together. */
    enum Move {
        /** Numbers that state one origin: they are uncertain for one reason. */
        BY_ORIGIN,
        /** Each number by itself. */
        EACH
    }

    /** How likely the values of a range are. */
    enum Shape {
        /** The stated value is the likeliest. */
        TRIANGULAR,
        /** All equally. */
        UNIFORM
    }
}
