package straits.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import straits.experiments.montecarlo.Answer;
import straits.experiments.output.AnswerSheet;
import straits.experiments.output.DecimalText;
import straits.experiments.report.Sheet.Cell;
import straits.experiments.report.Sheet.Tone;

/** The answers side by side, differences from the reference judged. */
final class AnswersSheet {

    /** What the screen leaves out for want of room. */
    private static final List<Answer> FURTHER =
            List.of(Answer.MARKET_MEAN_H100E, Answer.HHI_REVENUE, Answer.LICENCES_APPLIED, Answer.LICENCES_GRANTED);

    private final Runs runs;
    private final Answers answers;

    private AnswersSheet(Runs runs, Answers answers) {
        this.runs = runs;
        this.answers = answers;
    }

    static Sheet of(Runs runs, Answers answers) {
        AnswersSheet sheet = new AnswersSheet(runs, answers);
        List<String> header = new ArrayList<>(List.of("answer"));
        runs.cohorts()
                .forEach(cohort ->
                        header.add(cohort.name() + " (n = " + cohort.runs().size() + ")"));
        return new Sheet(
                "answers",
                "The answers side by side",
                header,
                Stream.concat(AnswerSheet.answers(runs.experiment().scenario()).stream(), FURTHER.stream())
                        .map(sheet::line)
                        .filter(line -> line.cells().size() > 1)
                        .toList(),
                "Means over replications with their 95 % intervals. Against "
                        + runs.reference().name()
                        + ": + higher, - lower; = and grey: no difference that these replications can tell, since the simultaneous"
                        + " interval of the paired difference covers zero.",
                "summary.csv, contrasts.csv");
    }

    private Sheet.Line line(Answer answer) {
        List<Cell> cells = new ArrayList<>();
        runs.cohorts()
                .forEach(cohort -> cells.add(
                        switch (answer.kind()) {
                            case DATE -> date(cohort, answer.key());
                            case CATEGORY -> category(cohort, answer.key());
                            default -> number(cohort, answer);
                        }));
        if (cells.stream().allMatch(cell -> cell.text().equals("n/a"))) {
            return new Sheet.Line(List.of());
        }
        cells.add(0, Cell.of(AnswerUnit.label(answer)));
        return new Sheet.Line(cells);
    }

    private Cell number(Cohort cohort, Answer answer) {
        Estimate raw = answers.number(cohort, answer.key());
        if (raw.missing()) {
            return Cell.of("n/a");
        }
        Estimate value = raw.times(AnswerUnit.of(answer).factor());
        Estimate difference = answers.difference(cohort, answer.key());
        String interval = answer.kind() == Answer.Kind.CONSTANT ? "" : " " + Numbers.text(value.interval());
        String mark = difference.missing() || difference.interval().missing()
                ? ""
                : difference.grey() ? " =" : difference.value() > 0 ? " +" : " -";
        return new Cell(
                Numbers.text(value.value()) + interval + mark,
                DecimalText.of(raw.value()),
                mark.equals(" =") ? Tone.GREY : Tone.PLAIN);
    }

    private Cell date(Cohort cohort, String answer) {
        Map<String, Answers.Share> shares = answers.shares(cohort, answer);
        if (shares.isEmpty()) {
            return Cell.of("n/a");
        }
        Answers.Share never = shares.values().iterator().next();
        long times = Math.round(never.fraction() * never.n());
        String ofNever = times == 0 ? "" : "never in " + times + " of " + never.n();
        String median = never.date().isEmpty() ? "" : "median " + never.date();
        return Cell.of(median + (median.isEmpty() || ofNever.isEmpty() ? "" : ", ") + ofNever);
    }

    private Cell category(Cohort cohort, String answer) {
        Map.Entry<String, Answers.Share> most = answers.mostFrequent(cohort, answer);
        return most == null
                ? Cell.of("n/a")
                : Cell.of(most.getKey() + " in "
                        + Math.round(
                                most.getValue().fraction() * most.getValue().n()) + " of "
                        + most.getValue().n());
    }
}
