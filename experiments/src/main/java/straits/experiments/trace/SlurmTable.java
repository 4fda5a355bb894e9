package straits.experiments.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Tables of Helios ({@code cluster_log.csv}) and Acme ({@code trace_seren.csv}, {@code trace_kalos.csv}). A job runs from its start to
 * its end; the column {@code duration} is not read, since in one of them it counts the time in the queue.
 */
final class SlurmTable implements JobTable {

    private static final List<String> COLUMNS = List.of("gpu_num", "submit_time", "start_time", "end_time");

    @Override
    public void read(Path file, JobList into) throws IOException {
        CsvRows rows = new CsvRows(into, COLUMNS);
        rows.read(file, row -> {
            into.read();
            double submit = rows.seconds(row, "submit_time");
            double seconds = rows.seconds(row, "end_time") - rows.seconds(row, "start_time");
            double gpus = rows.number(row, "gpu_num");
            if (gpus == 0 || !(Double.isNaN(submit) || Double.isNaN(seconds))) {
                into.add(new Job(submit, gpus, seconds));
            } else {
                into.drop("no time of submission, start or end");
            }
        });
    }
}
