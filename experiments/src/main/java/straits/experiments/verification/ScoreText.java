package straits.experiments.verification;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import straits.experiments.output.TextTable;

/** Scores for people: on a screen, and in the pages of the documentation. */
public final class ScoreText {

    private static final int DIGITS = 7;
    private static final int[] WIDTHS = {38, 12, 12, 26, 12, 9, 10};

    private ScoreText() {}

    /** Heading of the columns of {@link #ofCase}. */
    public static String heading() {
        return new TextTable(true, WIDTHS)
                .line(List.of("", "exact", "estimate", "99.9 % interval", "half width", "allowed", "verdict"))
                .toString();
    }

    /** The scores of one case. */
    public static String ofCase(List<Score> scores) {
        Score first = scores.get(0);
        TextTable table = new TextTable(true, WIDTHS);
        for (Score score : scores) {
            table.line(List.of(
                    "  " + score.output(),
                    number(score.exact()),
                    number(score.estimate()),
                    interval(score),
                    percent(score.powerReached()),
                    percent(score.toleranceFraction()),
                    score.finding().word()));
        }
        String notes = scores.stream()
                .filter(score -> !score.note().isEmpty())
                .map(score -> "  ! " + score.output() + ": " + score.note() + "\n")
                .collect(Collectors.joining());
        return first.caseId() + " " + first.title() + " [" + first.source() + "]\n" + table + notes;
    }

    /** One line over all scores. */
    public static String total(List<Score> scores) {
        long cases = scores.stream().map(Score::caseId).distinct().count();
        String found = Stream.of(Finding.values())
                .filter(finding -> finding == Finding.PASS || count(scores, finding) > 0)
                .map(finding -> count(scores, finding) + " " + finding.word())
                .collect(Collectors.joining(", "));
        return counted(cases, "case") + ", " + counted(scores.size(), "output") + ": " + found + "\n";
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static long count(List<Score> scores, Finding finding) {
        return scores.stream().filter(score -> score.finding() == finding).count();
    }

    static String interval(Score score) {
        return Double.isNaN(score.low()) ? "" : number(score.low()) + " .. " + number(score.high());
    }

    static String number(double value) {
        return Double.isNaN(value)
                ? ""
                : new BigDecimal(value)
                        .round(new MathContext(DIGITS))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    static String percent(double fraction) {
        return Double.isNaN(fraction) ? "" : String.format(Locale.ROOT, "%.2f %%", 100 * fraction);
    }
}
