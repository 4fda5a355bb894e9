package straits.market.cost;

import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.scenario.Chip;
import straits.scenario.Cost;
import straits.scenario.Dated;
import straits.scenario.Provider;
import straits.scenario.Quantity;
import straits.scenario.Site;

/**
 * Cost of a GPU-hour of a pool, in USD. Marginal cost = IT power x load x PUE x price of electricity + operations. Full cost adds
 * the yearly capital charge over the hours expected to be paid: [(P - S (1 + r)^-L) a(r, L) + IT power x B a(r, H)] / (8,760 u),
 * with purchase price P, salvage S, cost of capital r, lives L and H, price of halls B, expected utilisation u and annuity a.
 */
public final class UnitCost {

    /** Time of a change that never comes. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final double HOURS_PER_YEAR = 8760;
    private static final double KILOWATTS_PER_MEGAWATT = 1000;

    private final Catalog catalog;

    /** Costs of the pools of a scenario. */
    public UnitCost(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Electricity of a GPU-hour: IT power x load x PUE x price, in USD. */
    public double electricityUsd(int pool, long atMicros) {
        Site site = catalog.site(catalog.pools().site(pool));
        double kilowatts = chip(pool).itPower().value()
                * site.loadFactor().value()
                * site.pue().value();
        return kilowatts * inForce(electricity(pool), atMicros);
    }

    /** Operations of a GPU-hour, in USD. */
    public double operationsUsd(int pool) {
        return provider(pool).operationsCost().value();
    }

    /** Marginal cost of a GPU-hour: electricity and operations, in USD. */
    public double marginalUsd(int pool, long atMicros) {
        return electricityUsd(pool, atMicros) + operationsUsd(pool);
    }

    /** Whether the owner of a pool states what full cost needs. */
    public boolean hasFull(int pool) {
        return provider(pool).cost() != null && chip(pool).purchasePrice() != null;
    }

    /**
     * Full cost of a GPU-hour, in USD.
     *
     * @throws IllegalArgumentException if the owner states no cost or the chip has no purchase price
     */
    public double fullUsd(int pool, long atMicros) {
        Cost cost = cost(pool);
        double hours = HOURS_PER_YEAR * cost.utilisation().value();
        return marginalUsd(pool, atMicros) + (gpuYearlyUsd(pool, cost) + hallYearlyUsd(pool, cost)) / hours;
    }

    /** Full cost with the margin that the owner requires, in USD per GPU-hour: what it must at least earn. */
    public double requiredUsd(int pool, long atMicros) {
        return fullUsd(pool, atMicros) * (1 + cost(pool).margin().value());
    }

    private double gpuYearlyUsd(int pool, Cost cost) {
        double rate = cost.capital().value();
        double years = years(cost.lifetime());
        double salvage = cost.salvage().value() / StrictMath.pow(1 + rate, years);
        return purchaseUsd(pool) * (1 - salvage) * PresentValue.annuity(rate, years);
    }

    private double hallYearlyUsd(int pool, Cost cost) {
        return hallUsd(pool) * PresentValue.annuity(cost.capital().value(), years(cost.hallLifetime()));
    }

    /**
     * Purchase price of a GPU of a pool, in USD.
     *
     * @throws IllegalArgumentException if its chip has none
     */
    double purchaseUsd(int pool) {
        @Nullable Quantity price = chip(pool).purchasePrice();
        if (price == null) {
            throw new IllegalArgumentException("no purchase price of a chip of pool " + pool);
        }
        return price.value();
    }

    /** Price of the hall around a GPU of a pool, in USD. */
    double hallUsd(int pool) {
        double megawatts = chip(pool).itPower().value() / KILOWATTS_PER_MEGAWATT;
        return megawatts * cost(pool).build().value();
    }

    private Cost cost(int pool) {
        @Nullable Cost cost = provider(pool).cost();
        if (cost == null) {
            throw new IllegalArgumentException("no cost stated by the owner of pool " + pool);
        }
        return cost;
    }

    static double years(Quantity hours) {
        return hours.value() / HOURS_PER_YEAR;
    }

    /** When the cost of a pool next changes: at the next date of its electricity price; {@link #NEVER} if there is none. */
    public long nextChangeMicros(int pool, long nowMicros) {
        return electricity(pool).stream()
                .mapToLong(dated -> catalog.timeline().micros(dated.from()))
                .filter(from -> from > nowMicros)
                .min()
                .orElse(NEVER);
    }

    private List<Dated> electricity(int pool) {
        return catalog.country(catalog.pools().country(pool)).electricityPrice();
    }

    private double inForce(List<Dated> prices, long atMicros) {
        double value = prices.get(0).value().value();
        for (Dated dated : prices) {
            if (catalog.timeline().micros(dated.from()) <= atMicros) {
                value = dated.value().value();
            }
        }
        return value;
    }

    private Provider provider(int pool) {
        return catalog.provider(catalog.pools().provider(pool));
    }

    private Chip chip(int pool) {
        return catalog.chip(catalog.pools().chip(pool));
    }
}
