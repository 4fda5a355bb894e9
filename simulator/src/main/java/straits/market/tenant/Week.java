package straits.market.tenant;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** How much of a week's requests comes on which of its days. */
final class Week {

    private static final int DAYS = 7;
    private static final int WEEKEND_DAYS = 2;

    private Week() {}

    /**
     * The rate on each day of a week over its mean.
     *
     * @param weekendOverWeekday rate on Saturdays and Sundays over that on other days
     * @param start the first of the seven days
     */
    static double[] weights(double weekendOverWeekday, LocalDate start) {
        double weekday = DAYS / (DAYS - WEEKEND_DAYS + WEEKEND_DAYS * weekendOverWeekday);
        double[] weights = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            boolean weekend = start.plusDays(day).getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
            weights[day] = weekend ? weekday * weekendOverWeekday : weekday;
        }
        return weights;
    }
}
