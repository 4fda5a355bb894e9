package straits.market.tenant;

import java.time.LocalDate;
import java.util.Arrays;
import straits.random.Stream;
import straits.scenario.TenantClass;
import straits.units.SimTime;

/**
 * A Poisson process whose rate grows exponentially and follows the hour of the day and the week. Growth is taken into account
 * by inverting the integrated rate; the day, minute by minute, and the weekend by thinning (Lewis and Shedler, Naval Research
 * Logistics 26, 1979).
 */
final class Arrivals {

    private static final double HOURS_PER_YEAR = 8760;
    private static final double HOURS_PER_DAY = 24;
    private static final int MINUTES_PER_HOUR = 60;
    private static final int MINUTES_PER_DAY = 1440;
    private static final int DAYS_PER_WEEK = 7;
    private static final long MICROS_PER_MINUTE = SimTime.MICROS_PER_HOUR / MINUTES_PER_HOUR;

    /** Where x^3 / 4 is less than half of a double's last bit. */
    private static final double SERIES_BELOW = 5e-6;

    private final Stream stream;
    private final double peakRatePerHour;
    private final double growthPerHour;
    private final double dayPeakOverMean;
    private final double peakOverMean;
    private final double[] minuteWeight;

    /** By day of the week, from that of the start. */
    private final double[] weekdayWeight;

    /** Start of the hour whose growth factor was computed last, and that factor. */
    private long growthHour = -1;

    private double growthAtHour;

    /**
     * The arrivals of a class.
     *
     * @param factor what the rate is multiplied with
     * @param start first day of the run
     */
    Arrivals(TenantClass.Arrivals spec, double factor, LocalDate start, Stream stream) {
        this.stream = stream;
        dayPeakOverMean = spec.dayPeakOverMean().value();
        weekdayWeight = Week.weights(spec.weekendOverWeekday().value(), start);
        peakOverMean = dayPeakOverMean * Arrays.stream(weekdayWeight).max().orElse(1);
        peakRatePerHour = spec.rate().value() * factor * peakOverMean;
        growthPerHour = StrictMath.log(spec.growth().value()) / HOURS_PER_YEAR;
        minuteWeight = peakOverMean > 1 ? minuteWeights(spec.peakHour().value()) : new double[0];
    }

    private double[] minuteWeights(double peakHour) {
        double[] weights = new double[MINUTES_PER_DAY];
        for (int minute = 0; minute < MINUTES_PER_DAY; minute++) {
            double hours = (minute + 0.5) / MINUTES_PER_HOUR - peakHour;
            weights[minute] = 1 + (dayPeakOverMean - 1) * StrictMath.cos(2 * Math.PI * hours / HOURS_PER_DAY);
        }
        return weights;
    }

    /** Time of the next arrival after now; {@link Long#MAX_VALUE} if there is none before the given end. */
    long nextMicros(long nowMicros, long endMicros) {
        if (peakRatePerHour == 0) {
            return Long.MAX_VALUE;
        }
        long at = nowMicros;
        do {
            double hours = candidateHours(at);
            if (hours >= SimTime.toHours(endMicros - at)) {
                return Long.MAX_VALUE;
            }
            at += SimTime.ofHours(hours);
        } while (peakOverMean > 1 && stream.next() * peakOverMean > weight(at));
        return at;
    }

    private double candidateHours(long atMicros) {
        double exponential = -StrictMath.log1p(-stream.next());
        if (growthPerHour == 0) {
            return exponential / peakRatePerHour;
        }
        double rate = peakRatePerHour * growth(atMicros);
        double inverted = growthPerHour * exponential / rate;
        return inverted <= -1 ? Double.POSITIVE_INFINITY : log1p(inverted) / growthPerHour;
    }

    /** Between two arrivals nothing grows much: by a series whose fourth term does not show there. */
    private static double log1p(double x) {
        return Math.abs(x) < SERIES_BELOW ? x * (1 - x * (0.5 - x / 3)) : StrictMath.log1p(x);
    }

    /** Growth since the start: exact at the hour, and from there by a series whose fourth term no longer shows. */
    private double growth(long atMicros) {
        long hour = atMicros / SimTime.MICROS_PER_HOUR;
        if (hour != growthHour) {
            growthHour = hour;
            growthAtHour = StrictMath.exp(growthPerHour * hour);
        }
        double x = growthPerHour * SimTime.toHours(atMicros - hour * SimTime.MICROS_PER_HOUR);
        return growthAtHour * (1 + x * (1 + x / 2 * (1 + x / 3)));
    }

    private double weight(long atMicros) {
        double ofDay = weekdayWeight[(int) (atMicros / SimTime.MICROS_PER_DAY % DAYS_PER_WEEK)];
        return ofDay * minuteWeight[(int) (atMicros % SimTime.MICROS_PER_DAY / MICROS_PER_MINUTE)];
    }
}
