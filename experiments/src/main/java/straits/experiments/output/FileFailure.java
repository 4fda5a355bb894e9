package straits.experiments.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Input and output errors that say which file and what was tried. */
final class FileFailure {

    private FileFailure() {}

    /** The error of an attempt, as in "cannot write /runs/a/fill.csv: No space left on device". */
    static UncheckedIOException of(String attempt, Path path, Exception thrown) {
        IOException cause = io(thrown);
        return new UncheckedIOException("cannot " + attempt + " " + path + ": " + FileReason.of(cause), cause);
    }

    private static IOException io(Exception thrown) {
        if (thrown instanceof IOException io) {
            return io;
        }
        return thrown.getCause() instanceof IOException io ? io : new IOException(thrown.getMessage(), thrown);
    }
}
