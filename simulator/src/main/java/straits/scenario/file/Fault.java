package straits.scenario.file;

/**
 * One thing wrong, or suspicious, in a file.
 *
 * @param file name of the file, or {@code --set path=value} for an override
 * @param line line from 1, or 0 when the fault is of the file as a whole
 * @param column column from 1 in code points, or 0
 * @param path path of the value in the file, such as {@code providers.oracle-my.fleet[2].chip}; empty for the whole
 * @param message what was found and what is allowed
 */
public record Fault(String file, int line, int column, String path, String message) {

    static Fault at(Position at, String path, String message) {
        return new Fault(at.file(), at.line(), at.column(), path, message);
    }

    /** The fault as one line: {@code scenarios/x.yaml:41:9 chips.h100: message}. */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + (path.isEmpty() ? ": " : " " + path + ": ") + message;
    }
}
