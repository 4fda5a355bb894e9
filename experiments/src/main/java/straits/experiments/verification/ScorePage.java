package straits.experiments.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Scores as Markdown, for the pages that show them. */
public final class ScorePage {

    private ScorePage() {}

    /** A line per case. */
    public static String byCase(List<Score> scores) {
        return "| Case | What it is | Outputs | Half width of 99.9 % intervals | Verdict | Exact by |\n"
                + "|---|---|---|---|---|---|\n"
                + cases(scores).values().stream().map(ScorePage::line).collect(Collectors.joining())
                + "\n"
                + total(scores);
    }

    /** A line per output. */
    public static String byOutput(List<Score> scores) {
        StringBuilder page = new StringBuilder();
        cases(scores).forEach((id, ofCase) -> {
            page.append("### ")
                    .append(id)
                    .append(": ")
                    .append(ofCase.get(0).title())
                    .append("\n\n");
            page.append("Exact by: ").append(ofCase.get(0).source()).append(".\n\n");
            page.append("| Output | Exact | Estimate | 99.9 % interval | Half width | Allowed | Rule | Verdict |\n");
            page.append("|---|---|---|---|---|---|---|---|\n");
            ofCase.forEach(score -> page.append(line(score)));
            page.append('\n');
        });
        return page.append(total(scores)).toString();
    }

    private static Map<String, List<Score>> cases(List<Score> scores) {
        Map<String, List<Score>> cases = new LinkedHashMap<>();
        scores.forEach(score ->
                cases.computeIfAbsent(score.caseId(), id -> new ArrayList<>()).add(score));
        return cases;
    }

    private static String line(List<Score> ofCase) {
        Score first = ofCase.get(0);
        boolean passed = ofCase.stream().allMatch(Score::passed);
        return row(List.of(
                first.caseId(),
                first.title(),
                String.valueOf(ofCase.size()),
                widths(ofCase),
                passed ? Finding.PASS.word() : "not passed",
                first.source()));
    }

    private static String widths(List<Score> ofCase) {
        double[] widths = ofCase.stream()
                .mapToDouble(Score::powerReached)
                .filter(width -> !Double.isNaN(width))
                .sorted()
                .toArray();
        if (widths.length == 0) {
            return "no randomness";
        }
        double least = 100 * widths[0];
        double most = 100 * widths[widths.length - 1];
        return widths.length == 1
                ? String.format(Locale.ROOT, "%.2f %%", most)
                : String.format(Locale.ROOT, "%.2f to %.2f %%", least, most);
    }

    private static String line(Score score) {
        String rule = score.rule() + (score.note().isEmpty() ? "" : ", repeated");
        return row(List.of(
                score.output(),
                ScoreText.number(score.exact()),
                ScoreText.number(score.estimate()),
                ScoreText.interval(score),
                ScoreText.percent(score.powerReached()),
                ScoreText.percent(score.toleranceFraction()),
                rule,
                score.finding().word()));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String total(List<Score> scores) {
        return "Straits " + scores.get(0).version() + ", all by `straits verify`: " + ScoreText.total(scores);
    }
}
