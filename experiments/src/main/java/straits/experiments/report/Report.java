package straits.experiments.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.Answer;
import straits.experiments.output.Hashes;
import straits.experiments.report.Sheet.Cell;
import straits.experiments.report.Sheet.Tone;

/**
 * What is to be said of a finished run, in the order in which it is read, made from its tables alone: the same tables give the same
 * report, whatever machine ran them.
 *
 * @param title title of the scenario
 * @param name of the experiment
 * @param answer the answer in a sentence or two, with its interval
 * @param warnings what a reader must know first: failed replications, too few of them
 * @param sections the parts that have something to show
 */
public record Report(String title, String name, List<String> answer, List<String> warnings, List<Section> sections) {

    /** Name of the file in the folder of a run. */
    public static final String FILE = "report.html";

    private static final int FEW = 10;
    private static final int FAILURES_SHOWN = 20;

    /** Copies the lists; parts without anything are left out. */
    public Report {
        answer = List.copyOf(answer);
        warnings = List.copyOf(warnings);
        sections = sections.stream().filter(section -> !section.isEmpty()).toList();
    }

    /**
     * Makes the report of a run, whatever the format of its tables. Time and memory grow with the rows of the tables, not beyond.
     *
     * @param folder folder whose tables are written
     * @param experiment what was run there
     * @throws java.io.UncheckedIOException naming the path, if a table cannot be read
     */
    public static Report of(Path folder, Experiment experiment) {
        return new Maker(Runs.of(folder, experiment)).report();
    }

    /** All charts in their order. */
    public List<Chart> charts() {
        return sections.stream().flatMap(section -> section.charts().stream()).toList();
    }

    /** The page, as one file that needs nothing else. */
    public String html() {
        return Page.of(this);
    }

    /** Makes the parts one after the other. */
    private static final class Maker {

        private final Runs runs;
        private final Answers answers;
        private final String headline;

        Maker(Runs runs) {
            this.runs = runs;
            answers = Answers.of(runs);
            headline = (runs.tenant().isEmpty() ? Answer.MARKET_MEAN_H100E : Answer.ANCHOR_MEAN_H100E).key();
        }

        Report report() {
            List<Section> sections = List.of(
                    new Section("answer", "The answer", List.of(), held(), List.of(AnswersSheet.of(runs, answers))),
                    new Section("binding", "What binds when", List.of(), BindingCharts.of(runs), List.of()),
                    new Section("prices", "Prices by country and tier", List.of(), PriceCharts.of(runs), List.of()),
                    new Section("demand", "Where the demand went", List.of(), DemandCharts.of(runs), List.of()),
                    new Section("gains", "Who gains", List.of(), GainCharts.of(runs, answers), List.of()),
                    new Section("licences", "Licences and caps", List.of(), LicenceCharts.of(runs, answers), List.of()),
                    new Section("fill", "The fill surface", List.of(), FillCharts.of(runs), List.of()),
                    new Section(
                            "sensitivity",
                            "What it depends on",
                            List.of(),
                            EffectCharts.of(runs, headline),
                            OtherSheets.of(runs)),
                    new Section("verification", "Verification", List.of(), List.of(), List.of(Scorecard.sheet())),
                    new Section(
                            "assumptions",
                            "Assumptions",
                            List.of(),
                            List.of(),
                            List.of(AssumptionsSheet.of(runs, headline))),
                    new Section(
                            "provenance",
                            "Where this comes from",
                            List.of(),
                            List.of(),
                            List.of(failures(), provenance())));
            return new Report(
                    runs.experiment().scenario().title(), runs.experiment().name(), sentences(), warnings(), sections);
        }

        private List<Chart> held() {
            Estimate bound = answers.number(runs.reference(), Answer.BUDGET_BOUND_GPUS.key());
            List<Chart> charts = new ArrayList<>(HeldCharts.of(runs, bound.value()));
            charts.add(AnswerCharts.differences(
                    runs,
                    answers,
                    "held-differences",
                    "Difference in " + headline + " from " + runs.reference().name(),
                    headline));
            return charts;
        }

        private List<String> sentences() {
            Estimate held = answers.number(runs.reference(), headline);
            if (held.missing()) {
                return List.of(
                        "No replication of " + runs.reference().name() + " came to its end: there is no answer.");
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
                                            + (difference.value() > 0 ? "more " : "less ")
                                            + Numbers.text(difference.interval());
                    said.computeIfAbsent(words, key -> new ArrayList<>()).add(cohort.name());
                }
            }
            List<String> parts = new ArrayList<>();
            said.forEach((words, names) -> parts.add("under " + String.join(", ", names) + " " + words));
            String all = String.join("; ", parts);
            return all.isEmpty() ? "" : "Against that, " + all + ".";
        }

        private List<String> warnings() {
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
                        + " more are in the tables only.");
            }
            if (runs.reference().pooled()) {
                warnings.add(
                        "Too many design points to tell apart: shown are means over all points of a regime, without intervals."
                                + " Each point is in summary.csv.");
            }
            return warnings;
        }

        private Sheet failures() {
            return new Sheet(
                    "failures",
                    "Replications that failed",
                    List.of("point", "regime", "replication", "reason"),
                    runs.outcomes().failures().stream()
                            .limit(FAILURES_SHOWN)
                            .map(each -> new Sheet.Line(List.of(
                                    Cell.of(Integer.toString(each.unit().point())),
                                    Cell.of(each.regime()),
                                    Cell.of(Integer.toString(each.unit().replication())),
                                    Cell.of(each.reason(), Tone.BAD))))
                            .toList(),
                    "All of them are rows of outcomes.csv; at most " + FAILURES_SHOWN + " are shown.",
                    "outcomes.csv");
        }

        private Sheet provenance() {
            Experiment experiment = runs.experiment();
            String file = experiment.planText() == null ? "scenario.yaml" : "experiment.yaml";
            String cite = "Straits " + experiment.version() + ", " + experiment.name() + ", experiment "
                    + Hashes.sha256(experiment.identity()).substring(0, 16) + ", seed "
                    + experiment.scenario().seed();
            Stream<List<String>> facts = Stream.of(
                    List.of("program", "straits " + experiment.version()),
                    List.of("experiment", experiment.name()),
                    List.of("experiment hash (SHA-256)", Hashes.sha256(experiment.identity())),
                    List.of("scenario hash (SHA-256)", Hashes.sha256(experiment.text())),
                    List.of("master seed", experiment.scenario().seed()),
                    List.of(
                            "design points",
                            Integer.toString(experiment.points().size())),
                    List.of(
                            "replications, all points",
                            Numbers.count(runs.outcomes().runs())),
                    List.of(
                            "of these failed",
                            Numbers.count(runs.outcomes().failures().size())),
                    List.of(
                            "to run it again",
                            "straits run " + file + ", in the folder of this page, with --out for another folder"),
                    List.of("to make this page again", "straits report DIR"),
                    List.of("to cite", cite),
                    List.of("machine, dates, hashes of all files", "manifest.json beside this page"),
                    List.of("what every column means", "columns.csv beside this page"));
            return new Sheet(
                    "provenance-facts",
                    "This run",
                    List.of("what", "value"),
                    facts.map(each -> new Sheet.Line(each.stream().map(Cell::of).toList()))
                            .toList(),
                    "The same program, experiment and seed give the same tables and the same page, byte by byte.",
                    "scenario.yaml, outcomes.csv");
        }
    }
}
