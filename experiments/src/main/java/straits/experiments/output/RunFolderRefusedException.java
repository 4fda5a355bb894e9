package straits.experiments.output;

import java.nio.file.Path;

/** A folder that this run must not write to; nothing in it was touched. The message says what was found and what to do. */
public final class RunFolderRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunFolderRefusedException(Path folder, String found) {
        super(folder + ": " + found + "; nothing was changed, choose another folder with --out");
    }

    RunFolderRefusedException(Path folder, String found, Throwable cause) {
        this(folder, found + " (" + cause.getMessage() + ")");
        initCause(cause);
    }
}
