package straits.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The allowed range of a quantity, ends included unless {@link #open()}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Within {
    /** Least allowed value. */
    double low() default 0;

    /** Greatest allowed value. */
    double high() default Double.MAX_VALUE;

    /** Whether the least value itself is excluded. */
    boolean open() default false;
}
