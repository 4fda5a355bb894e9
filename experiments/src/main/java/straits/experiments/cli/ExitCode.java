package straits.experiments.cli;

/** What the process tells its caller. */
final class ExitCode {

    static final int DONE = 0;

    /** A defect of the program: not in the list that users are told, since it must not happen. */
    static final int DEFECT = 1;

    /** The command, a file or a folder is not what it must be; nothing was written. */
    static final int BAD_INPUT = 2;

    /** A replication failed or an invariant broke; the others are in the results. */
    static final int FAILED_REPLICATION = 3;

    /** A file could not be read or written, or is no longer what was written. */
    static final int INPUT_OUTPUT = 4;

    /** What was compared differs. */
    static final int DIFFERENT = 6;

    /** Stopped from outside before the end. */
    static final int INTERRUPTED = 5;

    private ExitCode() {}
}
