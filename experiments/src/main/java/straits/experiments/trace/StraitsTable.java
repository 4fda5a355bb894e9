package straits.experiments.trace;

import java.io.IOException;
import java.nio.file.Path;
import straits.scenario.TraceRows;

/** A trace of this program, to take a part of it. */
final class StraitsTable implements JobTable {

    private static final double SECONDS_PER_HOUR = 3600;

    @Override
    public void read(Path file, JobList into) throws IOException {
        CsvRows rows = new CsvRows(into, TraceRows.COLUMNS.subList(0, TraceRows.NEEDED));
        rows.read(file, row -> {
            into.read();
            double hours = rows.number(row, "hours");
            double at = rows.number(row, "arrival_hours");
            if (Double.isNaN(at + hours)) {
                into.fault(row.line(), "arrival_hours or hours: found nothing; must be a number");
                return;
            }
            into.add(new Job(
                    at * SECONDS_PER_HOUR,
                    rows.number(row, "gpus"),
                    hours * SECONDS_PER_HOUR,
                    row.cell("chips"),
                    row.cell("price_limit_usd_per_gpu_hour")));
        });
    }
}
