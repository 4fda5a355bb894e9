package straits.scenario.file;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import straits.scenario.Regime;
import straits.scenario.Source;

/**
 * One place of one file during binding.
 *
 * @param place what the records say about it
 * @param path path in the file
 * @param inside the innermost map that is bound to a record around it
 * @param basis what a number without a stated origin counts as
 */
record Spot(Place place, String path, @Nullable Inside inside, Source basis) {

    /** A map that is being bound to a record, and those around it. */
    record Inside(
            Class<?> type, Node.Mapping node, @Nullable Inside outer) {}

    static Spot root(Class<?> type) {
        return new Spot(Place.of(type), "", null, Source.UNSTATED);
    }

    Spot at(Place inner, String innerPath) {
        return new Spot(inner, innerPath, inside, basis);
    }

    Spot as(Class<?> type) {
        return at(place.as(type), path);
    }

    Spot within(Class<?> type, Node.Mapping node) {
        return new Spot(place, path, new Inside(type, node, inside), basis);
    }

    Spot byDefault() {
        return new Spot(place, path, inside, Source.DEFAULT);
    }

    private static final String OR = " or ";

    /** Whether a section, or one of several, is in this file, as a component of a record around this place. */
    boolean sees(String sections) {
        return Stream.of(sections.split(OR, -1)).anyMatch(section -> holder(section) != null);
    }

    /** The keys of a section, or of several, of this file; empty if one itself is faulty. */
    Optional<Collection<String>> keys(String sections) {
        if (!sections.contains(OR)) {
            // Not copied: a large world asks for them as often as it has names.
            return keysOfOne(sections);
        }
        Collection<String> all = new ArrayList<>();
        for (String section : sections.split(OR, -1)) {
            Optional<Collection<String>> keys = keysOfOne(section);
            if (keys.isEmpty()) {
                return keys;
            }
            all.addAll(keys.get());
        }
        return Optional.of(all);
    }

    /** Whether a name of a section is of something that the regime around this place says is elsewhere. */
    @SuppressWarnings("ReferenceEquality") // the same place, not one that reads the same
    boolean elsewhere(String section, String name) {
        Inside regime = inside;
        while (regime != null && regime.type() != Regime.class) {
            regime = regime.outer();
        }
        return regime != null
                && !regime.equals(holder(section))
                && regime.node().value("elsewhere") instanceof Node.Sequence names
                && names.items().stream()
                        .anyMatch(each ->
                                each instanceof Node.Scalar one && one.text().equals(name));
    }

    private Optional<Collection<String>> keysOfOne(String section) {
        Inside holder = holder(section);
        Node node = holder == null ? null : holder.node();
        for (String name : List.of(section.split("\\.", -1))) {
            if (node == null) {
                return Optional.of(List.of());
            }
            if (!(node instanceof Node.Mapping mapping)) {
                return Optional.empty();
            }
            node = mapping.value(name);
        }
        if (node == null || node.isAbsent()) {
            return Optional.of(List.of());
        }
        return node instanceof Node.Mapping mapping
                ? Optional.of(mapping.entries().keySet())
                : Optional.empty();
    }

    private @Nullable Inside holder(String section) {
        int end = section.indexOf('.');
        String first = end < 0 ? section : section.substring(0, end);
        for (Inside candidate = inside; candidate != null; candidate = candidate.outer()) {
            if (Records.components(candidate.type()).stream().anyMatch(component -> isSection(component, first))) {
                return candidate;
            }
        }
        return null;
    }

    /** A list of names, such as the chips that a tenant accepts, is no section. */
    private static boolean isSection(RecordComponent component, String name) {
        return Records.key(component).equals(name) && component.getType() != List.class;
    }
}
