package straits.experiments.output;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import straits.experiments.analysis.PairedContrast;

/**
 * {@code gains.csv}: who gains and who loses in the other world of a twin, pair by pair of replications. Summed from the tables of
 * the runs, so that no run is kept in memory.
 */
public final class Gains {

    /** The declaration. */
    public static final Table<Row> TABLE = Table.<Row>of(
                    "gains.csv", "point x tenant, provider or country x measure, against the reference point")
            .integer("point", "", "design point", Row::point)
            .text("regime", "key of its regime", Row::regime)
            .text("tenant", "tenant class or anchor tenant; empty if it is no tenant", row -> row.named("tenant"))
            .text("provider", "the provider; empty if it is no provider", row -> row.named("provider"))
            .text("country", "country of the sites; empty if it is no country", row -> row.named("country"))
            .integer("reference_point", "", "design point it is compared with", Row::referencePoint)
            .text("reference_regime", "key of the regime of that point", Row::referenceRegime)
            .text(
                    "measure",
                    "what is compared, over the whole run",
                    row -> row.measure().key())
            .text("unit", "unit of the measure", row -> row.measure().unit())
            .integer(
                    "n",
                    "pairs",
                    "replications that came to their end at both points",
                    row -> row.contrast().n())
            .decimal("reference_mean", "", "mean at the reference point", Row::referenceMean)
            .with(Comparison::difference)
            .bool("differs", "whether the simultaneous interval excludes zero", Comparison::differs)
            .integer(
                    "comparisons",
                    "",
                    "comparisons of this measure that are judged together: points, times tenants, providers or countries",
                    Row::comparisons)
            .with(table -> Comparison.simultaneous(table, "measure"))
            .build();

    /** What is compared first, and on the screen. */
    static final List<Measure> MAIN = List.of(
            new Measure("tenant", "h100e_hours", "h100e-hours", "tenants.csv", Gains::heldH100eHours),
            new Measure("provider", "revenue_usd", "USD", "provider_accounts.csv", Gains::revenueUsd),
            new Measure("country", "revenue_usd", "USD", "series.csv", Gains::revenueUsd));

    private static final List<Measure> MORE = List.of(
            new Measure("tenant", "spend_usd", "USD", "tenants.csv", cells -> cells.number("spend_usd")),
            new Measure("provider", "margin_usd", "USD", "provider_accounts.csv", cells -> cells.number("margin_usd")),
            new Measure("country", "gpu_hours", "GPU-hours", "series.csv", cells -> cells.number("gpu_hours")));

    private Gains() {}

    private static double revenueUsd(Cells cells) {
        return cells.number("revenue_usd");
    }

    /** The hours of a month that were measured are what its GPU-hours are of its GPUs. */
    private static double heldH100eHours(Cells cells) {
        double gpus = cells.number("gpus");
        return gpus == 0 ? 0 : cells.number("h100e") * cells.number("gpu_hours") / gpus;
    }

    /**
     * What is compared.
     *
     * @param party whose it is, the column that names them
     * @param key its name
     * @param unit its unit
     * @param table the table it is summed from
     * @param amount of a row of that table
     */
    record Measure(String party, String key, String unit, String table, ToDoubleFunction<Cells> amount) {}

    /** A row of a table, by the names of its columns. */
    record Cells(TableReader table, List<String> row) {

        String text(String column) {
            return row.get(table.place(column));
        }

        int integer(String column) {
            return table.integer(row, table.place(column));
        }

        /** A number; 0 if there is none. */
        double number(String column) {
            return text(column).isEmpty() ? 0 : table.number(row, table.place(column));
        }
    }

    /**
     * Gain or loss of one party.
     *
     * @param point design point
     * @param regime its regime
     * @param referencePoint design point it is compared with
     * @param referenceRegime regime of that point
     * @param party tenant, provider or country
     * @param measure what is compared
     * @param referenceMean mean at the reference point
     * @param contrast the paired difference, point less reference
     * @param comparisons how many of this measure are judged together
     */
    public record Row(
            int point,
            String regime,
            int referencePoint,
            String referenceRegime,
            String party,
            Measure measure,
            double referenceMean,
            PairedContrast contrast,
            int comparisons)
            implements Comparison {

        String named(String kind) {
            return measure.party().equals(kind) ? party : "";
        }
    }

    /** A run of a table: its point, then its replication. */
    private record Run(int point, int replication) {}

    /**
     * The rows, by measure, point and party in the order of the tables.
     *
     * @param folder folder of the tables of the runs, all written
     * @param regimes key of the regime of each point
     * @param referenceOf the reference point of each point; points that are their own are left out
     */
    static List<Row> rows(Path folder, List<String> regimes, Map<Integer, Integer> referenceOf) {
        List<Row> rows = new ArrayList<>();
        Stream.of(MAIN, MORE)
                .flatMap(List::stream)
                .forEach(measure -> rows.addAll(rows(measure, sums(folder, measure), regimes, referenceOf)));
        return rows;
    }

    /** Amounts by party and run. */
    private static Map<String, Map<Run, Double>> sums(Path folder, Measure measure) {
        Map<String, Map<Run, Double>> sums = new LinkedHashMap<>();
        try (TableReader table = TableReader.open(folder, measure.table())) {
            List<String> row = table == null ? null : table.next();
            while (table != null && row != null) {
                Cells cells = new Cells(table, row);
                Run run = new Run(cells.integer("point"), cells.integer("replication"));
                sums.computeIfAbsent(cells.text(measure.party()), party -> new LinkedHashMap<>())
                        .merge(run, measure.amount().applyAsDouble(cells), Double::sum);
                row = table.next();
            }
        }
        return sums;
    }

    private static List<Row> rows(
            Measure measure,
            Map<String, Map<Run, Double>> sums,
            List<String> regimes,
            Map<Integer, Integer> referenceOf) {
        Map<Integer, Integer> compared = new TreeMap<>(referenceOf);
        compared.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        int comparisons = compared.size() * sums.size();
        List<Row> rows = new ArrayList<>();
        compared.forEach((point, reference) -> sums.forEach((party, byRun) -> {
            List<Run> runs = byRun.keySet().stream()
                    .filter(run -> run.point() == point)
                    .filter(run -> byRun.containsKey(new Run(reference, run.replication())))
                    .toList();
            double[] here = runs.stream().mapToDouble(byRun::get).toArray();
            double[] there = runs.stream()
                    .mapToDouble(run -> byRun.getOrDefault(new Run(reference, run.replication()), 0.0))
                    .toArray();
            if (!runs.isEmpty()) {
                double mean = Arrays.stream(there).average().orElse(Double.NaN);
                rows.add(new Row(
                        point,
                        regimes.get(point),
                        reference,
                        regimes.get(reference),
                        party,
                        measure,
                        mean,
                        PairedContrast.of(here, there),
                        comparisons));
            }
        }));
        return rows;
    }
}
