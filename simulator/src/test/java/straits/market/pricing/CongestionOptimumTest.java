package straits.market.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The prices that policy iteration finds, against published ones, a closed form and a search. */
final class CongestionOptimumTest {

    private static final Willingness MEAN_ONE = new Willingness.Exponential(1);

    /** S22 as validation gives it, to all digits printed there. */
    @Test
    void fiveGpusAndEightVisitorsGiveThePricesOfTheCase() {
        double[] prices = new CongestionOptimum(5, 8, 1, 0, MEAN_ONE).prices();

        assertThat(prices).containsExactly(new double[] {1.07439, 1.101996, 1.151991, 1.256989, 1.54641}, within(1e-6));
    }

    /** One GPU: g = W(rho / e) with rho visitors per lease, and the price is 1 + g. */
    @Test
    void oneGpuIsSolvedByTheLambertFunction() {
        double price = new CongestionOptimum(1, 8, 1, 0, MEAN_ONE).prices()[0];
        double gain = price - 1;

        assertThat(gain * StrictMath.exp(gain)).isCloseTo(8 / StrictMath.E, within(1e-12));
    }

    /** Prices are per GPU-hour and time has no scale: visitors a day and leases of days change nothing. */
    @Test
    void onlyVisitorsPerLeaseMatter() {
        double[] hours = new CongestionOptimum(5, 8, 1, 0, MEAN_ONE).prices();
        double[] days = new CongestionOptimum(5, 8 / 24.0, 24, 0, MEAN_ONE).prices();

        assertThat(days).containsExactly(hours, within(1e-11));
    }

    /** With an exponential law marginal cost c adds c to prices of a market in which only the fraction exp(-c) comes. */
    @Test
    void marginalCostIsPassedOn() {
        double[] dear = new CongestionOptimum(5, 8, 1, 0.3, MEAN_ONE).prices();
        double[] cheap = new CongestionOptimum(5, 8 * StrictMath.exp(-0.3), 1, 0, MEAN_ONE).prices();

        for (int busy = 0; busy < 5; busy++) {
            assertThat(dear[busy]).isCloseTo(0.3 + cheap[busy], within(1e-11));
        }
    }

    /** No change of one price earns more: an optimum, found without the equations that solved it. */
    @Test
    void noOtherPriceEarnsMore() {
        Willingness uniform = new Willingness.Uniform(0.5, 3);
        double[] prices = new CongestionOptimum(4, 6, 1, 0.2, uniform).prices();
        double best = gain(prices, 6, 0.2, uniform);

        for (int busy = 0; busy < prices.length; busy++) {
            for (double step : new double[] {-0.1, -0.001, 0.001, 0.1}) {
                double[] other = prices.clone();
                other[busy] += step;
                assertThat(gain(other, 6, 0.2, uniform)).isLessThan(best);
            }
        }
    }

    /** Twenty thousand GPUs are never full at the price of a monopolist, and are when five times as many visitors come. */
    @Test
    void anEmptyPoolAsksTheMonopolyPriceAndAFullerOneMore() {
        double[] idle = new CongestionOptimum(20_000, 20_000, 1, 0.1, MEAN_ONE).prices();
        double[] busy = new CongestionOptimum(20_000, 100_000, 1, 0.1, MEAN_ONE).prices();

        assertThat(idle[0]).isCloseTo(1.1, within(1e-9));
        for (int gpus = 1; gpus < idle.length; gpus++) {
            assertThat(idle[gpus]).isGreaterThan(idle[gpus - 1] - 1e-9);
            assertThat(busy[gpus]).isGreaterThan(busy[gpus - 1] - 1e-9);
        }
        assertThat(busy[19_999])
                .as("above the price at which they would just fill it")
                .isGreaterThan(StrictMath.log(5));
    }

    /** By enumeration of the states, leases of an hour. */
    private static double gain(double[] prices, double rate, double cost, Willingness law) {
        double weight = 1;
        double weights = 0;
        double sum = 0;
        for (int busy = 0; busy <= prices.length; busy++) {
            weights += weight;
            if (busy < prices.length) {
                double paying = rate * law.share(prices[busy]);
                sum += weight * paying * (prices[busy] - cost);
                weight *= paying / (busy + 1);
            }
        }
        return sum / weights;
    }
}
