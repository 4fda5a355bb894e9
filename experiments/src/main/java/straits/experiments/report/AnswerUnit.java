package straits.experiments.report;

import straits.experiments.montecarlo.Answer;

/**
 * The unit in which the report shows an answer.
 *
 * @param name the unit as written; empty if there is none
 * @param factor multiplies a number in the unit of the tables
 */
record AnswerUnit(String name, double factor) {

    static AnswerUnit of(Answer answer) {
        return switch (answer.unit()) {
            case "USD" -> new AnswerUnit("million USD", 1e-6);
            case "fraction" -> new AnswerUnit("%", 100);
            case "date" -> new AnswerUnit("", 1);
            default -> new AnswerUnit(answer.unit(), 1);
        };
    }

    /** The name of the answer and the unit. */
    static String label(Answer answer) {
        String unit = of(answer).name();
        return unit.isEmpty() ? answer.label() : answer.label() + ", " + unit;
    }
}
