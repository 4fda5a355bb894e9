package straits.experiments.montecarlo;

import java.util.List;
import straits.catalog.Catalog;
import straits.catalog.Pools;
import straits.market.Outcome;
import straits.market.inventory.PoolState;
import straits.market.lease.Billing;
import straits.scenario.ProviderClass;
import straits.scenario.Workload;
import straits.simulation.Snapshot;

/** The answers about the whole market: volume, prices, demand not served, concentration. */
final class MarketAnswers {

    private final Snapshot run;
    private final Catalog catalog;
    private final List<Month> months;

    MarketAnswers(Snapshot run, List<Month> months) {
        this.run = run;
        this.months = months;
        catalog = run.catalog();
    }

    Answers addTo(Answers answers) {
        return concentration(requests(volume(answers)))
                .with(Answer.H100_PRICE_FALL_FRACTION, new PriceFall(run).ofH100(months));
    }

    private Answers volume(Answers answers) {
        double leased = 0;
        double leasedH100e = 0;
        double idle = 0;
        for (Month month : months) {
            for (int pool = 0; pool < catalog.pools().size(); pool++) {
                double hours = run.inventory().gpuHours(month.period(), pool, PoolState.LEASED);
                leased += hours;
                leasedH100e += h100e(pool) * hours;
                idle += run.inventory().gpuHours(month.period(), pool, PoolState.FREE)
                        + run.inventory().gpuHours(month.period(), pool, PoolState.HELD);
            }
        }
        return answers.with(
                        Answer.MARKET_MEAN_H100E,
                        leasedH100e / catalog.timeline().measuredHours())
                .withRatio(Answer.MARKET_UTILISATION_FRACTION, leased, leased + idle);
    }

    private double h100e(int pool) {
        return catalog.h100ePerGpu(Workload.TRAINING, catalog.pools().chip(pool));
    }

    private Answers requests(Answers answers) {
        double unmetHours = 0;
        long unserved = 0;
        long requests = 0;
        for (Month month : months) {
            for (int tenant = 0; tenant < catalog.classCount(); tenant++) {
                for (Outcome outcome : Outcome.values()) {
                    long ended = run.outcomes().requests(month.period(), tenant, outcome);
                    requests += ended;
                    if (outcome != Outcome.SERVED) {
                        unserved += ended;
                        unmetHours += run.outcomes().h100eHours(month.period(), tenant, outcome);
                    }
                }
            }
        }
        return answers.with(Answer.UNMET_H100E_HOURS, unmetHours)
                .withRatio(Answer.REFUSED_REQUESTS_FRACTION, (double) unserved, (double) requests);
    }

    private Answers concentration(Answers answers) {
        Pools pools = catalog.pools();
        double[] revenueUsd = new double[catalog.providers().size()];
        double h100eHours = 0;
        for (Month month : months) {
            for (int pool = 0; pool < pools.size(); pool++) {
                revenueUsd[pools.provider(pool)] += revenueUsd(month, pool, false) + revenueUsd(month, pool, true);
                h100eHours += h100e(pool) * (soldGpuHours(month, pool, false) + soldGpuHours(month, pool, true));
            }
        }
        double all = java.util.Arrays.stream(revenueUsd).sum();
        return answers.withRatio(Answer.MARKET_PAID_USD_PER_H100E_HOUR, all, h100eHours)
                .withRatio(Answer.GATEKEEPER_SHARE_FRACTION, ofGatekeepers(revenueUsd), all)
                .with(Answer.HHI_REVENUE, hhi(revenueUsd, all))
                .with(Answer.TIER_PRICE_GAP_FRACTION, tierGap());
    }

    private double ofGatekeepers(double[] revenueUsd) {
        double sum = 0;
        for (int provider = 0; provider < revenueUsd.length; provider++) {
            sum += gatekeeper(provider) ? revenueUsd[provider] : 0;
        }
        return sum;
    }

    private boolean gatekeeper(int provider) {
        return catalog.provider(provider).ownerClass() == ProviderClass.GATEKEEPER;
    }

    private static double hhi(double[] revenueUsd, double all) {
        double squares = 0;
        for (double each : revenueUsd) {
            double percent = 100 * each / all;
            squares += percent * percent;
        }
        return all == 0 ? Double.NaN : squares;
    }

    private double tierGap() {
        return PriceGap.overall(
                run, months, (month, pool) -> gatekeeper(catalog.pools().provider(pool)));
    }

    private double revenueUsd(Month month, int pool, boolean committed) {
        return billing().revenueUsd(month.period(), pool, committed);
    }

    private double soldGpuHours(Month month, int pool, boolean committed) {
        return billing().soldGpuHours(month.period(), pool, committed);
    }

    private Billing billing() {
        return run.billing();
    }
}
