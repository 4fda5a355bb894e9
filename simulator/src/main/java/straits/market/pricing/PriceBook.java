package straits.market.pricing;

import java.util.Arrays;
import java.util.stream.IntStream;
import straits.catalog.Catalog;
import straits.market.cost.UnitCost;
import straits.market.inventory.Inventory;
import straits.market.inventory.PoolState;
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
    private final UnitCost cost;
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
        cost = new UnitCost(catalog);
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
        policies[pool] = new Policies(catalog, cost).of(pool, provider.pricing(), onDemandMicroUsd[pool]);
        followsAtOnce[pool] = provider.pricing().followsAtOnce();
        exactMicroUsd[pool] = onDemandMicroUsd[pool];
        double ceilingUsd =
                offer.onDemand().value() * provider.pricing().ceiling().value();
        ceilingMicroUsd[pool] = Money.ofUsd(Math.min(Provider.MAX_USD_PER_GPU_HOUR, ceilingUsd));
        if (policies[pool].prescribes()) {
            prescribe(pool, 0);
        }
    }

    private Provider.Offer offer(Provider provider, int pool) {
        String chip = catalog.chips().slug(catalog.pools().chip(pool));
        Provider.Offer offer = provider.offers().get(chip);
        if (offer == null) {
            throw new IllegalArgumentException("no offer for chip " + chip + " of a pool");
        }
        return offer;
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

    /** When, after now, some policy gives another price on a date of its own; {@link UnitCost#NEVER} if none does. */
    public long nextDatedMicros(long nowMicros) {
        return Arrays.stream(policies)
                .mapToLong(policy -> policy.nextChangeMicros(nowMicros))
                .min()
                .orElse(UnitCost.NEVER);
    }

    /** Reviews the prices of all pools whose policy gives another price now, on a date of its own. */
    public void reviewDated(long nowMicros) {
        integral.close(nowMicros);
        for (int pool = 0; pool < policies.length; pool++) {
            if (policies[pool].nextChangeMicros(nowMicros - 1) == nowMicros) {
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
        if (policies[pool].prescribes()) {
            prescribe(pool, nowMicros);
        } else if (inventory.rentable(pool) > 0) {
            move(pool, nowMicros);
        }
    }

    private void prescribe(int pool, long nowMicros) {
        double most = Provider.MAX_USD_PER_GPU_HOUR * Money.MICRO_USD_PER_USD;
        exactMicroUsd[pool] = Math.min(most, next(pool, nowMicros));
        set(pool, Math.round(exactMicroUsd[pool]));
    }

    private void move(int pool, long nowMicros) {
        double costUsd = cost.marginalUsd(pool, nowMicros);
        long floor = Money.ofUsd(Math.min(Provider.MAX_USD_PER_GPU_HOUR, costUsd));
        double next = next(pool, nowMicros);
        exactMicroUsd[pool] = Math.max((double) floor, Math.min((double) ceilingMicroUsd[pool], next));
        set(pool, Math.round(exactMicroUsd[pool]));
    }

    private double next(int pool, long nowMicros) {
        int leased = inventory.gpus(pool, PoolState.LEASED);
        return policies[pool].next(exactMicroUsd[pool], leased, inventory.rentable(pool), nowMicros);
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

    /** What GPU-hours cost. */
    public UnitCost cost() {
        return cost;
    }

    /** Mean price on demand over what was measured of a period, in USD per GPU-hour. */
    public double meanUsd(int period, int pool) {
        return integral.mean(period, pool);
    }
}
