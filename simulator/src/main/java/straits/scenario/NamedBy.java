package straits.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The key that names which of the permitted records a map of a file is: {@code {kind: country_cap, ...}}. A sealed type
 * without it is written as a map with one key, the name: {@code {exponential: {mean: 1 h}}}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NamedBy {
    /** The key. */
    String value();
}
