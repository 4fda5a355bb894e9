package straits.experiments.montecarlo;

/**
 * A class of providers in a month.
 *
 * @param key run and month
 * @param ownerClass how export rules see it
 * @param revenueUsd charges
 * @param marketRevenueUsd charges of all classes
 * @param squaredUsd sum of the squared revenues of its providers
 * @param gpuHours GPU-hours charged
 * @param h100eHours the same by training performance
 * @param costUsd marginal cost of the GPU-hours charged
 * @param rentUsd what buyers without commitment paid above list prices
 */
public record ClassRow(
        PeriodKey key,
        String ownerClass,
        double revenueUsd,
        double marketRevenueUsd,
        double squaredUsd,
        double gpuHours,
        double h100eHours,
        double costUsd,
        double rentUsd) {

    private static final double HHI_SCALE = 10_000;

    /** Share of all revenue; NaN if there was none. */
    public double revenueShare() {
        return marketRevenueUsd == 0 ? Double.NaN : revenueUsd / marketRevenueUsd;
    }

    /** Its part of the market's Herfindahl-Hirschman index, 0 to 10,000; those of all classes add up to the index. */
    public double hhiPart() {
        return hhi(marketRevenueUsd);
    }

    /** The index of its providers among themselves, 0 to 10,000. */
    public double hhiWithin() {
        return hhi(revenueUsd);
    }

    private double hhi(double allUsd) {
        return allUsd == 0 ? Double.NaN : HHI_SCALE * squaredUsd / (allUsd * allUsd);
    }

    /** Mean price per H100e-hour; NaN if nothing was charged. */
    public double usdPerH100eHour() {
        return h100eHours == 0 ? Double.NaN : revenueUsd / h100eHours;
    }

    /** Revenue less cost. */
    public double marginUsd() {
        return revenueUsd - costUsd;
    }
}
