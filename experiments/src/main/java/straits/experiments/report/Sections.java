package straits.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import straits.experiments.montecarlo.Answer;

/** The parts of the report in the order in which they are read. They know nothing of each other and are made side by side. */
final class Sections {

    private final Runs runs;
    private final Answers answers;

    private Sections(Runs runs, Answers answers) {
        this.runs = runs;
        this.answers = answers;
    }

    static List<Section> of(Runs runs, Answers answers) {
        Sections sections = new Sections(runs, answers);
        return sections.all().parallel().map(Supplier::get).toList();
    }

    private Stream<Supplier<Section>> all() {
        return Stream.of(
                () -> new Section("answer", "The answer", held(), List.of(AnswersSheet.of(runs, answers))),
                () -> new Section("binding", "What binds when", BindingCharts.of(runs), List.of()),
                () -> new Section("prices", "Prices by country and tier", PriceCharts.of(runs), List.of()),
                () -> new Section("demand", "Where the demand went", DemandCharts.of(runs), List.of()),
                () -> new Section("gains", "Who gains", GainCharts.of(runs, answers), List.of()),
                () -> new Section("licences", "Licences and caps", LicenceCharts.of(runs, answers), List.of()),
                () -> new Section("fill", "The fill surface", FillCharts.of(runs), List.of()),
                () -> new Section(
                        "sensitivity",
                        "What it depends on",
                        EffectCharts.of(runs, runs.headline()),
                        OtherSheets.of(runs)),
                () -> new Section("verification", "Verification", List.of(), List.of(ScorecardSheet.sheet())),
                () -> new Section(
                        "assumptions", "Assumptions", List.of(), List.of(AssumptionsSheet.of(runs, runs.headline()))),
                () -> new Section("provenance", "Where this comes from", List.of(), Provenance.of(runs)));
    }

    private List<Chart> held() {
        Estimate bound = answers.number(runs.reference(), Answer.BUDGET_BOUND_GPUS.key());
        List<Chart> charts = new ArrayList<>(HeldCharts.of(runs, bound.value()));
        charts.add(AnswerCharts.differences(runs, answers, "held-differences", runs.headline()));
        return charts;
    }
}
