package straits.experiments.output;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where two finished folders differ: the first row of each table, the formats of the files aside.
 *
 * @param table name of the file, as CSV
 * @param line number of the row in the file, the header being 1
 * @param one the row of the first folder; null if it has none
 * @param other the row of the second folder; null if it has none
 * @param header the columns
 */
public record FolderDifference(
        String table,
        long line,
        @Nullable List<String> one,
        @Nullable List<String> other,
        List<String> header) {

    /**
     * The first difference of every file that is not the same in both.
     *
     * @throws java.io.UncheckedIOException naming the path, if a table cannot be read
     */
    public static List<FolderDifference> of(Path one, Manifest ones, Path other, Manifest others) {
        Map<String, FileEntry> first = byTable(ones);
        Map<String, FileEntry> second = byTable(others);
        Set<String> names = new LinkedHashSet<>(first.keySet());
        names.addAll(second.keySet());
        List<FolderDifference> differences = new ArrayList<>();
        for (String name : names) {
            FileEntry a = first.get(name);
            FileEntry b = second.get(name);
            FolderDifference difference = a != null && a.equals(b) ? null : ofTable(name, one, other);
            if (difference != null) {
                differences.add(difference);
            }
        }
        return differences;
    }

    private static Map<String, FileEntry> byTable(Manifest manifest) {
        return manifest.files().stream()
                .collect(Collectors.toMap(
                        entry -> entry.file().replaceAll("\\.parquet$|\\.csv\\.gz$", ".csv"),
                        Function.identity(),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    /** A file that is no table has no rows: line 0. */
    private static @Nullable FolderDifference ofTable(String name, Path one, Path other) {
        if (!name.endsWith(".csv")) {
            return new FolderDifference(name, 0, null, null, List.of());
        }
        try (TableReader ones = TableReader.open(one, name);
                TableReader others = TableReader.open(other, name)) {
            if (ones == null || others == null || !ones.header().equals(others.header())) {
                return new FolderDifference(
                        name,
                        1,
                        ones == null ? null : ones.header(),
                        others == null ? null : others.header(),
                        List.of());
            }
            return ofRows(name, ones, others);
        }
    }

    private static @Nullable FolderDifference ofRows(String name, TableReader ones, TableReader others) {
        long line = 2;
        while (true) {
            List<String> one = ones.next();
            List<String> other = others.next();
            if (one == null && other == null) {
                return null;
            }
            if (one == null || !one.equals(other)) {
                return new FolderDifference(name, line, one, other, ones.header());
            }
            line++;
        }
    }

    /** The run that the row of the table is of, as point and replication, if the table has both; else null. */
    public @Nullable List<Integer> run() {
        List<String> row = one == null ? other : one;
        List<String> cells = row == null || !header.contains("replication") || !header.contains("point")
                ? List.of()
                : List.of(row.get(header.indexOf("point")), row.get(header.indexOf("replication")));
        boolean numbers = !cells.isEmpty() && cells.stream().allMatch(cell -> cell.matches("[0-9]{1,9}"));
        return numbers ? cells.stream().map(Integer::valueOf).toList() : null;
    }

    /** In one line: the table, the line, the row's keys and the first cell that differs. */
    @Override
    public String toString() {
        if (line == 0) {
            return table + " differs";
        }
        String place = table + ":" + line;
        if (one == null || other == null) {
            return place + ": there is a row in one only, " + String.join(",", one == null ? rest(other) : one);
        }
        RowDifference cell = RowDifference.of(header, one, other);
        return cell == null
                ? place + ": the columns differ"
                : place + ": " + keys() + cell.column() + " is " + shown(cell.one()) + " and " + shown(cell.other());
    }

    private static List<String> rest(@Nullable List<String> row) {
        return row == null ? List.of("the file being absent") : row;
    }

    private static String shown(String cell) {
        return cell.isEmpty() ? "empty" : cell;
    }

    private String keys() {
        StringBuilder keys = new StringBuilder();
        for (String key : List.of("point", "regime", "replication", "period_start")) {
            int column = header.indexOf(key);
            if (column >= 0 && one != null) {
                keys.append(key).append(' ').append(one.get(column)).append(", ");
            }
        }
        return keys.toString();
    }
}
