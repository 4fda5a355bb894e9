package straits.experiments.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Input and output errors that say which file and what was tried. */
final class FileFailure {

    private FileFailure() {}

    /** The error of an attempt, as in "cannot write /runs/a/fill.csv: No space left on device". */
    static UncheckedIOException of(String attempt, Path path, Throwable cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new UncheckedIOException(new IOException("cannot " + attempt + " " + path + ": " + reason, cause));
    }
}
