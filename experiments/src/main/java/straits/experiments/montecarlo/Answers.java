package straits.experiments.montecarlo;

import java.util.Arrays;

/** The answers of one run. Immutable: every {@code with} gives a new object. */
public final class Answers {

    /** No answer at all. */
    public static final Answers MISSING = new Answers(filled(Double.NaN), filled(0), "");

    private final double[] values;
    private final double[] weights;
    private final String binding;

    private Answers(double[] values, double[] weights, String binding) {
        this.values = values;
        this.weights = weights;
        this.binding = binding;
    }

    /** The answers read back from a file. */
    static Answers of(double[] values, double[] weights, String binding) {
        int answers = Answer.values().length;
        if (values.length != answers || weights.length != answers) {
            throw new IllegalArgumentException(values.length + " answers; this version has " + answers);
        }
        return new Answers(values, weights, binding);
    }

    private static double[] filled(double value) {
        double[] filled = new double[Answer.values().length];
        Arrays.fill(filled, value);
        return filled;
    }

    /** These answers with one more number, or date as days since 1970-01-01, infinite for never. */
    public Answers with(Answer answer, double value) {
        return with(answer, value, 0);
    }

    /** These answers with one more ratio of two totals; missing if the lower one is zero. */
    public Answers withRatio(Answer answer, double over, double under) {
        return with(answer, under == 0 ? Double.NaN : over / under, under);
    }

    private Answers with(Answer answer, double value, double weight) {
        double[] more = values.clone();
        double[] moreWeights = weights.clone();
        more[answer.ordinal()] = value;
        moreWeights[answer.ordinal()] = weight;
        return new Answers(more, moreWeights, binding);
    }

    /** These answers with what stopped the tenant. */
    public Answers withBinding(String reason) {
        return new Answers(values, weights, reason);
    }

    /** A number; a date as days since 1970-01-01, infinite for never; NaN if missing or a text. */
    public double value(Answer answer) {
        return values[answer.ordinal()];
    }

    /** The lower total of a ratio, 0 of any other answer: the ratio of totals over runs weighs by it. */
    public double weight(Answer answer) {
        return weights[answer.ordinal()];
    }

    /** The text of a category; empty if missing or not a category. */
    public String category(Answer answer) {
        return answer == Answer.ANCHOR_BINDING ? binding : "";
    }

    /** Whether there is no such answer. */
    public boolean missing(Answer answer) {
        return answer == Answer.ANCHOR_BINDING ? binding.isEmpty() : Double.isNaN(value(answer));
    }
}
