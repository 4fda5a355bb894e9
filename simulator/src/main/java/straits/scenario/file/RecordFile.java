package straits.scenario.file;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import straits.scenario.Finding;

/**
 * Files of other records by the rules of scenario files: records and their annotations say what may stand where, every fault is
 * noted at once with its line, and the effective text reads back to an equal record.
 */
public final class RecordFile {

    private RecordFile() {}

    /**
     * Reads a file.
     *
     * @param type a record, of whose components everything is bound that a scenario may hold, and {@link Amount} and {@link
     *     Written} besides
     * @param checks what is found beyond what each value may be by itself; must take faulty values, which are NaN, 1 or empty
     */
    public static <T extends Record> Reading<T> read(Path file, Class<T> type, Function<T, List<Finding>> checks) {
        return new ScenarioReader(RegimeLibrary.NONE).readRecord(file, type, checks);
    }

    /** Reads a text; the name stands for the file in faults. */
    public static <T extends Record> Reading<T> read(
            String name, String text, Class<T> type, Function<T, List<Finding>> checks) {
        return new ScenarioReader(RegimeLibrary.NONE).readRecord(name, text, type, checks);
    }

    /** The effective text of a record, every default filled in. */
    public static String text(Record value) {
        return ScenarioWriter.text(value);
    }

    /** The JSON Schema of such files; always the same bytes. */
    public static String schema(Class<? extends Record> type, String title) {
        return new SchemaGenerator().text(type, title);
    }
}
