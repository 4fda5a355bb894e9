package straits.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A record of one component that a file writes as that component alone: {@code {constant: 5 h}}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Bare {
    /** Whether even the name may be left out: {@code 5 h}. */
    boolean unnamed() default false;
}
