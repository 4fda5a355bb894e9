package straits.supply;

/**
 * Holt's linear exponential smoothing (C. C. Holt 1957): a level and a trend per review. The first count is the first level, and the
 * first trend is 0.
 */
final class DemandForecast {

    private final double levelWeight;
    private final double trendWeight;
    private double level = Double.NaN;
    private double trend;

    DemandForecast(double levelWeight, double trendWeight) {
        this.levelWeight = levelWeight;
        this.trendWeight = trendWeight;
    }

    void observe(double count) {
        if (Double.isNaN(level)) {
            level = count;
        } else {
            double before = level;
            level = levelWeight * count + (1 - levelWeight) * (level + trend);
            trend = trendWeight * (level - before) + (1 - trendWeight) * trend;
        }
    }

    /** What is expected so many reviews ahead; never less than 0. */
    double ahead(double reviews) {
        return Math.max(0, level + reviews * trend);
    }
}
