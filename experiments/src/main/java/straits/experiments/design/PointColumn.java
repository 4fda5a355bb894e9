package straits.experiments.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A factor as a column of the table of points. A block without the factor leaves its cells empty. */
public final class PointColumn {

    private static final Set<String> TAKEN = Set.of("point", "regime", "block", "budget_rule", "sample", "role");

    private final String name;
    private final Axis first;
    private final boolean numeric;
    private final Map<String, Integer> axes;

    private PointColumn(String name, Axis first, boolean numeric, Map<String, Integer> axes) {
        this.name = name;
        this.first = first;
        this.numeric = numeric;
        this.axes = axes;
    }

    /** The columns of the factors of all blocks, in order of appearance; the regime has its own elsewhere. */
    static List<PointColumn> of(List<DesignBlock> blocks) {
        Map<String, Map<String, Integer>> byFactor = new LinkedHashMap<>();
        Map<String, List<Axis>> all = new HashMap<>();
        for (DesignBlock block : blocks) {
            for (int axis = 0; axis < block.axes().size(); axis++) {
                String factor = block.axes().get(axis).name();
                all.computeIfAbsent(factor, name -> new ArrayList<>())
                        .add(block.axes().get(axis));
                byFactor.computeIfAbsent(factor, name -> new LinkedHashMap<>()).put(block.name(), axis);
            }
        }
        byFactor.remove(Factor.REGIME);
        Set<String> names = new LinkedHashSet<>(TAKEN);
        List<PointColumn> columns = new ArrayList<>();
        byFactor.forEach((factor, axes) ->
                columns.add(column(unused(factor, names), all.getOrDefault(factor, List.of()), axes)));
        return columns;
    }

    private static PointColumn column(String name, List<Axis> all, Map<String, Integer> axes) {
        boolean numbers = all.stream().allMatch(Axis::numeric)
                && all.stream().map(Axis::unit).distinct().count() == 1;
        return new PointColumn(name, all.get(0), numbers, axes);
    }

    /** Snake case, and a number behind it where two factors would have one name. */
    private static String unused(String factor, Set<String> names) {
        String snake =
                factor.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "").toLowerCase(Locale.ROOT);
        String start = Character.isDigit(snake.charAt(0)) ? "x" + snake : snake;
        String name = start;
        for (int i = 2; !names.add(name); i++) {
            name = start + "_" + i;
        }
        return name;
    }

    /** Name of the column, in snake_case. */
    public String name() {
        return name;
    }

    /** Unit of its numbers; empty for texts and pure numbers. */
    public String unit() {
        return numeric ? first.unit() : "";
    }

    /** One line: what it holds. */
    public String meaning() {
        return first.name() + ": " + first.meaning();
    }

    /** Whether its cells are numbers, else texts. */
    public boolean numeric() {
        return numeric;
    }

    /** The number at a point; NaN if its block has no such factor. */
    public double number(Point point) {
        Integer axis = axes.get(point.block().name());
        return axis == null
                ? Double.NaN
                : point.block().axes().get(axis).number(point.row().share(axis));
    }

    /** The text at a point; null if its block has no such factor. */
    public @Nullable String text(Point point) {
        Integer axis = axes.get(point.block().name());
        return axis == null
                ? null
                : point.block().axes().get(axis).text(point.row().share(axis));
    }
}
