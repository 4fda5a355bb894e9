package straits.market.tenant;

import java.time.LocalDate;
import straits.random.Expectation;
import straits.random.Samplers;
import straits.scenario.TenantClass;

/**
 * What a class asks for on average, by the laws of its requests alone. Requests come at a rate lambda(t) and Lambda(t) of them by
 * time t; each is for h100e S and a duration D, independent, of which what lies beyond the end H of the run is cut off:
 *
 * <p>E[sum S min(D, H - t)] = E[S] x E[G(D)], G(d) = integral over x from 0 to min(d, H) of Lambda(H - x).
 */
public final class DemandLaw {

    private static final double HOURS_PER_YEAR = 8760;
    private static final int HOURS_PER_DAY = 24;
    private static final int MINUTES_PER_HOUR = 60;
    private static final int MINUTES_PER_DAY = HOURS_PER_DAY * MINUTES_PER_HOUR;

    private final double horizonHours;
    private final double growthPerDay;

    /** Expected requests of the first day by its first minutes. */
    private final double[] firstDay = new double[MINUTES_PER_DAY + 1];

    /** G at whole hours. */
    private final double[] hourly;

    /** By day of the week, from that of the start; empty if all are alike. */
    private final double[] weekdayWeight;

    /** Expected requests before each day, over those of the first day by its rate alone; empty if all days of the week are alike. */
    private final double[] daysBefore;

    private DemandLaw(TenantClass.Arrivals spec, double horizonHours, LocalDate start) {
        this.horizonHours = horizonHours;
        double growth = spec.growth().value();
        growthPerDay = StrictMath.pow(growth, HOURS_PER_DAY / HOURS_PER_YEAR);
        double swing = spec.dayPeakOverMean().value() - 1;
        for (int minute = 0; minute < MINUTES_PER_DAY; minute++) {
            double hour = (minute + 0.5) / MINUTES_PER_HOUR;
            double weight = 1
                    + swing
                            * StrictMath.cos(
                                    2 * Math.PI * (hour - spec.peakHour().value()) / HOURS_PER_DAY);
            double requests =
                    spec.rate().value() * weight * StrictMath.pow(growth, hour / HOURS_PER_YEAR) / MINUTES_PER_HOUR;
            firstDay[minute + 1] = firstDay[minute] + requests;
        }
        double weekend = spec.weekendOverWeekday().value();
        weekdayWeight = weekend == 1 ? new double[0] : Week.weights(weekend, start);
        daysBefore = weekend == 1 ? new double[0] : daysBefore();
        hourly = new double[(int) horizonHours + 1];
        for (int hour = 1; hour < hourly.length; hour++) {
            hourly[hour] = hourly[hour - 1] + (requestsBefore(hour - 1) + requestsBefore(hour)) / 2;
        }
    }

    private double[] daysBefore() {
        double[] before = new double[(int) (horizonHours / HOURS_PER_DAY) + 2];
        double growth = 1;
        for (int day = 1; day < before.length; day++) {
            before[day] = before[day - 1] + growth * weekdayWeight[(day - 1) % weekdayWeight.length];
            growth *= growthPerDay;
        }
        return before;
    }

    /**
     * Expected h100e-hours that the requests of a run ask for, each cut at its end; to about seven digits. Infinite if the mean size
     * is. What a closed population or a trace asks for is no part of it; where arrivals answer to price, it is what they would be at
     * the greatest rate.
     *
     * @param spec the class
     * @param horizonHours length of the run
     * @param start its first day
     */
    public static double expectedH100eHours(TenantClass spec, double horizonHours, LocalDate start) {
        TenantClass.Arrivals arrivals = spec.arrivals();
        if (arrivals == null) {
            return 0;
        }
        DemandLaw law = new DemandLaw(arrivals, horizonHours, start);
        double requests = ClassDemand.greatestFactor(spec)
                * Expectation.of(spec.duration(), hours -> law.cutHours(spec.leaseHours(hours)));
        return Samplers.of(spec.size()).mean() * requests;
    }

    /** Lambda so many hours before the end. */
    private double requestsBefore(double hoursBeforeEnd) {
        double hours = horizonHours - hoursBeforeEnd;
        double days = Math.floor(hours / HOURS_PER_DAY);
        double growth = StrictMath.pow(growthPerDay, days);
        double wholeDays = growthPerDay == 1 ? days : (growth - 1) / (growthPerDay - 1);
        double minutes = (hours - days * HOURS_PER_DAY) * MINUTES_PER_HOUR;
        int minute = Math.min((int) minutes, MINUTES_PER_DAY - 1);
        double part = firstDay[minute] + (minutes - minute) * (firstDay[minute + 1] - firstDay[minute]);
        if (daysBefore.length > 0) {
            int day = (int) days;
            return firstDay[MINUTES_PER_DAY] * daysBefore[day]
                    + growth * weekdayWeight[day % weekdayWeight.length] * part;
        }
        return firstDay[MINUTES_PER_DAY] * wholeDays + growth * part;
    }

    /** G: by the trapezoidal rule, whose steps of an hour are small against the run. */
    private double cutHours(double duration) {
        double cut = Math.min(duration, horizonHours);
        int hour = (int) cut;
        return hourly[hour] + (cut - hour) * (requestsBefore(hour) + requestsBefore(cut)) / 2;
    }
}
