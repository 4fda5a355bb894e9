package straits.experiments.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import straits.experiments.api.BadInputException;
import straits.scenario.TraceRows;

/**
 * A job table turned into a trace. Time is counted from midnight before the first job, so that hours of the day stay; every job that
 * is left out is counted.
 *
 * @param read jobs of the table
 * @param written rows of the trace
 * @param outside jobs before the first day wanted or after the last
 * @param dropped others left out, by why
 */
public record TraceConversion(long read, long written, long outside, Map<String, Long> dropped) {

    private static final double SECONDS_PER_HOUR = 3600;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final int DIGITS = 6;

    /** Copies the map, so that the record stays immutable. */
    public TraceConversion {
        dropped = Map.copyOf(dropped);
    }

    /**
     * Converts a table.
     *
     * @param from its format
     * @param in the table
     * @param out the trace; never overwritten
     * @param firstDay first day wanted, from 0
     * @param days how many days
     * @throws BadInputException with every fault of the table, up to a number; then nothing is written
     * @throws UncheckedIOException if a file cannot be read or written
     */
    public static TraceConversion of(TraceFormat from, Path in, Path out, int firstDay, int days) {
        JobList list = new JobList(in.toString());
        if (!Files.isRegularFile(in)) {
            throw new BadInputException(in + ": no such file");
        }
        try {
            from.table().read(in, list);
        } catch (JobList.TooManyJobsException e) {
            throw new BadInputException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + in + ": " + e.getMessage(), e);
        }
        if (!list.faults().isEmpty()) {
            throw new BadInputException(list.faults());
        }
        return written(list, out, firstDay, days);
    }

    private static TraceConversion written(JobList list, Path out, int firstDay, int days) {
        List<Job> jobs = list.byTime();
        double midnight =
                jobs.isEmpty() ? 0 : Math.floor(jobs.get(0).submitSeconds() / SECONDS_PER_DAY) * SECONDS_PER_DAY;
        double begin = midnight + firstDay * SECONDS_PER_DAY;
        List<Job> inside = jobs.stream()
                .filter(job -> job.submitSeconds() >= begin && job.submitSeconds() < begin + days * SECONDS_PER_DAY)
                .toList();
        if (inside.isEmpty()) {
            throw new BadInputException("no job with GPUs and times is left of " + list.jobsRead() + " read; dropped: "
                    + list.dropped() + ", outside the days wanted: " + jobs.size());
        }
        write(inside, begin, out);
        return new TraceConversion(list.jobsRead(), inside.size(), jobs.size() - inside.size(), list.dropped());
    }

    private static void write(List<Job> jobs, double begin, Path out) {
        try (Writer writer = Files.newBufferedWriter(out, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            writer.write(String.join(",", TraceRows.COLUMNS) + "\n");
            for (Job job : jobs) {
                writer.write(hours(job.submitSeconds() - begin) + "," + number(job.gpus()) + "," + hours(job.seconds())
                        + "," + job.chips() + "," + job.limit() + "\n");
            }
        } catch (FileAlreadyExistsException e) {
            throw new BadInputException(out + ": is there already, and was left as it is; choose another name");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + out + ": " + e.getMessage(), e);
        }
    }

    private static String hours(double seconds) {
        return number(seconds / SECONDS_PER_HOUR);
    }

    /** To a millionth: of an hour, four thousandths of a second. */
    private static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
