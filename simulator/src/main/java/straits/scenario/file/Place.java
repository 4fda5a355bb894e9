package straits.scenario.file;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import straits.scenario.Dimension;
import straits.scenario.Form;
import straits.scenario.In;
import straits.scenario.Refers;
import straits.scenario.Within;

/**
 * What the records say about a place in a file. A dimension and a range written on a list, a map or a distribution hold for
 * the quantities inside.
 *
 * @param type Java type of the value
 * @param dimension what its quantities measure
 * @param range what its numbers may be
 * @param section section whose keys its texts (of a map: its keys, unless it holds lists) must be
 * @param form form of its texts
 */
record Place(
        Type type,
        @Nullable Dimension dimension,
        Range range,
        @Nullable String section,
        Form.@Nullable Kind form) {

    static Place of(Class<?> type) {
        return new Place(type, null, Range.ALL, null, null);
    }

    /** The place of a component of a record that stands here. */
    Place component(RecordComponent component) {
        In in = component.getAnnotation(In.class);
        Range stated = Range.of(component.getAnnotation(Within.class));
        return new Place(
                component.getGenericType(),
                in == null ? dimension : in.value(),
                in == null ? range.and(stated) : stated,
                Optional.ofNullable(component.getAnnotation(Refers.class))
                        .map(Refers::value)
                        .orElse(null),
                Optional.ofNullable(component.getAnnotation(Form.class))
                        .map(Form::value)
                        .orElse(null));
    }

    /** The place of the elements of a list or of the values of a map that stands here. */
    Place element() {
        Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
        Type element = arguments[arguments.length - 1];
        return new Place(element, dimension, range, isMap() && !holdsLists() ? null : section, form);
    }

    /** The section whose keys the keys of a map that stands here must be. */
    @Nullable
    String keySection() {
        return holdsLists() ? null : section;
    }

    private boolean holdsLists() {
        Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
        return arguments[arguments.length - 1] instanceof ParameterizedType element
                && element.getRawType() == List.class;
    }

    /** The same place for a value of a narrower type. */
    Place as(Class<?> narrower) {
        return new Place(narrower, dimension, range, section, form);
    }

    Class<?> raw() {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    boolean isMap() {
        return raw() == Map.class;
    }

    /** The dimension of a quantity that stands here. */
    Dimension measured() {
        if (dimension == null) {
            throw new IllegalStateException("a quantity without a dimension: " + type);
        }
        return dimension;
    }
}
