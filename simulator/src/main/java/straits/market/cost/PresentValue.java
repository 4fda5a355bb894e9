package straits.market.cost;

import java.util.SortedMap;
import java.util.TreeMap;
import straits.units.Money;
import straits.units.SimTime;

/**
 * Net present value at the start of a run. Payments are whole micro-dollars, summed by day before they are discounted, so that
 * it does not depend on their order; a day counts as its midnight, a year as 365 days. The one place of every discount formula.
 */
public final class PresentValue {

    private static final double DAYS_PER_YEAR = 365;

    private final double yearlyRate;
    private final SortedMap<Long, Long> microUsdByDay = new TreeMap<>();

    /**
     * No payment yet.
     *
     * @param yearlyRate rate of discount, compounded once a year: 0.1 is 10 % a year; above -1
     */
    public PresentValue(double yearlyRate) {
        this.yearlyRate = yearlyRate;
    }

    /**
     * Adds a payment.
     *
     * @param atMicros when, since the start
     * @param microUsd received if positive, paid if negative
     * @throws ArithmeticException if the payments of a day exceed 2^63 micro-USD
     */
    public void pay(long atMicros, long microUsd) {
        microUsdByDay.merge(Math.floorDiv(atMicros, SimTime.MICROS_PER_DAY), microUsd, Math::addExact);
    }

    /** The sum of all payments, each over (1 + rate)^years, in USD. */
    public double usd() {
        double sum = 0;
        for (var day : microUsdByDay.entrySet()) {
            sum += Money.toUsd(day.getValue()) / StrictMath.pow(1 + yearlyRate, day.getKey() / DAYS_PER_YEAR);
        }
        return sum;
    }

    /**
     * Present value of a steady stream.
     *
     * @param yearly amount a year
     * @param years how long, from now
     * @param yearlyRate rate of discount, compounded continuously
     */
    public static double ofStream(double yearly, double years, double yearlyRate) {
        return yearlyRate == 0 ? yearly * years : yearly * -StrictMath.expm1(-yearlyRate * years) / yearlyRate;
    }

    /**
     * What has to be paid at the end of each year for the loan of 1: rate / (1 - (1 + rate)^-years).
     *
     * @param yearlyRate compounded once a year, 0 or more
     * @param years above 0
     */
    public static double annuity(double yearlyRate, double years) {
        return yearlyRate == 0 ? 1 / years : yearlyRate / (1 - StrictMath.pow(1 + yearlyRate, -years));
    }
}
