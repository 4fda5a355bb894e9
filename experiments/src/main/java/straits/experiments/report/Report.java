package straits.experiments.report;

import java.nio.file.Path;
import java.util.List;
import straits.experiments.design.Experiment;

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
        Runs runs = Runs.of(folder, experiment);
        Answers answers = Answers.of(runs);
        FirstWords words = new FirstWords(runs, answers);
        return new Report(
                experiment.scenario().title(),
                experiment.name(),
                words.sentences(),
                words.warnings(),
                Sections.of(runs, answers));
    }

    /** All charts in their order. */
    public List<Chart> charts() {
        return sections.stream().flatMap(section -> section.charts().stream()).toList();
    }

    /** The page, as one file that needs nothing else. */
    public String html() {
        return Page.of(this);
    }
}
