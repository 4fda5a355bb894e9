package straits.scenario.file;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import straits.scenario.Default;

/** Reflection over records. */
final class Records {

    /** The JDK parses the annotations of a record again for every list of its components that it hands out. */
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            List<RecordComponent> components = List.of(type.getRecordComponents());
            // Records of other rooms need not be public to be read from a file.
            components.forEach(component -> component.getAccessor().setAccessible(true));
            return components;
        }
    };

    /** Looked up once: a scenario of thousands of numbers is bound again for every point of a design. */
    private static final ClassValue<Constructor<?>> CONSTRUCTORS = new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
            Class<?>[] types =
                    components(type).stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor;
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("no canonical constructor of " + type, e);
            }
        }
    };

    private static final ClassValue<Set<String>> NULLABLES = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
            return components(type).stream()
                    .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(RecordComponent::getName)
                    .collect(Collectors.toUnmodifiableSet());
        }
    };

    private static final ClassValue<Map<String, String>> NAMES = new ClassValue<>() {
        @Override
        protected Map<String, String> computeValue(Class<?> type) {
            return components(type).stream()
                    .map(RecordComponent::getName)
                    .collect(Collectors.toUnmodifiableMap(name -> name, Texts::snake));
        }
    };

    private Records() {}

    static List<RecordComponent> components(Class<?> type) {
        return COMPONENTS.get(type);
    }

    /** The key of a component in a file. */
    static String key(RecordComponent component) {
        return Objects.requireNonNull(NAMES.get(component.getDeclaringRecord()).get(component.getName()));
    }

    static boolean nullable(RecordComponent component) {
        return NULLABLES.get(component.getDeclaringRecord()).contains(component.getName());
    }

    /** Whether every component may be left out of a file. */
    static boolean optional(Class<?> type) {
        return components(type).stream()
                .allMatch(component -> nullable(component) || component.isAnnotationPresent(Default.class));
    }

    /** The records that a sealed type permits, itself or through others, by name: their order in the class file is the compiler's. */
    static List<Class<?>> variants(Class<?> sealed) {
        return permitted(sealed)
                .sorted(Comparator.comparing(Class::getSimpleName))
                .toList();
    }

    private static Stream<Class<?>> permitted(Class<?> type) {
        return type.isSealed()
                ? Arrays.<Class<?>>stream(type.getPermittedSubclasses()).flatMap(Records::permitted)
                : Stream.of(type);
    }

    static String variantName(Class<?> variant) {
        return Texts.snake(variant.getSimpleName());
    }

    static Object create(Class<?> type, @Nullable Object[] arguments) {
        try {
            return CONSTRUCTORS.get(type).newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the constructor of " + type + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the constructor of " + type + " cannot be called", e);
        }
    }

    static @Nullable Object get(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no accessor " + component, e);
        }
    }
}
