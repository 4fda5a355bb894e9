package straits.experiments.report;

import java.util.List;
import straits.experiments.report.Sheet.Cell;
import straits.experiments.report.Sheet.Tone;
import straits.experiments.verification.Score;
import straits.experiments.verification.Scorecard;

/** How the program that made the report did in its own verification: the scorecard that ships with it. */
final class ScorecardSheet {

    private ScorecardSheet() {}

    /** A line per case and output. */
    static Sheet sheet() {
        List<Score> scores = Scorecard.shipped();
        return new Sheet(
                "scorecard",
                "Verification of this program against cases with known answers",
                List.of(
                        "case",
                        "output",
                        "exact",
                        "estimate",
                        "low",
                        "high",
                        "tolerance_fraction",
                        "power_reached",
                        "verdict",
                        "source"),
                scores.stream().map(ScorecardSheet::line).toList(),
                scores.stream().filter(Score::passed).count() + " of " + scores.size()
                        + " outputs pass. By straits verify, which runs them again. Low and high: 99.9 % interval of the"
                        + " estimate; none where nothing is random.",
                "scorecard packaged with the program");
    }

    private static Sheet.Line line(Score score) {
        return new Sheet.Line(List.of(
                Cell.of(score.caseId()),
                Cell.of(score.output()),
                Cell.of(score.exact()),
                Cell.of(score.estimate()),
                Cell.of(score.low()),
                Cell.of(score.high()),
                Cell.of(score.toleranceFraction()),
                Cell.of(score.powerReached()),
                Cell.of(score.finding().word(), score.passed() ? Tone.GOOD : Tone.BAD),
                Cell.of(score.source())));
    }
}
