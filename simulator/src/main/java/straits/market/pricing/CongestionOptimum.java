package straits.market.pricing;

/**
 * Howard's policy iteration for a loss system that prices by the number busy (Low 1974; Paschalidis and Tsitsiklis 2000): n GPUs,
 * Poisson visitors, exponential leases at the price found on arrival. In state k with price p the gain g per hour satisfies
 * g = lambda(p) [(p - c) / mu - d(k)] + k mu d(k - 1), where lambda(p) is the rate of those who pay, c marginal cost and d(k) what a
 * GPU less is worth later; the best price maximises lambda(p) (p - c - mu d(k)).
 */
final class CongestionOptimum {

    /** It takes less than ten in every case tried; a cycle could only be one of rounding. */
    private static final int MOST_ROUNDS = 100;

    private static final double SETTLED = 1e-12;

    private final int gpus;
    private final double ratePerHour;
    private final double meanHours;
    private final double costUsd;
    private final Willingness willingness;
    private final double[] price;
    private final double[] lambda;
    private final double[] displaced;

    /**
     * A problem.
     *
     * @param gpus GPUs, at least 1; a round takes time in proportion
     * @param ratePerHour visitors per hour
     * @param meanHours mean length of a lease
     * @param costUsd marginal cost of a GPU-hour
     * @param willingness what visitors pay
     */
    CongestionOptimum(int gpus, double ratePerHour, double meanHours, double costUsd, Willingness willingness) {
        this.gpus = gpus;
        this.ratePerHour = ratePerHour;
        this.meanHours = meanHours;
        this.costUsd = costUsd;
        this.willingness = willingness;
        price = new double[gpus];
        lambda = new double[gpus];
        displaced = new double[gpus];
    }

    /** The best price by number of GPUs busy, from 0 to one less than all, in USD per GPU-hour. */
    double[] prices() {
        improve();
        double change = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && change > SETTLED; round++) {
            evaluate();
            change = improve();
        }
        return price;
    }

    /** Takes the best prices for the present worth of GPUs; the greatest change, relative to the price. */
    private double improve() {
        double greatest = 0;
        for (int busy = 0; busy < gpus; busy++) {
            double next = willingness.best(costUsd + displaced[busy] / meanHours);
            greatest = Math.max(greatest, Math.abs(next - price[busy]) / next);
            price[busy] = next;
            lambda[busy] = ratePerHour * willingness.share(next);
        }
        return greatest;
    }

    /** What a GPU less is worth under the present prices: upwards to the likeliest state and downwards to it, each way stable. */
    private void evaluate() {
        int mode = mode();
        double gain = gain(mode);
        for (int busy = 0; busy < mode; busy++) {
            double freed = busy == 0 ? 0 : busy / meanHours * displaced[busy - 1];
            displaced[busy] = earned(busy) - (gain - freed) / lambda[busy];
        }
        for (int busy = gpus; busy > mode; busy--) {
            double sold = busy == gpus ? 0 : lambda[busy] * (earned(busy) - displaced[busy]);
            displaced[busy - 1] = (gain - sold) * meanHours / busy;
        }
    }

    /** What a lease signed in a state earns over its marginal cost. */
    private double earned(int busy) {
        return (price[busy] - costUsd) * meanHours;
    }

    /** The likeliest number busy. */
    private int mode() {
        int busy = 0;
        while (busy < gpus && lambda[busy] * meanHours > busy + 1) {
            busy++;
        }
        return busy;
    }

    /** Long-run earnings per hour: a mean over states, weighted relative to the likeliest. */
    private double gain(int mode) {
        double weights = 1;
        double sum = mode < gpus ? lambda[mode] * earned(mode) : 0;
        double weight = 1;
        for (int busy = mode - 1; busy >= 0; busy--) {
            weight *= (busy + 1) / (lambda[busy] * meanHours);
            weights += weight;
            sum += weight * lambda[busy] * earned(busy);
        }
        weight = 1;
        for (int busy = mode + 1; busy <= gpus; busy++) {
            weight *= lambda[busy - 1] * meanHours / busy;
            weights += weight;
            sum += busy < gpus ? weight * lambda[busy] * earned(busy) : 0;
        }
        return sum / weights;
    }
}
