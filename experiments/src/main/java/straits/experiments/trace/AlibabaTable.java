package straits.experiments.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The table {@code pai_task_table.csv} of Alibaba's trace of 2020, whose file has no header. A task is a job: its instances times the
 * GPUs of each, which are written in hundredths.
 */
final class AlibabaTable implements JobTable {

    private static final List<String> COLUMNS = List.of(
            "job_name",
            "task_name",
            "inst_num",
            "status",
            "start_time",
            "end_time",
            "plan_cpu",
            "plan_mem",
            "plan_gpu",
            "gpu_type");
    private static final double HUNDREDTHS = 100;

    @Override
    public void read(Path file, JobList into) throws IOException {
        CsvRows rows = new CsvRows(into, List.of());
        rows.read(file, COLUMNS, row -> {
            into.read();
            double start = rows.number(row, "start_time");
            double seconds = rows.number(row, "end_time") - start;
            double planned = rows.number(row, "plan_gpu");
            double gpus = Double.isNaN(planned) ? 0 : planned / HUNDREDTHS * rows.number(row, "inst_num");
            if (gpus == 0 || !Double.isNaN(seconds)) {
                into.add(new Job(start, gpus, seconds));
            } else {
                into.drop("no time of start or end");
            }
        });
    }
}
