package straits.experiments.output;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import straits.experiments.design.TwinWorlds;

/** What a twin tells beside the answers: where its worlds part, and who gains and loses. */
final class TwinSheet {

    private static final int SHOWN = 5;
    private static final int WIDTH = AnswerSheet.WIDTH;

    private TwinSheet() {}

    /** The text; ends in a line feed. */
    static String text(TwinWorlds worlds, List<FirstDifferences.Row> differences, List<Gains.Row> gains) {
        String regime = worlds.twin().regime();
        String words = worlds.twin().words();
        StringBuilder sheet =
                new StringBuilder("\nWhat changes: " + regime + " " + words + ", against " + regime + " as it is\n\n");
        sheet.append(TextTable.wrapped(parting(differences, regime, words), WIDTH));
        Map<Integer, List<Gains.Row>> byPoint =
                gains.stream().collect(Collectors.groupingBy(Gains.Row::point, TreeMap::new, Collectors.toList()));
        byPoint.forEach((point, rows) -> {
            sheet.append('\n').append(byPoint.size() > 1 ? "Point " + point + ". " : "");
            Gains.MAIN.forEach(measure -> sheet.append(parties(
                    measure,
                    rows.stream().filter(row -> row.measure().equals(measure)).toList())));
        });
        return sheet.append('\n')
                .append(TextTable.wrapped(
                        "All tenants, providers and countries are in gains.csv, all answers in contrasts.csv, the first event"
                                + " that differs in each replication in first_differences.csv. Gains are those of the change.",
                        WIDTH))
                .toString();
    }

    private static String parting(List<FirstDifferences.Row> differences, String regime, String words) {
        List<FirstDifferences.Row> parted = differences.stream()
                .filter(FirstDifferences.Row::differs)
                .sorted(Comparator.comparing(TwinSheet::time))
                .toList();
        if (differences.isEmpty()) {
            return "No replication came to its end in both worlds.";
        }
        if (parted.isEmpty()) {
            return "Every event is the same in both worlds, in all " + differences.size() + " replications.";
        }
        FirstDifferences.Row first = parted.get(0);
        FirstDifferences.Row last = parted.get(parted.size() - 1);
        return "The two worlds part in " + parted.size() + " of " + differences.size() + " replications, first on "
                + time(first).substring(0, 10) + ", last on " + time(last).substring(0, 10) + ". In replication "
                + first.unit().replication() + " the first event that differs is, under " + regime + ": "
                + first.same().words() + "; " + words + ": " + first.other().words() + ".";
    }

    /** When the worlds part is when the earlier of the two events happens. */
    private static String time(FirstDifferences.Row row) {
        return Stream.of(row.other().time(), row.same().time())
                .filter(time -> !time.isEmpty())
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    private static String parties(Gains.Measure measure, List<Gains.Row> rows) {
        List<Gains.Row> moved = rows.stream()
                .filter(row -> row.contrast().meanDifference() != 0)
                .sorted(Comparator.comparingDouble(
                        row -> -Math.abs(row.contrast().meanDifference())))
                .toList();
        String all = rows.size() + " " + plural(measure.party(), rows.size());
        if (moved.isEmpty()) {
            return "Nothing changes for " + (rows.size() == 1 ? "the 1 " + measure.party() : "any of " + all) + ".\n";
        }
        double size = Math.abs(moved.get(0).contrast().meanDifference());
        Scale scale = Scale.of(measure.unit(), size);
        TextTable table = new TextTable(true, 44, 18, 32, 14);
        table.line(List.of(
                heading(measure.party()) + ", " + scale.unit()
                        + (measure.unit().equals("USD") ? " of revenue" : " held"),
                "change",
                "interval",
                ""));
        moved.stream()
                .limit(SHOWN)
                .forEach(row -> table.line(List.of(
                        row.party(),
                        signed(scale, row.contrast().meanDifference()),
                        scale.text(row.simultaneous95()),
                        !row.differs() ? "not certain" : row.contrast().meanDifference() > 0 ? "gains" : "loses")));
        int more = moved.size() - SHOWN;
        return table + (more > 0 ? "and " + more + " more of " + all + "\n" : "");
    }

    private static String signed(Scale scale, double value) {
        return (value > 0 ? "+" : "") + scale.text(value);
    }

    private static String heading(String party) {
        return Character.toUpperCase(party.charAt(0)) + plural(party, 2).substring(1);
    }

    private static String plural(String party, int count) {
        return count == 1 ? party : party.equals("country") ? "countries" : party + "s";
    }
}
