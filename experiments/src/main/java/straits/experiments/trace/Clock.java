package straits.experiments.trace;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/** Times as public tables write them. */
final class Clock {

    private static final int DATE_AND_TIME = "2020-06-09 18:41:01".length();
    private static final Set<String> NONE = Set.of("", "None", "null", "nan", "NaN", "NaT");

    private Clock() {}

    /**
     * Seconds since 1970: in UTC if the text has an offset, else as its clock showed it.
     *
     * @param text as in {@code 2020-06-09 18:41:01} or {@code 2023-03-01 00:18:22+08:00}
     * @return NaN if it says that there is none
     * @throws IllegalArgumentException if it is no time
     */
    static double seconds(String text) {
        if (NONE.contains(text)) {
            return Double.NaN;
        }
        String iso = text.replace(' ', 'T');
        try {
            return iso.length() > DATE_AND_TIME
                    ? OffsetDateTime.parse(iso).toEpochSecond()
                    : LocalDateTime.parse(iso).toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("found \"" + text + "\"; must be a time such as 2020-06-09 18:41:01", e);
        }
    }
}
