package straits.market.pricing;

/** What a visitor is willing to pay per GPU-hour, as far as a seller needs to know it. */
sealed interface Willingness {

    /** Share of visitors who pay a price. */
    double share(double price);

    /** The price p that maximises share(p) x (p - worth): what to ask for a GPU that is worth so much elsewhere. */
    double best(double worth);

    /**
     * Exponential: share exp(-p / mean), best price worth + mean.
     *
     * @param mean above 0
     */
    record Exponential(double mean) implements Willingness {

        @Override
        public double share(double price) {
            return StrictMath.exp(-Math.max(0, price) / mean);
        }

        @Override
        public double best(double worth) {
            return Math.max(0, worth + mean);
        }
    }

    /**
     * Uniform: share (high - p) / (high - low), best price halfway between worth and the most that anybody pays.
     *
     * @param low least
     * @param high greatest
     */
    record Uniform(double low, double high) implements Willingness {

        @Override
        public double share(double price) {
            if (price <= low) {
                return 1;
            }
            return price >= high ? 0 : (high - price) / (high - low);
        }

        @Override
        public double best(double worth) {
            return Math.max(low, Math.min(high, (worth + high) / 2));
        }
    }
}
