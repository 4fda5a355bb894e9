package straits.market.tenant;

import straits.random.Stream;
import straits.scenario.TenantClass;
import straits.units.SimTime;

/**
 * A Poisson process whose rate grows exponentially and follows the hour of the day. Growth is taken into account by
 * inverting the integrated rate, the day by thinning (Lewis and Shedler, Naval Research Logistics 26, 1979).
 */
final class Arrivals {

    private static final double HOURS_PER_YEAR = 8760;
    private static final double HOURS_PER_DAY = 24;

    private final Stream stream;
    private final double peakRatePerHour;
    private final double growthPerHour;
    private final double dayPeakOverMean;
    private final double peakHour;

    Arrivals(TenantClass.Arrivals spec, Stream stream) {
        this.stream = stream;
        dayPeakOverMean = spec.dayPeakOverMean().value();
        peakRatePerHour = spec.rate().value() * dayPeakOverMean;
        growthPerHour = StrictMath.log(spec.growth().value()) / HOURS_PER_YEAR;
        peakHour = spec.peakHour().value();
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
        } while (dayPeakOverMean > 1 && stream.next() * dayPeakOverMean > dayPattern(at));
        return at;
    }

    private double candidateHours(long atMicros) {
        double exponential = -StrictMath.log1p(-stream.next());
        if (growthPerHour == 0) {
            return exponential / peakRatePerHour;
        }
        double rate = peakRatePerHour * StrictMath.exp(growthPerHour * SimTime.toHours(atMicros));
        double inverted = growthPerHour * exponential / rate;
        return inverted <= -1 ? Double.POSITIVE_INFINITY : StrictMath.log1p(inverted) / growthPerHour;
    }

    private double dayPattern(long atMicros) {
        double hour = SimTime.toHours(atMicros % SimTime.MICROS_PER_DAY);
        return 1 + (dayPeakOverMean - 1) * StrictMath.cos(2 * Math.PI * (hour - peakHour) / HOURS_PER_DAY);
    }
}
