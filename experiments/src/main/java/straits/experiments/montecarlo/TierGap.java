package straits.experiments.montecarlo;

/**
 * By how much other providers were dearer than gatekeepers for the same chip, leases with and without commitment apart: (mean
 * paid to others - to gatekeepers) / to gatekeepers, weighted by the GPU-hours of both where both sold.
 */
final class TierGap {

    private final double[] gatekeeperUsd;
    private final double[] gatekeeperGpuHours;
    private final double[] otherUsd;
    private final double[] otherGpuHours;

    TierGap(int chips) {
        gatekeeperUsd = new double[2 * chips];
        gatekeeperGpuHours = new double[2 * chips];
        otherUsd = new double[2 * chips];
        otherGpuHours = new double[2 * chips];
    }

    void sold(int chip, boolean committed, boolean gatekeeper, double usd, double gpuHours) {
        int cell = 2 * chip + (committed ? 1 : 0);
        if (gatekeeper) {
            gatekeeperUsd[cell] += usd;
            gatekeeperGpuHours[cell] += gpuHours;
        } else {
            otherUsd[cell] += usd;
            otherGpuHours[cell] += gpuHours;
        }
    }

    /** The gap; NaN if no chip was sold by both, or only for nothing by gatekeepers. */
    double weightedMean() {
        double sum = 0;
        double weights = 0;
        for (int cell = 0; cell < gatekeeperUsd.length; cell++) {
            if (gatekeeperUsd[cell] > 0 && otherGpuHours[cell] > 0) {
                double weight = gatekeeperGpuHours[cell] + otherGpuHours[cell];
                double gatekeeperPrice = gatekeeperUsd[cell] / gatekeeperGpuHours[cell];
                double otherPrice = otherUsd[cell] / otherGpuHours[cell];
                sum += weight * (otherPrice - gatekeeperPrice) / gatekeeperPrice;
                weights += weight;
            }
        }
        return weights == 0 ? Double.NaN : sum / weights;
    }
}
