package straits.experiments.output;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.UnitResult;
import straits.scenario.Scenario;

/**
 * The answers of all points side by side, for the screen: at most 120 columns wide, in blocks of three points of which the
 * first is always the reference. The rest is in the files.
 */
public final class AnswerSheet {

    static final int WIDTH = 120;
    private static final int LABEL = 27;
    private static final int CELL = 31;

    private static final List<Answer> OF_THE_TENANT = List.of(
            Answer.BUDGET_BOUND_GPUS,
            Answer.ANCHOR_NEED_H100E,
            Answer.ANCHOR_MEAN_H100E,
            Answer.ANCHOR_PEAK_H100E,
            Answer.ANCHOR_FILL_FRACTION,
            Answer.ANCHOR_PAID_USD_PER_H100E_HOUR,
            Answer.ANCHOR_SPEND_USD,
            Answer.ANCHOR_COMMITTED_AFTER_HORIZON_USD,
            Answer.ANCHOR_FIRST_UNMET_DATE,
            Answer.ANCHOR_BINDING);

    private static final List<Answer> OF_THE_MARKET = List.of(
            Answer.MARKET_UTILISATION_FRACTION,
            Answer.MARKET_PAID_USD_PER_H100E_HOUR,
            Answer.REFUSED_REQUESTS_FRACTION,
            Answer.GATEKEEPER_SHARE_FRACTION,
            Answer.TIER_PRICE_GAP_FRACTION,
            Answer.LICENCE_WAIT_DAYS_MEAN,
            Answer.FIRST_CAP_BOUND_DATE);

    private static final List<Answer> OF_SPOT = List.of(
            Answer.SPOT_PRICE_USD_PER_GPU_HOUR,
            Answer.SPOT_PAID_USD_PER_GPU_HOUR,
            Answer.SPOT_GPU_HOURS,
            Answer.SPOT_KILLED_FRACTION,
            Answer.SPOT_LOST_GPU_HOURS);

    private AnswerSheet() {}

    /**
     * The sheet; ends in a line feed.
     *
     * @param scenario the scenario, for its question and its reference regime
     * @param titles a title for each point, by its number
     * @param results runs of all points, in order of point and replication; rows are not needed
     */
    public static String text(Scenario scenario, List<String> titles, List<UnitResult> results) {
        List<SheetColumn> columns = columns(results, scenario.referenceRegime(), titles);
        StringBuilder sheet = new StringBuilder(TextTable.wrapped(scenario.title(), WIDTH)).append('\n');
        if (columns.isEmpty()) {
            return sheet.append("No replication was run.\n").toString();
        }
        if (scenario.question() != null) {
            sheet.append(sideBySide(columns)).append('\n');
        }
        for (List<SheetColumn> block : blocks(columns)) {
            sheet.append(block(block, answers(scenario))).append('\n');
        }
        sheet.append(TextTable.wrapped(legend(columns.get(0)), WIDTH)).append('\n');
        PlainWords.of(scenario, columns).forEach(each -> sheet.append(TextTable.wrapped(each, WIDTH)));
        return sheet.toString();
    }

    /** The answers that a reader of such a scenario looks for, in the order of the screen. */
    public static List<Answer> answers(Scenario scenario) {
        List<Answer> answers = new ArrayList<>(scenario.question() == null ? List.of() : OF_THE_TENANT);
        answers.addAll(OF_THE_MARKET);
        if (scenario.providers().values().stream().anyMatch(provider -> provider.spot() != null)) {
            answers.addAll(OF_SPOT);
        }
        return answers;
    }

    /** The reference first, then the other points in order; without a point of the reference regime the first one. */
    private static List<SheetColumn> columns(List<UnitResult> results, String referenceRegime, List<String> titles) {
        Map<Integer, List<UnitResult>> byPoint = Series.byPoint(results);
        List<List<UnitResult>> points = new ArrayList<>(byPoint.values());
        List<SheetColumn> columns = new ArrayList<>();
        points.stream()
                .filter(runs -> regime(runs).equals(referenceRegime))
                .findFirst()
                .or(() -> points.stream().findFirst())
                .ifPresent(reference -> {
                    int others = points.size() - 1;
                    columns.add(new SheetColumn(title(reference, titles), reference, reference, others));
                    points.stream()
                            .filter(runs -> runs != reference)
                            .forEach(
                                    runs -> columns.add(new SheetColumn(title(runs, titles), runs, reference, others)));
                });
        return columns;
    }

    private static String regime(List<UnitResult> runs) {
        return runs.get(0).key().regime();
    }

    /** Points that nothing tells apart in words have their numbers. */
    private static String title(List<UnitResult> runs, List<String> titles) {
        int point = runs.get(0).key().point();
        String title = titles.get(point);
        return title + (Collections.frequency(titles, title) > 1 ? " #" + point : "");
    }

    private static List<List<SheetColumn>> blocks(List<SheetColumn> columns) {
        List<List<SheetColumn>> blocks = new ArrayList<>();
        for (int from = 1; from == 1 || from < columns.size(); from += 2) {
            List<SheetColumn> block = new ArrayList<>(columns.subList(0, 1));
            block.addAll(columns.subList(from, Math.min(from + 2, columns.size())));
            blocks.add(block);
        }
        return blocks;
    }

