package straits.experiments.output;

import java.nio.file.Path;
import java.util.Map;

/** Makes files from the finished tables of a run, such as a report, which the manifest then lists beside them. */
@FunctionalInterface
public interface Pages {

    /** No files. */
    Pages NONE = folder -> Map.of();

    /**
     * The files by their plain names, in the order in which they are written.
     *
     * @param folder folder in which every table is complete
     */
    Map<String, byte[]> of(Path folder);
}
