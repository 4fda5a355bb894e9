package straits.market.cost;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.market.inventory.Installation;
import straits.scenario.Cost;
import straits.units.SimTime;

/**
 * What the GPUs on offer and the halls around them are worth in their owners' books, in USD. GPUs are bought on the day they go
 * into service; those of the first day were bought before the run and have the age that the owner states. Captive GPUs belong to
 * another business and are left out.
 */
public final class Assets {

    private static final double MICROS_PER_YEAR = 8760.0 * SimTime.MICROS_PER_HOUR;

    private final Catalog catalog;
    private final UnitCost unit;
    private final List<Installation> installations;

    /**
     * The books of all owners.
     *
     * @param installations all GPUs that ever went into service
     */
    public Assets(Catalog catalog, List<Installation> installations) {
        this.catalog = catalog;
        this.installations = List.copyOf(installations);
        unit = new UnitCost(catalog);
    }

    /** Whether a provider states what its books need. */
    public boolean known(int provider) {
        return catalog.provider(provider).cost() != null;
    }

    /** What a provider paid for GPUs and halls that went into service from a time on and before another. */
    public double purchasesUsd(int provider, long fromMicros, long toMicros) {
        return sum(provider, each -> {
            boolean bought = each.atMicros() > 0 && each.atMicros() >= fromMicros && each.atMicros() < toMicros;
            return bought ? each.rentable() * (unit.purchaseUsd(each.pool()) + unit.hallUsd(each.pool())) : 0;
        });
    }

    /** Book value of what stands there just before a time. */
    public double bookUsd(int provider, long atMicros) {
        Cost cost = cost(provider);
        BookValue gpus = new BookValue(
                cost.depreciation(),
                UnitCost.years(cost.lifetime()),
                cost.salvage().value());
        BookValue halls = new BookValue(Cost.Depreciation.STRAIGHT_LINE, UnitCost.years(cost.hallLifetime()), 0);
        double opening = UnitCost.years(cost.fleetAge());
        return sum(provider, each -> {
            if (each.atMicros() > 0 && each.atMicros() >= atMicros) {
                return 0;
            }
            double age = (each.atMicros() == 0 ? opening : 0) + (atMicros - each.atMicros()) / MICROS_PER_YEAR;
            return each.rentable()
                    * (unit.purchaseUsd(each.pool()) * gpus.fraction(age)
                            + unit.hallUsd(each.pool()) * halls.fraction(age));
        });
    }

    /** What was written off from a time to another. */
    public double depreciationUsd(int provider, long fromMicros, long toMicros) {
        return bookUsd(provider, fromMicros)
                + purchasesUsd(provider, fromMicros, toMicros)
                - bookUsd(provider, toMicros);
    }

    /** Cost of capital from a time to another: the yearly rate on the mean of the book values at both ends. */
    public double capitalUsd(int provider, long fromMicros, long toMicros) {
        double mean = (bookUsd(provider, fromMicros) + bookUsd(provider, toMicros)) / 2;
        return cost(provider).capital().value() * mean * ((toMicros - fromMicros) / MICROS_PER_YEAR);
    }

    private double sum(int provider, ToDoubleFunction<Installation> amount) {
        double sum = 0;
        for (Installation each : installations) {
            sum += catalog.pools().provider(each.pool()) == provider ? amount.applyAsDouble(each) : 0;
        }
        return sum;
    }

    private Cost cost(int provider) {
        @Nullable Cost cost = catalog.provider(provider).cost();
        if (cost == null) {
            throw new IllegalArgumentException("provider " + catalog.providers().slug(provider) + " states no cost");
        }
        return cost;
    }
}
