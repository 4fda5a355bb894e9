package straits.experiments.montecarlo;

import java.util.Map;
import straits.simulation.Invariant;
import straits.simulation.InvariantException;

/** What must hold of the answers of every run, in the scenarios of anybody: shares are shares, and numbers are finite. */
final class AnswerInvariants {

    private static final double HHI_OF_ONE = 10_000;

    /** A sum of doubles may be off by so much of itself. */
    private static final double ROUNDING = 1e-9;

    private static final Map<Answer, Double> MOST = Map.of(
            Answer.MARKET_UTILISATION_FRACTION, 1.0,
            Answer.REFUSED_REQUESTS_FRACTION, 1.0,
            Answer.GATEKEEPER_SHARE_FRACTION, 1.0,
            Answer.HHI_REVENUE, HHI_OF_ONE);

    private AnswerInvariants() {}

    /**
     * Checks the answers of a run that came to its end.
     *
     * @throws InvariantException naming the first that cannot be
     */
    static void check(Answers answers) {
        for (Answer answer : Answer.values()) {
            double value = answers.value(answer);
            if (!answers.missing(answer) && !holds(answer, value)) {
                throw new InvariantException(
                        Invariant.FRACTIONS,
                        answer.key() + " is " + value
                                + (MOST.containsKey(answer) ? ", which lies in [0, " + MOST.get(answer) + "]" : ""));
            }
        }
    }

    /** A date that never comes is infinite, and a word is no number. */
    private static boolean holds(Answer answer, double value) {
        Double most = MOST.get(answer);
        if (most != null) {
            return value >= -ROUNDING && value <= most * (1 + ROUNDING);
        }
        return switch (answer.kind()) {
            case DATE, CATEGORY -> true;
            case CONSTANT, NUMBER, RATIO, CONTROL -> Double.isFinite(value);
        };
    }
}
