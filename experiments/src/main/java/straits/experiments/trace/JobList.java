package straits.experiments.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The jobs of a table, those left out counted by why, and what was faulty. */
final class JobList {

    /** Most jobs that are kept, so that memory is bounded. */
    static final int MOST = 5_000_000;

    private static final int MOST_FAULTS = 20;

    private final String file;
    private final List<Job> jobs = new ArrayList<>();
    private final Map<String, Long> dropped = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private long faulty;
    private long read;

    JobList(String file) {
        this.file = file;
    }

    /** Another job of the table, used or not. */
    void read() {
        read++;
    }

    /** Takes a job in, unless it cannot be one. */
    void add(Job job) {
        if (!(job.gpus() > 0)) {
            drop("no GPU");
        } else if (!(job.seconds() >= 0)) {
            drop("ends before it starts");
        } else if (jobs.size() == MOST) {
            throw new TooManyJobsException(file + ": more than " + MOST + " jobs with GPUs; divide the file");
        } else {
            jobs.add(job);
        }
    }

    void drop(String why) {
        dropped.merge(why, 1L, Long::sum);
    }

    void fault(long line, String message) {
        faulty++;
        if (faults.size() < MOST_FAULTS) {
            faults.add(file + ":" + line + ": " + message);
        }
    }

    /** What is wrong, one line each; the rest counted. */
    List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        if (faulty > faults.size()) {
            all.add(file + ": " + (faulty - faults.size()) + " more faults, not listed");
        }
        return all;
    }

    /** All jobs by time; those of one time as in the table. */
    List<Job> byTime() {
        jobs.sort(Comparator.comparingDouble(Job::submitSeconds));
        return jobs;
    }

    /** Why jobs were left out, and how many for each reason. */
    Map<String, Long> dropped() {
        return dropped;
    }

    /** Jobs of the table. */
    long jobsRead() {
        return read;
    }

    /** There are too many to hold. */
    static final class TooManyJobsException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManyJobsException(String message) {
            super(message);
        }
    }
}
