package straits.experiments.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table {@code cluster_job_log} of Microsoft's Philly trace: a JSON list of jobs, read one at a time. A job runs as long as its
 * attempts together, on the GPUs of the largest.
 */
final class PhillyTable implements JobTable {

    @Override
    public void read(Path file, JobList into) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                MappingIterator<JsonNode> jobs =
                        JsonMapper.shared().readerFor(JsonNode.class).readValues(in)) {
            while (jobs.hasNextValue()) {
                JsonNode job = jobs.nextValue();
                into.read();
                job(job, jobs.currentLocation().getLineNr(), into);
            }
        } catch (JacksonException e) {
            into.fault(
                    e.getLocation() == null ? 1 : e.getLocation().getLineNr(), "not JSON: " + e.getOriginalMessage());
        }
    }

    private static void job(JsonNode job, long line, JobList into) {
        if (!job.has("submitted_time") || !job.path("attempts").isArray()) {
            into.fault(line, "a job ends here without submitted_time or attempts: is it another --from?");
            return;
        }
        double seconds = 0;
        int gpus = 0;
        boolean timed = false;
        try {
            double submit = seconds(job, "submitted_time");
            for (JsonNode attempt : job.path("attempts")) {
                double ran = seconds(attempt, "end_time") - seconds(attempt, "start_time");
                if (!Double.isNaN(ran)) {
                    timed = true;
                    seconds += ran;
                    gpus = Math.max(gpus, gpus(attempt));
                }
            }
            if (timed && !Double.isNaN(submit)) {
                into.add(new Job(submit, gpus, seconds));
            } else {
                into.drop("no attempt with a start and an end");
            }
        } catch (IllegalArgumentException e) {
            into.fault(line, String.valueOf(e.getMessage()));
        }
    }

    private static int gpus(JsonNode attempt) {
        int gpus = 0;
        for (JsonNode server : attempt.path("detail")) {
            gpus += server.path("gpus").size();
        }
        return gpus;
    }

    private static double seconds(JsonNode owner, String key) {
        JsonNode time = owner.path(key);
        return time.isString() ? Clock.seconds(time.stringValue()) : Double.NaN;
    }
}
