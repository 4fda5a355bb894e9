package straits.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text that must be a key of another section of the same scenario. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Refers {
    /**
     * The section: chips, countries, sites, providers, anchors, tenant_classes or, within a regime, tiers and desk.review_classes; or
     * several, with " or " between. On a map to lists of texts it is the texts that are keys.
     */
    String value();
}
