package straits.experiments.trace;

import java.io.IOException;
import java.nio.file.Path;

/** A format of public job tables. */
interface JobTable {

    /** Reads all jobs of a file into a list, which notes what is dropped and what is wrong. */
    void read(Path file, JobList into) throws IOException;
}
