package straits.experiments.story;

import java.util.Locale;

/** Small changes to words. */
final class Words {

    private Words() {}

    /** {@code PRICED_OUT} is "priced out". */
    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** With a capital letter in front. */
    static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The same, with a full stop. */
    static String sentence(String text) {
        return capital(text) + ".";
    }
}
