package straits.experiments.report;

import java.util.List;
import java.util.stream.Stream;
import straits.experiments.design.Experiment;
import straits.experiments.output.Hashes;
import straits.experiments.report.Sheet.Cell;
import straits.experiments.report.Sheet.Tone;

/** Where the report comes from: what failed, what was run, how to run it again and how to cite it. Nothing of the machine. */
final class Provenance {

    private static final int FAILURES_SHOWN = 20;

    private Provenance() {}

    static List<Sheet> of(Runs runs) {
        return List.of(failures(runs), facts(runs));
    }

    private static Sheet failures(Runs runs) {
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

    private static Sheet facts(Runs runs) {
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
