package straits.experiments.story;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import straits.units.SimTime;

/** Simulated times in words; UTC. */
final class StoryDates {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final LocalDate start;

    StoryDates(LocalDate start) {
        this.start = start;
    }

    /** As 2025-03-01 14:05; what follows the minute is cut off. */
    String minute(long micros) {
        return MINUTE.format(start.atStartOfDay().plus(micros, ChronoUnit.MICROS));
    }

    /** The day of an instant. */
    LocalDate day(long micros) {
        return start.plusDays(Math.floorDiv(micros, SimTime.MICROS_PER_DAY));
    }

    /** As 2025-03. */
    static String month(LocalDate day) {
        return MONTH.format(day);
    }

    /** As 1 March 2025. */
    static String words(LocalDate day) {
        return DAY.format(day);
    }
}
