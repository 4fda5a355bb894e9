package straits.experiments.output;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import straits.experiments.analysis.PairedContrast;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.UnitResult;

/**
 * {@code contrasts.csv}: each point against its reference, pair by pair of replications, which share all random numbers
 * they have in common. Of a date the share of never is contrasted, of a category the share of each value.
 */
public final class Contrasts {

    /** The declaration. */
    public static final Table<Row> TABLE = Table.<Row>of("contrasts.csv", "point x answer, against the reference point")
            .integer("point", "", "design point", Row::point)
            .text("regime", "key of its regime", Row::regime)
            .integer("reference_point", "", "design point it is compared with", Row::referencePoint)
            .text("reference_regime", "key of the regime of that point", Row::referenceRegime)
            .text("answer", "name of the answer", row -> row.answer().key())
            .text("unit", "unit of the answer, of a share if there is a category", Row::unit)
            .text("category", "value whose share is compared; never for a date; else empty", Row::category)
            .integer(
                    "n",
                    "pairs",
                    "replications that have the answer at both points",
                    row -> row.contrast().n())
            .with(Comparison::difference)
            .decimal(
                    "variance_ratio",
                    "",
                    "how many times more independent replications the same standard error would have cost",
                    row -> row.contrast().varianceRatio())
            .bool(
                    "differs",
                    "whether the simultaneous interval excludes zero and, of shares, the exact sign test agrees",
                    Comparison::differs)
            .integer(
                    "comparisons",
                    "",
                    "comparisons of this answer that are judged together: points, times values of a category",
                    Row::comparisons)
            .with(table -> Comparison.simultaneous(table, "answer"))
            .build();

    private Contrasts() {}

    /**
     * One comparison.
     *
     * @param point design point
     * @param regime its regime
     * @param referencePoint design point it is compared with
     * @param referenceRegime regime of that point
     * @param answer which answer
     * @param category value whose share is compared; empty for numbers
     * @param contrast the paired difference, point less reference
     * @param comparisons how many of this answer are judged together
     */
    public record Row(
            int point,
            String regime,
            int referencePoint,
            String referenceRegime,
            Answer answer,
            String category,
            PairedContrast contrast,
            int comparisons)
            implements Comparison {

        String unit() {
            return category.isEmpty() ? answer.unit() : "fraction";
        }

        Row among(int all) {
            return new Row(point, regime, referencePoint, referenceRegime, answer, category, contrast, all);
        }
    }

    /**
     * All comparisons, by point in order of appearance, then answer, then category.
     *
     * @param results runs of all points
     * @param referenceOf the reference point of each point; points without one, or that are their own, are left out
     */
    public static List<Row> rows(List<UnitResult> results, Map<Integer, Integer> referenceOf) {
        Map<Integer, List<UnitResult>> byPoint = Series.byPoint(results);
        List<Row> rows = new ArrayList<>();
        Set<Integer> compared = new HashSet<>();
        byPoint.forEach((point, runs) -> {
            Integer reference = referenceOf.get(point);
            List<UnitResult> referenceRuns = reference == null ? null : byPoint.get(reference);
            if (referenceRuns != null && !point.equals(reference)) {
                compared.add(point);
                for (Answer answer : Answer.values()) {
                    rows.addAll(of(answer, runs, referenceRuns));
                }
            }
        });
        return together(rows, compared.size());
    }

    /** A point that lacks the answer counts as well: one that was looked at and found wanting was looked at. */
    private static List<Row> together(List<Row> rows, int points) {
        Map<Answer, Set<String>> categories = new EnumMap<>(Answer.class);
        rows.forEach(row -> categories
                .computeIfAbsent(row.answer(), answer -> new HashSet<>())
                .add(row.category()));
        return rows.stream()
                .map(row -> row.among(
                        points * categories.getOrDefault(row.answer(), Set.of()).size()))
                .toList();
    }

    /**
     * The comparisons of one answer, runs of one point against those of another, each by itself; none if no pair has it.
     */
    public static List<Row> of(Answer answer, List<UnitResult> runs, List<UnitResult> referenceRuns) {
        Pairs pairs = Pairs.of(answer, runs, referenceRuns);
        if (pairs.first.isEmpty()) {
            return List.of();
        }
        return switch (answer.kind()) {
            case CATEGORY -> {
                Set<String> values = Series.occurring(answer, pairs.first);
                values.addAll(Series.occurring(answer, pairs.second));
                yield values.stream()
                        .map(value -> pairs.row(answer, value, run -> is(run, answer, value)))
                        .toList();
            }
            case DATE -> List.of(pairs.row(answer, Summary.NEVER, run -> never(run, answer)));
            case CONSTANT, CONTROL -> List.of();
            case NUMBER, RATIO ->
                List.of(pairs.row(answer, "", run -> run.answers().value(answer)));
        };
    }

    private static double is(UnitResult run, Answer answer, String value) {
        return run.answers().category(answer).equals(value) ? 1 : 0;
    }

    private static double never(UnitResult run, Answer answer) {
        return Double.isInfinite(run.answers().value(answer)) ? 1 : 0;
    }

    /** Runs of two points by replication, as far as both have the answer. */
    private record Pairs(List<UnitResult> first, List<UnitResult> second) {

        static Pairs of(Answer answer, List<UnitResult> runs, List<UnitResult> referenceRuns) {
            Map<Integer, UnitResult> references = new HashMap<>();
            Series.having(answer, referenceRuns)
                    .forEach(run -> references.put(run.key().replication(), run));
            Pairs pairs = new Pairs(new ArrayList<>(), new ArrayList<>());
            for (UnitResult run : Series.having(answer, runs)) {
                UnitResult other = references.get(run.key().replication());
                if (other != null) {
                    pairs.first.add(run);
                    pairs.second.add(other);
                }
            }
            return pairs;
        }

        Row row(Answer answer, String category, ToDoubleFunction<UnitResult> value) {
            double[] values = first.stream().mapToDouble(value).toArray();
            double[] others = second.stream().mapToDouble(value).toArray();
            PairedContrast contrast =
                    category.isEmpty() ? PairedContrast.of(values, others) : PairedContrast.ofShares(values, others);
            UnitResult one = first.get(0);
            UnitResult other = second.get(0);
            return new Row(
                    one.key().point(),
                    one.key().regime(),
                    other.key().point(),
                    other.key().regime(),
                    answer,
                    category,
                    contrast,
                    1);
        }
    }
}