    private static String sideBySide(List<SheetColumn> columns) {
        int longest = columns.stream()
                .mapToInt(column -> column.title().length())
                .max()
                .orElse(0);
        int first = Math.max(30, Math.min(longest + 1, WIDTH - 78));
        TextTable table = new TextTable(true, first, 14, 18, 14, 16, 16);
        table.line(List.of(
                "Need, budget, fill (h100e)", "needed", "budget pays for", "held", "held/needed", "held/budget"));
        for (SheetColumn column : columns) {
            double need = mean(column, Answer.ANCHOR_NEED_H100E);
            double bound = mean(column, Answer.BUDGET_BOUND_GPUS);
            double held = mean(column, Answer.ANCHOR_MEAN_H100E);
            table.line(List.of(
                    column.title(), whole(need), whole(bound), whole(held), percent(held, need), percent(held, bound)));
        }
        return table.toString();
    }

    private static double mean(SheetColumn column, Answer answer) {
        return column.summary(answer).map(Summary.Row::mean).orElse(Double.NaN);
    }

    private static String whole(double value) {
        return Double.isNaN(value) ? "n/a" : new Scale("h100e", 1, 0).text(value);
    }

    private static String percent(double part, double all) {
        double fraction = part / all;
        return Double.isFinite(fraction) ? new Scale("%", 100, 1).withUnit(fraction) : "n/a";
    }

    private static String block(List<SheetColumn> columns, List<Answer> answers) {
        TextTable table = new TextTable(false, LABEL, CELL, CELL, CELL);
        titles(columns).forEach(line -> table.line(cells("", line)));
        table.line(cells(
                "Replications", columns.stream().map(SheetColumn::replications).toList()));
        for (Answer answer : answers) {
            Scale scale = scale(answer, columns);
            List<String> texts =
                    columns.stream().map(column -> column.cell(answer, scale)).toList();
            table.line(cells(label(answer, scale), texts));
        }
        return table.toString();
    }

    /** The titles in as many lines as the longest takes. */
    private static List<List<String>> titles(List<SheetColumn> columns) {
        List<List<String>> wrapped = columns.stream()
                .map(column ->
                        TextTable.wrapped(column.title(), CELL - 1).lines().toList())
                .toList();
        int lines = wrapped.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, lines)
                .mapToObj(line -> wrapped.stream()
                        .map(title -> line < title.size() ? title.get(line) : "")
                        .toList())
                .toList();
    }

    private static List<String> cells(String label, List<String> rest) {
        List<String> cells = new ArrayList<>(List.of(label));
        cells.addAll(rest);
        return cells;
    }

    private static Scale scale(Answer answer, List<SheetColumn> columns) {
        return Scale.of(
                answer.unit(),
                columns.stream()
                        .mapToDouble(column -> column.size(answer))
                        .max()
                        .orElse(0));
    }

    /** Short enough for its column, with the unit. */
    static String label(Answer answer, Scale scale) {
        return switch (answer) {
            case BUDGET_BOUND_GPUS -> "Budget pays for, GPUs";
            case ANCHOR_NEED_H100E -> "Needed, h100e";
            case ANCHOR_MEAN_H100E -> "Held, h100e";
            case ANCHOR_PEAK_H100E -> "Held at most, h100e";
            case ANCHOR_FILL_FRACTION -> "Held over budget, %";
            case ANCHOR_PAID_USD_PER_H100E_HOUR -> "Paid, USD/h100e-hour";
            case ANCHOR_SPEND_USD -> "Spent, " + scale.unit();
            case ANCHOR_COMMITTED_AFTER_HORIZON_USD -> "Signed for later, " + scale.unit();
            case ANCHOR_FIRST_UNMET_DATE -> "First unmet, median";
            case ANCHOR_BINDING -> "What stopped it";
            case MARKET_UTILISATION_FRACTION -> "Market utilisation, %";
            case MARKET_PAID_USD_PER_H100E_HOUR -> "Market price, USD/h100e-h";
            case REFUSED_REQUESTS_FRACTION -> "Requests not served, %";
            case GATEKEEPER_SHARE_FRACTION -> "Gatekeepers' revenue, %";
            case TIER_PRICE_GAP_FRACTION -> "Others dearer by, %";
            case LICENCE_WAIT_DAYS_MEAN -> "Wait for licence, days";
            case FIRST_CAP_BOUND_DATE -> "Country cap bound, median";
            case SPOT_PRICE_USD_PER_GPU_HOUR -> "Spot price, USD/GPU-h";
            case SPOT_PAID_USD_PER_GPU_HOUR -> "Paid at spot, USD/GPU-h";
            case SPOT_GPU_HOURS -> "Leased at spot, GPU-h";
            case SPOT_KILLED_FRACTION -> "Spot reclaimed, %";
            case SPOT_LOST_GPU_HOURS -> "Lost at spot, GPU-h";
            default -> answer.label();
        };
    }

    private static String legend(SheetColumn reference) {
        String together = reference.comparisons() > 1
                ? " The intervals of the " + reference.comparisons()
                        + " differences of an answer hold all together with 95 % (Bonferroni)."
                : "";
        return "Means over replications, in brackets their 95 % interval (n/a: one replication gives none). Against "
                + reference.title()
                + ": + higher, - lower, = no difference that these replications can tell, since the interval of the paired"
                + " difference covers zero." + together;
    }
}
