package straits.experiments.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** What reads bytes that a user supplies. */
public enum Target {
    /** A scenario file. */
    SCENARIO,
    /** A regime file. */
    REGIME,
    /** An experiment file beside its scenario. */
    EXPERIMENT,
    /** Settings of a command, one a line. */
    SETTING,
    /** A price schedule, a trace and a column of numbers. */
    DATA,
    /** A public job table in each of its formats. */
    JOBS,
    /** {@code manifest.json} of a finished run. */
    MANIFEST,
    /** {@code units.journal} or {@code experiment.hash} of a run that was interrupted. */
    JOURNAL,
    /** A table of a finished run, in any format. */
    TABLE;

    /** One way of reading. */
    interface Reader {

        /**
         * Reads, or is refused in the program's own words.
         *
         * @throws AssertionError or anything unchecked, if neither
         */
        void read(byte[] bytes) throws IOException;
    }

    /** The reader, with a folder of its own that is there and empty. */
    Reader in(Path folder) throws IOException {
        return switch (this) {
            case SCENARIO -> new TextReaders(folder)::scenario;
            case REGIME -> new TextReaders(folder)::regime;
            case EXPERIMENT -> new TextReaders(folder)::experiment;
            case SETTING -> new TextReaders(folder)::settings;
            case DATA -> new TableReaders(folder)::data;
            case JOBS -> new TableReaders(folder)::jobs;
            case MANIFEST -> new FolderReaders(folder)::manifest;
            case JOURNAL -> new FolderReaders(folder)::journal;
            case TABLE -> new FolderReaders(folder)::table;
        };
    }

    /** How it is called on a command line and in paths. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Target of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
