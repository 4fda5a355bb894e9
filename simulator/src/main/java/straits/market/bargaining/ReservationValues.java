package straits.market.bargaining;

import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.market.cost.UnitCost;
import straits.market.inventory.Inventory;
import straits.market.pricing.PriceBook;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.random.Sampler;
import straits.random.Samplers;
import straits.scenario.Distribution;
import straits.scenario.ProviderNegotiation;
import straits.scenario.TenantNegotiation;
import straits.units.Money;

/**
 * What the two sides of a negotiation give and take at most, and what each takes the other's for. All draws are keyed by tenant,
 * provider and the time of the review.
 */
public final class ReservationValues {

    private final Catalog catalog;
    private final Inventory inventory;
    private final PriceBook prices;
    private final KeyedDraws values;
    private final KeyedDraws costs;
    private final KeyedDraws tenantBeliefs;
    private final KeyedDraws providerBeliefs;
    private final long tenantKey;
    private final @Nullable Sampler value;
    private final Sampler misjudgement;
    private final long[] providerKeys;
    private final @Nullable Sampler[] cost;

    /** The reservation values of one tenant and all providers. */
    public ReservationValues(
            Catalog catalog,
            Inventory inventory,
            PriceBook prices,
            Randomness randomness,
            int tenant,
            TenantNegotiation spec) {
        this.catalog = catalog;
        this.inventory = inventory;
        this.prices = prices;
        values = randomness.keyed("negotiation-value");
        costs = randomness.keyed("negotiation-cost");
        tenantBeliefs = randomness.keyed("negotiation-tenant-belief");
        providerBeliefs = randomness.keyed("negotiation-provider-belief");
        tenantKey = Randomness.key(catalog.tenants().slug(tenant));
        value = spec.value() == null ? null : Samplers.of(spec.value());
        misjudgement = Samplers.of(spec.misjudgement());
        int providers = catalog.providers().size();
        providerKeys = new long[providers];
        cost = new @Nullable Sampler[providers];
        for (int provider = 0; provider < providers; provider++) {
            providerKeys[provider] = Randomness.key(catalog.providers().slug(provider));
            cost[provider] = cost(catalog.provider(provider).negotiation());
        }
    }

    private static @Nullable Sampler cost(@Nullable ProviderNegotiation spec) {
        Distribution drawn = spec == null ? null : spec.cost();
        return drawn == null ? null : Samplers.of(drawn);
    }

    /** What a block is worth to the tenant, in USD per H100-equivalent and hour; infinite if nothing but its budget says. */
    public double valueUsdPerH100e(int provider, long reviewMicros) {
        return value == null
                ? Double.POSITIVE_INFINITY
                : value.at(values.uniform(tenantKey, providerKeys[provider], reviewMicros));
    }

    /** The least a provider takes for GPUs of a pool, in USD per GPU-hour. */
    public double floorUsd(int pool, ProviderNegotiation spec, long reviewMicros) {
        int provider = catalog.pools().provider(pool);
        Sampler drawn = cost[provider];
        double costUsd = drawn == null
                ? statedCostUsd(pool, reviewMicros)
                : drawn.at(costs.uniform(tenantKey, providerKeys[provider], reviewMicros));
        double least = costUsd * (1 + spec.margin().value());
        return switch (spec.reservation()) {
            case COST -> least;
            case OPEN_MARKET -> Math.max(least, openMarketUsd(pool));
        };
    }

    /** Full cost and the margin required over it where the owner states what it takes; marginal cost elsewhere. */
    private double statedCostUsd(int pool, long atMicros) {
        UnitCost stated = prices.cost();
        return stated.hasFull(pool) ? stated.requiredUsd(pool, atMicros) : stated.marginalUsd(pool, atMicros);
    }

    /** What a GPU of a pool earns on the open market as things stand: its price on demand for the share of time it is leased. */
    private double openMarketUsd(int pool) {
        return Money.toUsd(prices.onDemandMicroUsd(pool)) * inventory.utilisationFraction(pool);
    }

    /** What a tenant takes a provider's reservation value for, over the true one. */
    public double tenantMisjudges(int provider, long reviewMicros) {
        return misjudgement.at(tenantBeliefs.uniform(tenantKey, providerKeys[provider], reviewMicros));
    }

    /** What a provider takes the tenant's reservation value for, over the true one. */
    public double providerMisjudges(int provider, long reviewMicros) {
        return misjudgement.at(providerBeliefs.uniform(tenantKey, providerKeys[provider], reviewMicros));
    }
}
