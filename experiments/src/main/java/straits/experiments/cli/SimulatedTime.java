package straits.experiments.cli;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import straits.catalog.Catalog;

/** Times on the command line, in UTC. */
final class SimulatedTime {

    private SimulatedTime() {}

    /**
     * Microseconds since the start of a scenario.
     *
     * @throws IllegalArgumentException if the text is neither a date nor a time, or lies before the start
     */
    static long micros(Catalog catalog, String text) {
        LocalDateTime start = catalog.scenario().start().atStartOfDay();
        long micros = ChronoUnit.MICROS.between(start, time(text));
        if (micros < 0) {
            throw new IllegalArgumentException(text + " lies before the start of the scenario, " + start);
        }
        return micros;
    }

    /** The time so many microseconds after the beginning of a day, ISO 8601. */
    static String text(LocalDate start, long micros) {
        return start.atStartOfDay().plus(micros, ChronoUnit.MICROS) + "Z";
    }

    private static LocalDateTime time(String text) {
        String plain = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        try {
            return plain.contains("T")
                    ? LocalDateTime.parse(plain)
                    : LocalDate.parse(plain).atStartOfDay();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "expected a date such as 2025-03-01 or a time such as 2025-03-01T12:00, found \"" + text + "\"", e);
        }
    }
}
