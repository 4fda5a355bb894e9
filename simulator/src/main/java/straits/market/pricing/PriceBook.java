package straits.market.pricing;

import java.util.stream.IntStream;
import straits.catalog.Catalog;
import straits.market.inventory.Inventory;
import straits.measurement.RateIntegrals;
import straits.scenario.Pricing;
import straits.scenario.Provider;
import straits.scenario.Workload;
import straits.units.Money;
import straits.units.SimTime;

/** Standing prices of all pools, in whole micro-USD per GPU-hour, and their reviews. */
public final class PriceBook {

    private final Catalog catalog;
    private final Inventory inventory;
    private final PricingPolicy[] policies;
    private final PriceList[] lists;
    private final long[] onDemandMicroUsd;
    private final double[] exactMicroUsd;
    private final long[] ceilingMicroUsd;
    private final boolean[] followsAtOnce;
    private final RateIntegrals integral;
    private long version;

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
        followsAtOnce = new boolean[pools];
        integral = new RateIntegrals(pools, catalog.timeline().periods());
        for (int pool = 0; pool < pools; pool++) {
            open(pool);
        }
    }

    private void open(int pool) {
        Provider provider = catalog.provider(catalog.pools().provider(pool));
        Provider.Offer offer = offer(provider, pool);
        lists[pool] = new PriceList(offer);
        set(pool, Money.ofUsd(offer.onDemand().value()));
        policies[pool] = policy(pool, provider.pricing());
        followsAtOnce[pool] = provider.pricing().followsAtOnce();
        exactMicroUsd[pool] = onDemandMicroUsd[pool];
        double ceilingUsd =
                offer.onDemand().value() * provider.pricing().ceiling().value();
        ceilingMicroUsd[pool] = Money.ofUsd(Math.min(Provider.MAX_USD_PER_GPU_HOUR, ceilingUsd));
    }

    private Provider.Offer offer(Provider provider, int pool) {
        String chip = catalog.chips().slug(catalog.pools().chip(pool));
        Provider.Offer offer = provider.offers().get(chip);
        if (offer == null) {
            throw new IllegalArgumentException("no offer for chip " + chip + " of a pool");
        }
        return offer;
    }

    private PricingPolicy policy(int pool, Pricing pricing) {
        return switch (pricing.policy()) {
            case Pricing.POSTED -> new PostedPrice();
            case Pricing.UTILISATION ->
                new UtilisationPrice(
                        pricing.target().value(), pricing.sensitivity().value());
            case Pricing.OCCUPANCY -> new OccupancyPrice(onDemandMicroUsd[pool], pricing.stepList());
            default -> new CustomPrice(catalog, pool, pricing);
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

    /** What a tenant pays where a pool stands at a price. */
    @FunctionalInterface
    public interface Quote {

        /** The price in micro-USD per GPU-hour. */
        long microUsd(int pool, long standingMicroUsd);
    }

    /** The order in which a tenant who accepts some pools meets them. */
    public Ranking ranking(boolean[] compatible, Workload workload, Quote quote) {
        int[] pools = IntStream.range(0, compatible.length)
                .filter(pool -> compatible[pool])
                .toArray();
        return new Ranking(this, workload, pools, quote);
    }

    /** What tenants pay at standing prices has changed. */
    public void quotesChanged() {
        version++;
    }

    /** Number of reviews so far, of one pool or several, and of changes of quotes: prices change only at one. */
    long version() {
        return version;
    }

    /** The different times between reviews, in microseconds, ascending; prices that never move have none. */
    public long[] reviewPeriodsMicros() {
        return IntStream.range(0, catalog.providers().size())
                .mapToLong(this::reviewMicros)
                .filter(period -> period > 0)
                .distinct()
                .sorted()
                .toArray();
    }

    private long reviewMicros(int provider) {
        Pricing pricing = catalog.provider(provider).pricing();
        return pricing.isReviewed() ? SimTime.durationOfHours(pricing.review().value()) : 0;
    }

    /** Reviews the prices of all providers that do so once in a period of the given length. */
    public void review(long periodMicros, long nowMicros) {
        integral.close(nowMicros);
        for (int pool = 0; pool < policies.length; pool++) {
            if (reviewMicros(catalog.pools().provider(pool)) == periodMicros) {
                reviewPool(pool, nowMicros);
            }
        }
        version++;
    }

    /** Reviews the price of a pool whose utilisation has changed, if it is of those that follow at once. */
    public void occupied(int pool, long nowMicros) {
        if (followsAtOnce[pool]) {
            integral.close(nowMicros);
            reviewPool(pool, nowMicros);
            version++;
        }
    }

    private void reviewPool(int pool, long nowMicros) {
        if (inventory.rentable(pool) == 0) {
            return;
        }
        double next = policies[pool].next(exactMicroUsd[pool], inventory.utilisationFraction(pool), nowMicros);
        double costUsd = MarginalCost.usdPerGpuHour(catalog, pool, nowMicros);
        long floor = Money.ofUsd(Math.min(Provider.MAX_USD_PER_GPU_HOUR, costUsd));
        exactMicroUsd[pool] = Math.max((double) floor, Math.min((double) ceilingMicroUsd[pool], next));
        set(pool, Math.round(exactMicroUsd[pool]));
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
