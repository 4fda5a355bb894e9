package straits.microworlds;

import java.util.List;

/**
 * A class whose only request in a run comes at a known hour. Arrivals are Poisson and keyed by the name of the class, so a
 * name is sought that brings one when it is wanted.
 *
 * @param slug name of the class
 * @param hour when its request comes
 * @param ratePerHour its rate
 */
record Arrival(String slug, double hour, double ratePerHour) {

    private static final int MOST_NAMES = 10_000;

    /** A class of which one request comes between two hours and no other before the end of the run. */
    static Arrival between(double fromHours, double toHours, double endHours) {
        double rate = 1 / endHours;
        for (int name = 0; name < MOST_NAMES; name++) {
            String slug = "c" + name;
            List<Double> hours = Micro.arrivals(slug, rate, endHours, 0);
            if (hours.size() == 1 && hours.get(0) > fromHours && hours.get(0) < toHours) {
                return new Arrival(slug, hours.get(0), rate);
            }
        }
        throw new AssertionError("no name puts an arrival between hours " + fromHours + " and " + toHours);
    }

    /** An entry of the section of classes. */
    String asking(String size, String duration, String rest) {
        return slug + ": " + Micro.tenants("{rate: " + ratePerHour + " per hour}", size, duration, rest);
    }
}
