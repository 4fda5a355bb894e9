package straits.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The form that a text, or every text of a list, must have. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Form {
    /** The form. */
    Kind value();

    /** Forms of text. */
    enum Kind {
        /** A key: never a formula to a spreadsheet, nor markup, nor a path. */
        SLUG("[a-z0-9][a-z0-9-]*", "a slug of a-z, 0-9 and -, such as h100-sxm"),
        /** A country or jurisdiction. */
        COUNTRY_CODE("[A-Z]{2}", "a code of two capital letters, such as MY"),
        /** The id of a fact. */
        FACT("F[0-9]{3,}", "the id of a fact, such as F001");

        private final String pattern;
        private final String meaning;

        Kind(String pattern, String meaning) {
            this.pattern = pattern;
            this.meaning = meaning;
        }

        /** The regular expression that the whole text matches. */
        public String pattern() {
            return pattern;
        }

        /** What the form is, in words. */
        public String meaning() {
            return meaning;
        }

        /** Whether a text has this form. */
        public boolean matches(String text) {
            return text.matches(pattern);
        }
    }
}
