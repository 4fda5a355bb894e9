package straits.experiments.output;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import straits.experiments.analysis.PairedContrast;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.UnitResult;

/**
 * One design point on the answer sheet.
 *
 * @param title its regime, with its number if another point has the same regime
 * @param runs all its runs
 * @param reference runs of the point it is compared with; its own for the reference itself
 * @param comparisons how many points of the sheet are compared with the reference
 */
record SheetColumn(String title, List<UnitResult> runs, List<UnitResult> reference, int comparisons) {

    boolean isReference() {
        return runs == reference;
    }

    /** Replications that came to their end, and those that did not. */
    String replications() {
        long failed = runs.stream().filter(run -> !run.ok()).count();
        return runs.size() - failed + (failed == 0 ? "" : ", " + failed + " failed");
    }

    /** The summary of a number; empty if no run has it. */
    Optional<Summary.Row> summary(Answer answer) {
        return rows(answer).stream().findFirst();
    }

    private List<Summary.Row> rows(Answer answer) {
        List<UnitResult> having = Series.having(answer, runs);
        return having.isEmpty() ? List.of() : Summary.of(answer, having);
    }

    /** Size of the mean of a number; 0 if no run has it. */
    double size(Answer answer) {
        return summary(answer).map(row -> Math.abs(row.mean())).orElse(0.0);
    }

    /** The paired difference of a number from the reference; empty for the reference. */
    Optional<PairedContrast> contrast(Answer answer) {
        return isReference()
                ? Optional.empty()
                : Contrasts.of(answer, runs, reference).stream()
                        .map(Contrasts.Row::contrast)
                        .findFirst();
    }

    /** A cell of the sheet. */
    String cell(Answer answer, Scale scale) {
        Optional<Summary.Row> summary = summary(answer);
        if (summary.isEmpty()) {
            return "n/a";
        }
        return switch (answer.kind()) {
            case CONSTANT -> scale.text(summary.get().mean());
            case NUMBER, RATIO -> scale.estimate(summary.get()) + mark(answer);
            case DATE -> date(summary.get());
            case CATEGORY -> category(answer);
            case CONTROL -> "n/a";
        };
    }

    /** What can be told of the difference from the reference: one whose simultaneous interval covers zero is none. */
    private String mark(Answer answer) {
        return contrast(answer)
                .filter(each -> each.n() > 1)
                .map(each -> !each.differs(comparisons) ? " =" : each.meanDifference() > 0 ? " +" : " -")
                .orElse("");
    }

    private static String date(Summary.Row row) {
        int never = (int) Math.round(row.share() * row.n());
        String ofNever = never == 0 ? "" : "never in " + never + " of " + row.n();
        double median = row.day(1, 0);
        if (Double.isInfinite(median)) {
            return ofNever;
        }
        return Days.date(median) + (never == 0 ? "" : ", " + ofNever);
    }

    private String category(Answer answer) {
        Summary.Row most = mostFrequent(answer).orElseThrow();
        return most.category() + " in " + Math.round(most.share() * most.n()) + " of " + most.n();
    }

    /** The most frequent value of a category, the first in natural order of several; empty if no run has one. */
    Optional<Summary.Row> mostFrequent(Answer answer) {
        return rows(answer).stream()
                .sorted(Comparator.comparingDouble((Summary.Row row) -> -row.share()))
                .findFirst();
    }
}
