package straits.experiments.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import straits.experiments.montecarlo.Answer;

/** What stands on top of the report: the answer in a sentence, and what must be known before it is believed. */
final class FirstWords {

    private static final int FEW = 10;

    private final Runs runs;
    private final Answers answers;
    private final String headline;

    FirstWords(Runs runs, Answers answers) {
        this.runs = runs;
        this.answers = answers;
        headline = runs.headline().key();
    }

    /** The answer at the reference, and in a second sentence what the others do; empty where there is nothing to say. */
    List<String> sentences() {
        Estimate held = answers.number(runs.reference(), headline);
        if (held.missing()) {
            return List.of("No replication of " + runs.reference().name() + " came to its end: there is no answer.");
        }
        String n = "n = " + held.n() + (runs.reference().pooled() ? " design points" : "");
        String interval = held.interval().missing()
                ? "(" + n + ": no interval)"
                : "(95 % interval " + Numbers.text(held.interval().low()) + " to "
                        + Numbers.text(held.interval().high()) + ", " + n + ")";
        String what = "Under " + runs.reference().name() + " "
                + (runs.tenant().isEmpty() ? "the market leased " : runs.tenant() + " held ")
                + Numbers.text(held.value()) + " h100e on average " + interval;
        return List.of(what + bound(held) + ".", differences());
    }

    private String bound(Estimate held) {
        Estimate bound = answers.number(runs.reference(), Answer.BUDGET_BOUND_GPUS.key());
        return bound.missing() || runs.tenant().isEmpty()
                ? ""
                : ": " + String.format(Locale.ROOT, "%.1f", 100 * held.value() / bound.value()) + " % of the "
                        + Numbers.text(bound.value()) + " GPUs that its budget pays for around the clock";
    }

    /** What the other cohorts do, in a sentence; empty if there are none that can be compared. */
    private String differences() {
        Map<String, List<String>> said = new LinkedHashMap<>();
        for (Cohort cohort : runs.cohorts()) {
            Estimate difference = answers.difference(cohort, headline);
            if (!difference.missing()) {
                String words = difference.interval().missing()
                        ? "too few replications to compare"
                        : difference.grey()
                                ? "no difference that these replications can tell"
                                : Numbers.text(Math.abs(difference.value())) + " h100e "
                                        + (difference.value() > 0 ? "more, difference " : "less, difference ")
                                        + Numbers.text(difference.interval());
                said.computeIfAbsent(words, key -> new ArrayList<>()).add(cohort.name());
            }
        }
        List<String> parts = new ArrayList<>();
        said.forEach((words, names) -> parts.add("under " + String.join(", ", names) + " " + words));
        String all = String.join("; ", parts);
        return all.isEmpty() ? "" : "Against that, " + all + ".";
    }

    /** Failed replications first. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        int failed = runs.outcomes().failures().size();
        if (failed > 0) {
            warnings.add(
                    failed + " of " + runs.outcomes().runs()
                            + " replications failed. They are in no mean of this page; the list is under \"Where this comes from\".");
        }
        int least = runs.cohorts().stream()
                .filter(cohort -> !cohort.pooled())
                .mapToInt(cohort -> cohort.runs().size())
                .min()
                .orElse(FEW);
        if (least < FEW) {
            warnings.add("Few replications: " + least
                    + ". Intervals are wide and rest on near normal means; quantiles need more.");
        }
        if (runs.leftOut() > 0) {
            warnings.add("Shown are " + runs.cohorts().size() + " groups of points; " + runs.leftOut()
                    + (runs.leftOut() == 1 ? " more is" : " more are") + " in the tables only.");
        }
        if (runs.reference().pooled()) {
            warnings.add(
                    "Too many design points to tell apart: shown are means over all points of a regime, without intervals."
                            + " Each point is in summary.csv.");
        }
        return warnings;
    }
}
