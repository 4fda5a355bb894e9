package straits.experiments.verification;

import java.util.Arrays;
import java.util.stream.IntStream;
import straits.regulation.LicenceDesk;
import straits.simulation.Observer;
import straits.simulation.Snapshot;
import straits.units.SimTime;

/**
 * Watches how long the first files of an office wait. One officer reviews in order: a review begins when the file is there and the
 * one before is decided.
 */
final class FirstFiles implements Observer {

    static final int FILES = 25;

    private final long[] filedMicros = new long[FILES];
    private final long[] decidedMicros = new long[FILES];

    @Override
    public void filed(long now, int file, LicenceDesk.Applicant applicant, int subject, int review, int attempt) {
        if (file < FILES) {
            filedMicros[file] = now;
        }
    }

    @Override
    public void decided(long now, int file, Decision decision) {
        if (file < FILES) {
            decidedMicros[file] = now;
        }
    }

    @Override
    public void ended(Snapshot run) {
        if (Arrays.stream(decidedMicros).anyMatch(micros -> micros == 0)) {
            throw new IllegalStateException("the run ended before " + FILES + " files were decided");
        }
    }

    /** Wait of a file, from 1. */
    double waitDays(int number) {
        long before = number == 1 ? 0 : decidedMicros[number - 2];
        return SimTime.toHours(Math.max(0, before - filedMicros[number - 1])) / 24;
    }

    double meanWaitDays() {
        return IntStream.rangeClosed(1, FILES).mapToDouble(this::waitDays).sum() / FILES;
    }
}
