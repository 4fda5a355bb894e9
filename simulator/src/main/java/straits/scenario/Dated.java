package straits.scenario;

import java.time.LocalDate;

/**
 * A value in force from a date until the next one of its list.
 *
 * @param from first day, from its midnight UTC
 * @param value the value, in the dimension of the list
 */
public record Dated(
        @Meaning("first day") LocalDate from,
        @Meaning("value in force from that day") Quantity value) {}
