package straits.experiments.output;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.montecarlo.WorldDifference;
import straits.experiments.montecarlo.WorldEvent;

/** {@code first_differences.csv}: of every replication of a twin the first event in which its two worlds differ. */
public final class FirstDifferences {

    /** The declaration. */
    public static final Table<Row> TABLE = Keys.unit(
                    Table.of("first_differences.csv", "point x replication, of the points of the other world"),
                    Row::unit)
            .integer(
                    "reference_point",
                    "",
                    "design point of the regime as it is",
                    row -> row.reference().point())
            .text(
                    "reference_regime",
                    "key of the regime as it is",
                    row -> row.reference().regime())
            .bool("differs", "whether any event differs, changes of the rules that were changed aside", Row::differs)
            .text(
                    "time",
                    "when, in the other world, ISO 8601; empty if it has ended or nothing differs",
                    row -> row.other().time())
            .text(
                    "kind",
                    "what happens then in the other world",
                    row -> row.other().kind())
            .text(
                    "name",
                    "to what: a tenant, a lease, a delivery, a site, a rule; empty where it has no name",
                    row -> row.other().name())
            .optionalInteger(
                    "payload",
                    "",
                    "what else the kind needs",
                    row -> row.other().payload())
            .text(
                    "reference_time",
                    "when, under the regime as it is",
                    row -> row.same().time())
            .text(
                    "reference_kind",
                    "what happens then under the regime as it is",
                    row -> row.same().kind())
            .text(
                    "reference_name",
                    "to what, under the regime as it is",
                    row -> row.same().name())
            .optionalInteger(
                    "reference_payload",
                    "",
                    "what else the kind needs, under the regime as it is",
                    row -> row.same().payload())
            .build();

    private FirstDifferences() {}

    /**
     * A replication.
     *
     * @param unit run in the other world
     * @param reference run under the regime as it is
     * @param differs whether any event differs
     * @param other event in the other world
     * @param same event under the regime as it is
     */
    public record Row(UnitKey unit, UnitKey reference, boolean differs, Told other, Told same) {}

    /**
     * An event in the words of the scenario; all empty where there is none.
     *
     * @param time ISO 8601
     * @param kind what happens
     * @param name to what
     * @param payload what else
     */
    public record Told(
            String time, String kind, String name, @Nullable Long payload) {

        private static final Told NOTHING = new Told("", "", "", null);

        /** In words. */
        String words() {
            return kind.isEmpty()
                    ? "nothing more happens"
                    : kind + (name.isEmpty() ? "" : " of " + name) + " at " + time.substring(0, 16);
        }
    }

    /** The rows, in the order of the differences. */
    static List<Row> rows(Experiment experiment, List<WorldDifference> differences) {
        Map<Integer, LogWords> words = new HashMap<>();
        return differences.stream()
                .map(each -> row(
                        each,
                        words.computeIfAbsent(
                                each.other().point(),
                                point -> new LogWords(new Catalog(experiment
                                        .at(experiment.points().get(point))
                                        .scenario())))))
                .toList();
    }

    private static Row row(WorldDifference each, LogWords words) {
        return new Row(
                each.other(),
                each.reference(),
                each.differs(),
                told(each.otherEvent(), words),
                told(each.referenceEvent(), words));
    }

    private static Told told(@Nullable WorldEvent event, LogWords words) {
        return event == null
                ? Told.NOTHING
                : new Told(
                        words.time(event.micros()), LogWords.word(event.kind()), name(event, words), event.payload());
    }

    private static String name(WorldEvent event, LogWords words) {
        if (!event.rule().isEmpty()) {
            return event.rule();
        }
        return event.tenant() < 0
                ? words.subject(event.kind(), event.subject())
                : words.tenant(event.tenant()) + " in " + words.pool(event.pool()) + ", " + event.gpus() + " GPUs";
    }
}
