package straits.experiments.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which runs there are, from {@code outcomes.csv}.
 *
 * @param ended runs that came to their end, in the order of the table
 * @param failures runs that did not
 */
record Outcomes(List<Unit> ended, List<Failure> failures) {

    /**
     * A run that failed.
     *
     * @param unit which
     * @param regime its regime
     * @param reason what it was stopped by
     */
    record Failure(Unit unit, String regime, String reason) {}

    static Outcomes of(Path folder) {
        List<Unit> ended = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        List<String> wanted = List.of("point", "replication", "status", "regime", "stop_reason");
        Cells.each(folder, "outcomes.csv", wanted, row -> {
            if (row.text(2).equals("ok")) {
                ended.add(row.unit());
            } else {
                failures.add(new Failure(row.unit(), row.text(3), row.text(4)));
            }
        });
        return new Outcomes(ended, failures);
    }

    int runs() {
        return ended.size() + failures.size();
    }
}
