package straits.experiments.output;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.UnitResult;

/**
 * The answers of one point as {@code outcomes.csv} has them, for comparing folders of results.
 *
 * @param regime key of its regime
 * @param replications numbers of the replications that came to their end
 * @param texts their answers as texts, by answer; empty where missing
 */
public record OutcomeSample(String regime, List<String> replications, Map<Answer, List<String>> texts) {

    /**
     * The points of a folder, by number.
     *
     * @throws java.io.UncheckedIOException naming the path, if the table cannot be read
     */
    public static Map<Integer, OutcomeSample> read(Path folder) {
        Map<Integer, OutcomeSample> points = new TreeMap<>();
        try (TableReader table = TableReader.open(folder, Tables.OUTCOMES.file())) {
            List<String> row = table == null ? null : table.next();
            while (table != null && row != null) {
                String regime = row.get(table.place("regime"));
                OutcomeSample sample =
                        points.computeIfAbsent(table.integer(row, table.place("point")), point -> empty(regime));
                if (row.get(table.place("status")).equals(UnitResult.OK)) {
                    sample.add(table, row);
                }
                row = table.next();
            }
        }
        return points;
    }

    private static OutcomeSample empty(String regime) {
        Map<Answer, List<String>> texts = new TreeMap<>();
        for (Answer answer : Answer.values()) {
            texts.put(answer, new ArrayList<>());
        }
        return new OutcomeSample(regime, new ArrayList<>(), texts);
    }

    private void add(TableReader table, List<String> row) {
        replications.add(row.get(table.place("replication")));
        texts.forEach((answer, column) -> {
            int place = table.header().indexOf(answer.key());
            if (place >= 0 && answer.kind() != Answer.Kind.CATEGORY && answer.kind() != Answer.Kind.DATE) {
                table.number(row, place);
            }
            column.add(place < 0 ? "" : row.get(place));
        });
    }
}
