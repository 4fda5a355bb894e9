package straits.experiments.output;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates as days since 1970-01-01. */
final class Days {

    private Days() {}

    /** The date; null for never or missing. */
    static @Nullable LocalDate date(double epochDays) {
        return Double.isFinite(epochDays) ? LocalDate.ofEpochDay((long) Math.floor(epochDays)) : null;
    }
}
