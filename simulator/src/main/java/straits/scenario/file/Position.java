package straits.scenario.file;

/**
 * Where a value stands.
 *
 * @param file name of the file or of the override
 * @param line line from 1, or 0 when only the file is known
 * @param column column from 1, or 0
 */
record Position(String file, int line, int column) {

    /** The file as a whole. */
    static Position of(String file) {
        return new Position(file, 0, 0);
    }
}
