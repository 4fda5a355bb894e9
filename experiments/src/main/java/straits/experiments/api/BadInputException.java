package straits.experiments.api;

import java.util.List;

/** The user's input cannot be used; each line of the message is one thing to mend. */
public final class BadInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** One line for each thing to mend. */
    public BadInputException(List<?> lines) {
        super(String.join("\n", lines.stream().map(String::valueOf).toList()));
    }

    /** One thing to mend. */
    public BadInputException(String line) {
        this(List.of(line));
    }
}
