package straits.experiments.planted;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An error that somebody might make, as a change of one place in one source file.
 *
 * @param what what is wrong then
 * @param in name of the class it is in
 * @param find text of its source that occurs exactly once
 * @param replacement what stands there instead
 * @param caughtBy what must fail: name of a test's class, {@code #}, name of its method; or {@code case} and the name of a case
 *     of {@code straits verify}
 */
record PlantedError(String what, String in, String find, String replacement, String caughtBy) {

    /** The source of the class with the error in it. */
    String applyTo(String source) {
        assertThat(source.split(java.util.regex.Pattern.quote(find), -1))
                .as("%s: how often the text to replace occurs in %s, and one", what, in)
                .hasSize(2);
        return source.replace(find, replacement);
    }

    @Override
    public String toString() {
        return what;
    }
}
