package straits.experiments.cli;

import java.util.List;

/** The user's input cannot be used; each line of the message is one thing to mend. */
final class BadInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadInputException(List<?> lines) {
        super(String.join("\n", lines.stream().map(String::valueOf).toList()));
    }

    BadInputException(String line) {
        this(List.of(line));
    }
}
