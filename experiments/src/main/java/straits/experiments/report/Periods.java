package straits.experiments.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import straits.scenario.Scenario;

/**
 * The months of a run as places on an axis: themselves, or calendar years where there are too many to draw. Knows how long each month
 * was measured, so that time averages of months become those of years. Immutable.
 */
final class Periods {

    private static final int MOST_MONTHS = 48;
    private static final int MONTH_LETTERS = "2025-01".length();
    private static final int YEAR_LETTERS = "2025".length();
    private static final double SECONDS_PER_HOUR = 3_600;

    private final Map<String, Double> hours = new HashMap<>();
    private final Map<String, Double> hoursOfPlace = new LinkedHashMap<>();
    private final int letters;

    private Periods(Instant from, Instant to) {
        List<LocalDate> starts = starts(from, to);
        letters = starts.size() > MOST_MONTHS ? YEAR_LETTERS : MONTH_LETTERS;
        for (int i = 0; i < starts.size(); i++) {
            Instant end = i + 1 < starts.size() ? midnight(starts.get(i + 1)) : to;
            double length = Duration.between(i == 0 ? from : midnight(starts.get(i)), end)
                            .toSeconds()
                    / SECONDS_PER_HOUR;
            String start = starts.get(i).toString();
            hours.put(start, length);
            hoursOfPlace.merge(start.substring(0, letters), length, Double::sum);
        }
    }

    /** The months of a scenario that are measured. */
    static Periods of(Scenario scenario) {
        Instant start = midnight(scenario.start());
        return new Periods(
                start.plusMillis(millis(scenario.warmUp().value())),
                start.plusMillis(millis(scenario.horizon().value())));
    }

    private static long millis(double hours) {
        return Math.round(hours * SECONDS_PER_HOUR * 1_000);
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static List<LocalDate> starts(Instant from, Instant to) {
        List<LocalDate> starts = new ArrayList<>();
        for (LocalDate at = from.atOffset(ZoneOffset.UTC).toLocalDate();
                midnight(at).isBefore(to);
                at = at.withDayOfMonth(1).plusMonths(1)) {
            starts.add(at);
        }
        return starts;
    }

    /** The axis. */
    Axis axis() {
        return Axis.of(letters == YEAR_LETTERS ? "year" : "month", places());
    }

    /** Its places in order. */
    List<String> places() {
        return List.copyOf(hoursOfPlace.keySet());
    }

    /** Where a month belongs. */
    String place(String periodStart) {
        return periodStart.substring(0, letters);
    }

    /** Measured hours of a month. */
    double hours(String periodStart) {
        return hours.getOrDefault(periodStart, 0.0);
    }

    /** Measured hours of a place. */
    double hoursOf(String place) {
        return hoursOfPlace.getOrDefault(place, Double.NaN);
    }
}
