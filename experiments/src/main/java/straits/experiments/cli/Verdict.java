package straits.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.stat.StatUtils;
import straits.experiments.analysis.Homogeneity;
import straits.experiments.montecarlo.Answer;
import straits.experiments.output.OutcomeSample;

/**
 * Whether two folders that are not identical differ by more than chance: every answer of every point that both have is tested, means
 * by t tests (pair by pair where the seeds are equal), shares by chi-square, and Holm's rule keeps the probability of even
 * one wrong difference at 5 %.
 *
 * @param text what to tell, ends in a line feed
 * @param different whether any answer differs
 */
record Verdict(String text, boolean different) {

    private static final double LEVEL = 0.05;
    private static final String NEVER = "";

    /** One test: what it is of, both values, and its p value. */
    private record Test(String what, String one, String other, double pValue) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s: %s and %s, p = %.2g", what, one, other, pValue);
        }
    }

    static Verdict of(Path one, Path other, boolean paired) {
        Map<Integer, OutcomeSample> ones = OutcomeSample.read(one);
        Map<Integer, OutcomeSample> others = OutcomeSample.read(other);
        List<Test> tests = new ArrayList<>();
        List<String> unmatched = new ArrayList<>();
        ones.forEach((point, sample) -> {
            OutcomeSample match = others.get(point);
            if (match == null || !match.regime().equals(sample.regime())) {
                unmatched.add(point + " (" + sample.regime() + ")");
            } else {
                addPoint(tests, point, sample, match, paired);
            }
        });
        others.forEach((point, sample) -> {
            if (!ones.containsKey(point)) {
                unmatched.add(point + " (" + sample.regime() + ")");
            }
        });
        return of(tests, unmatched);
    }

    private static void addPoint(List<Test> tests, int point, OutcomeSample one, OutcomeSample other, boolean paired) {
        boolean pairs = paired && one.replications().equals(other.replications());
        for (Answer answer : Answer.values()) {
            String what = answer.key() + " at point " + point + " (" + one.regime() + ")";
            List<String> first = of(answer, one);
            List<String> second = of(answer, other);
            if (answer.kind() == Answer.Kind.CATEGORY) {
                addShares(tests, what, first, second);
            } else if (answer.kind() == Answer.Kind.DATE) {
                addShares(tests, "whether " + what + " comes", comes(first), comes(second));
            } else {
                addMeans(tests, what, first, second, pairs);
            }
        }
    }

    private static List<String> of(Answer answer, OutcomeSample sample) {
        return sample.texts().getOrDefault(answer, List.of());
    }

    private static List<String> comes(List<String> dates) {
        return dates.stream()
                .map(date -> date.equals(NEVER) ? "never" : "comes")
                .toList();
    }

    private static void addShares(List<Test> tests, String what, List<String> one, List<String> other) {
        tests.add(new Test(what, shares(one), shares(other), Homogeneity.ofShares(one, other)));
    }

    private static String shares(List<String> sample) {
        return sample.stream().distinct().sorted().limit(3).toList() + " in " + sample.size();
    }

    private static void addMeans(List<Test> tests, String what, List<String> one, List<String> other, boolean paired) {
        boolean whole = paired && !one.contains("") && !other.contains("");
        double[] first = numbers(one);
        double[] second = numbers(other);
        if (first.length > 0 || second.length > 0) {
            double p = whole ? Homogeneity.ofPairs(first, second) : Homogeneity.ofMeans(first, second);
            tests.add(new Test(what, mean(first), mean(second), p));
        }
    }

    private static double[] numbers(List<String> texts) {
        return texts.stream()
                .filter(text -> !text.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static String mean(double[] values) {
        return values.length == 0 ? "none" : String.format(Locale.ROOT, "%.6g", StatUtils.mean(values));
    }

    private static Verdict of(List<Test> tests, List<String> unmatched) {
        double[] pValues = tests.stream().mapToDouble(Test::pValue).toArray();
        List<Integer> rejected = Homogeneity.rejected(pValues, LEVEL);
        // Answers that are equal in every replication say nothing about those that are not.
        boolean blind = Arrays.stream(pValues).noneMatch(p -> p < 1);
        boolean different = !rejected.isEmpty() || !unmatched.isEmpty() || blind;
        StringBuilder text = new StringBuilder();
        rejected.forEach(test -> text.append(tests.get(test)).append('\n'));
        unmatched.forEach(point -> text.append("point ").append(point).append(" is not in both\n"));
        if (unmatched.isEmpty() && Arrays.stream(pValues).allMatch(p -> p >= 1)) {
            return new Verdict(
                    "different: every answer is the same in every replication, and some other file is not\n", true);
        }
        long able = Arrays.stream(pValues).filter(p -> !Double.isNaN(p)).count();
        text.append(different ? "different: " : "equal as far as these replications can tell: ")
                .append(rejected.size())
                .append(" of ")
                .append(able)
                .append(" answers differ by more than chance (Holm, 5 %)");
        long unable = pValues.length - able;
        text.append(unable == 0 ? "\n" : "; " + unable + " have too few replications to tell\n");
        return new Verdict(text.toString(), different);
    }
}
