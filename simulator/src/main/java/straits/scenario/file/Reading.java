package straits.scenario.file;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What reading a file gave: a value, or every fault of the file.
 *
 * @param <T> what was read
 * @param value the value; null exactly when there are faults
 * @param faults everything wrong, by file, line and column
 * @param warnings everything suspicious, in the same order; a value with warnings can be used
 */
public record Reading<T>(@Nullable T value, List<Fault> faults, List<Fault> warnings) {

    /** Copies the lists, so that the record stays immutable. */
    public Reading {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
        if ((value == null) == faults.isEmpty()) {
            throw new IllegalArgumentException("a reading has either a value or faults");
        }
    }

    static <T> Reading<T> of(@Nullable T value, Faults faults, Faults warnings) {
        return new Reading<>(faults.isEmpty() ? value : null, faults.sorted(), warnings.sorted());
    }

    /** The same reading with something made of the value. */
    public <U> Reading<U> map(Function<? super T, ? extends U> make) {
        return new Reading<>(value == null ? null : make.apply(value), faults, warnings);
    }

    /**
     * The value.
     *
     * @throws IllegalArgumentException with all faults, one a line, if there are any
     */
    public T orThrow() {
        if (value == null) {
            throw new IllegalArgumentException(
                    faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        }
        return value;
    }
}
