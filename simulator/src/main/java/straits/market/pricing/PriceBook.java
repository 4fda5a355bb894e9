package straits.market.pricing;

import straits.catalog.Catalog;
import straits.market.inventory.Inventory;
import straits.measurement.RateIntegrals;
import straits.scenario.Pricing;
import straits.scenario.Provider;
import straits.scenario.Workload;
import straits.units.Money;
import straits.units.SimTime;

/**
 * Standing prices of all pools, in whole micro-USD per GPU-hour, and the order in which a tenant who buys on demand meets
 * them: by price per H100-equivalent, ties by pool.
 */
public final class PriceBook {

    private final Catalog catalog;
    private final Inventory inventory;
    private final PricingPolicy[] policies;
    private final PriceList[] lists;
    private final long[] onDemandMicroUsd;
    private final double[] exactMicroUsd;
    private final long[] ceilingMicroUsd;
    private final int[][] cheapestFirst;
    private final boolean[] sorted;
    private final RateIntegrals integral;

    /** Prices at the start. */
    public PriceBook(Catalog catalog, Inventory inventory) {
        this.catalog = catalog;
        this.inventory = inventory;
        int pools = catalog.pools().size();
        policies = new PricingPolicy[pools];
        lists = new PriceList[pools];
        onDemandMicroUsd = new long[pools];
        exactMicroUsd = new double[pools];
        ceilingMicroUsd = new long[pools];
        integral = new RateIntegrals(pools, catalog.timeline().periods());
        for (int pool = 0; pool < pools; pool++) {
            open(pool);
        }
        int workloads = Workload.values().length;
        cheapestFirst = new int[workloads][pools];
        sorted = new boolean[workloads];
    }

    private void open(int pool) {
        Provider provider = catalog.provider(catalog.pools().provider(pool));
        Provider.Offer offer = offer(provider, pool);
        lists[pool] = new PriceList(offer);
        policies[pool] = policy(provider.pricing());
        set(pool, Money.ofUsd(offer.onDemand().value()));
        exactMicroUsd[pool] = onDemandMicroUsd[pool];
        ceilingMicroUsd[pool] =
                (long) (onDemandMicroUsd[pool] * provider.pricing().ceiling().value());
    }

    private Provider.Offer offer(Provider provider, int pool) {
        String chip = catalog.chips().slug(catalog.pools().chip(pool));
        Provider.Offer offer = provider.offers().get(chip);
        if (offer == null) {
            throw new IllegalArgumentException("no offer for chip " + chip + " of a pool");
        }
        return offer;
    }

    private static PricingPolicy policy(Pricing pricing) {
        return switch (pricing.policy()) {
            case POSTED -> new PostedPrice();
            case UTILISATION ->
                new UtilisationPrice(
                        pricing.target().value(), pricing.sensitivity().value());
        };
    }

    private void set(int pool, long microUsd) {
        integral.set(pool, Money.toUsd(microUsd));
        onDemandMicroUsd[pool] = microUsd;
    }

    /** Price on demand of a pool, in micro-USD per GPU-hour. */
    public long onDemandMicroUsd(int pool) {
        return onDemandMicroUsd[pool];
    }

    /** Best price for a lease of a length and a size, in micro-USD per GPU-hour. */
    public long termMicroUsd(int pool, long durationMicros, int gpus) {
        double ratio = lists[pool].bestRatio(SimTime.toHours(durationMicros), gpus);
        return Math.round(onDemandMicroUsd[pool] * ratio);
    }

    /** Least size that earns the best price of a length. */
    public int minGpus(int pool, long durationMicros) {
        return lists[pool].minGpusForBest(SimTime.toHours(durationMicros));
    }

    /** A price in USD per H100-equivalent and hour. */
    public double unitUsd(int pool, long microUsdPerGpuHour, Workload workload) {
        return Money.toUsd(microUsdPerGpuHour)
                / catalog.h100ePerGpu(workload, catalog.pools().chip(pool));
    }

    /** All pools by price on demand per H100-equivalent, ties by id. The array belongs to the book: do not change it. */
    public int[] cheapestFirst(Workload workload) {
        int index = workload.ordinal();
        if (!sorted[index]) {
            sort(cheapestFirst[index], workload);
            sorted[index] = true;
        }
        return cheapestFirst[index];
    }

    private void sort(int[] pools, Workload workload) {
        double[] unit = new double[pools.length];
        for (int pool = 0; pool < pools.length; pool++) {
            unit[pool] = unitUsd(pool, onDemandMicroUsd[pool], workload);
            int at = pool;
            while (at > 0 && unit[pools[at - 1]] > unit[pool]) {
                pools[at] = pools[at - 1];
                at--;
            }
            pools[at] = pool;
        }
    }

    /** Reviews the prices of a provider. */
    public void review(int provider, long nowMicros) {
        integral.close(nowMicros);
        for (int pool = 0; pool < policies.length; pool++) {
            if (catalog.pools().provider(pool) == provider) {
                reviewPool(pool, nowMicros);
            }
        }
        java.util.Arrays.fill(sorted, false);
    }

    private void reviewPool(int pool, long nowMicros) {
        if (inventory.rentable(pool) == 0) {
            return;
        }
        double next = policies[pool].next(exactMicroUsd[pool], inventory.utilisationFraction(pool));
        if (next != exactMicroUsd[pool]) {
            long floor = Money.ofUsd(MarginalCost.usdPerGpuHour(catalog, pool, nowMicros));
            exactMicroUsd[pool] = Math.max((double) floor, Math.min((double) ceilingMicroUsd[pool], next));
            set(pool, Math.round(exactMicroUsd[pool]));
        }
    }

    /** Time between the reviews of a provider, in microseconds; 0 if its prices never move. */
    public long reviewMicros(int provider) {
        Pricing pricing = catalog.provider(provider).pricing();
        boolean moves = pricing.policy() != Pricing.Policy.POSTED;
        return moves ? SimTime.durationOfHours(pricing.review().value()) : 0;
    }

    /** Time now counts for the given period. */
    public void enterPeriod(int period, long nowMicros) {
        integral.enterPeriod(period, nowMicros);
    }

    /** Brings the integrals up to now. */
    public void close(long nowMicros) {
        integral.close(nowMicros);
    }

    /** Forgets the integrals before now. */
    public void restartMeasures(long nowMicros) {
        integral.restart(nowMicros);
    }

    /**
     * Marginal cost of a GPU-hour of a pool at a time: IT power x load x PUE x price of electricity + operations, in USD.
     */
    public double marginalCostUsd(int pool, long atMicros) {
        return MarginalCost.usdPerGpuHour(catalog, pool, atMicros);
    }

    /** Mean price on demand over what was measured of a period, in USD per GPU-hour. */
    public double meanUsd(int period, int pool) {
        return integral.mean(period, pool);
    }
}
