package straits.experiments.design;

import org.apache.commons.math3.distribution.NormalDistribution;
import straits.random.Sampler;
import straits.random.Samplers;
import straits.scenario.Distribution;
import straits.scenario.Quantity;

/** The inverse of a distribution function on a closed range: pure Java mathematics, the same bits everywhere. */
@FunctionalInterface
interface Quantile {

    /** The value that a share u of the distribution lies below; the ends of the range at 0 and 1. */
    double at(double u);

    static Quantile of(Spread spread) {
        if (spread instanceof Spread.Uniform uniform) {
            return uniform(uniform.low().number(), uniform.high().number());
        } else if (spread instanceof Spread.Triangular triangular) {
            return triangular(
                    triangular.low().number(),
                    triangular.mode().number(),
                    triangular.high().number());
        } else if (spread instanceof Spread.LogUniform log) {
            return logUniform(log.low().number(), log.high().number());
        } else if (spread instanceof Spread.Normal normal) {
            return normal(
                    normal.mean().number(),
                    normal.sd().number(),
                    normal.low().number(),
                    normal.high().number());
        }
        throw new IllegalArgumentException("no distribution: " + spread);
    }

    static Quantile uniform(double low, double high) {
        return within(low, high, u -> low + u * (high - low));
    }

    static Quantile triangular(double low, double mode, double high) {
        Sampler sampler =
                Samplers.of(new Distribution.Triangular(Quantity.of(low), Quantity.of(mode), Quantity.of(high)));
        return within(low, high, sampler::at);
    }

    private static Quantile logUniform(double low, double high) {
        double span = StrictMath.log(high / low);
        return within(low, high, u -> low * StrictMath.exp(u * span));
    }

    private static Quantile normal(double mean, double sd, double low, double high) {
        NormalDistribution uncut = new NormalDistribution(null, mean, sd);
        double below = uncut.cumulativeProbability(low);
        double inside = uncut.cumulativeProbability(high) - below;
        return within(low, high, u -> uncut.inverseCumulativeProbability(below + u * inside));
    }

    /** Rounding may lead past the ends, and an inverse need not know its own. */
    private static Quantile within(double low, double high, Quantile quantile) {
        return u -> u <= 0 ? low : u >= 1 ? high : Math.max(low, Math.min(high, quantile.at(u)));
    }
}
