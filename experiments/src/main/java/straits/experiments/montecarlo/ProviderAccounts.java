package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import straits.catalog.Catalog;
import straits.market.cost.Assets;
import straits.market.cost.PresentValue;
import straits.market.cost.UnitCost;
import straits.simulation.Snapshot;
import straits.units.Money;

/** Profit, loss and cash of providers by month. */
final class ProviderAccounts {

    private final Snapshot run;
    private final Catalog catalog;
    private final UnitCost unit;
    private final Assets assets;

    ProviderAccounts(Snapshot run) {
        this.run = run;
        catalog = run.catalog();
        unit = run.prices().cost();
        assets = new Assets(catalog, run.inventory().installations());
    }

    List<ProviderRow> of(List<Month> months) {
        List<ProviderRow> rows = new ArrayList<>();
        for (Month month : months) {
            for (int provider = 0; provider < catalog.providers().size(); provider++) {
                rows.add(row(month, provider));
            }
        }
        return rows;
    }

    private ProviderRow row(Month month, int provider) {
        double revenue = ofPools(provider, pool -> revenueUsd(month, pool));
        double cost = ofPools(provider, pool -> sold(month, pool) * unit.marginalUsd(pool, month.startMicros()));
        double compliance = new ComplianceUsd(run).of(provider, month.period());
        return new ProviderRow(
                month.key(),
                catalog.providers().slug(provider),
                catalog.provider(provider).ownerClass().name().toLowerCase(Locale.ROOT),
                revenue,
                cost,
                compliance,
                books(month, provider, receivedUsd(month, provider) - cost - compliance));
    }

    private ProviderBooks books(Month month, int provider, double operatingUsd) {
        double electricity =
                ofPools(provider, pool -> sold(month, pool) * unit.electricityUsd(pool, month.startMicros()));
        double operations = ofPools(provider, pool -> sold(month, pool) * unit.operationsUsd(pool));
        if (!assets.known(provider)) {
            double none = Double.NaN;
            return new ProviderBooks(electricity, operations, operatingUsd, none, none, none, none, none);
        }
        long from = Math.max(month.startMicros(), catalog.timeline().warmUpMicros());
        long to = catalog.timeline().periodEndMicros(month.period());
        double purchases = assets.purchasesUsd(provider, from, to);
        return new ProviderBooks(
                electricity,
                operations,
                operatingUsd - purchases,
                assets.depreciationUsd(provider, from, to),
                assets.capitalUsd(provider, from, to),
                purchases,
                assets.bookUsd(provider, to),
                presentUsd(provider, to, operatingUsd - purchases));
    }

    /** What the ledger moved to a provider, with what it handed on to the state, which compliance counts. */
    private double receivedUsd(Month month, int provider) {
        return ofPools(
                provider,
                pool -> Money.toUsd(run.billing().accounts().receivedMicroUsd(month.period(), pool))
                        + run.billing().revenueShareUsd(month.period(), pool));
    }

    private double presentUsd(int provider, long atMicros, double usd) {
        var cost = Objects.requireNonNull(catalog.provider(provider).cost(), "a provider without cost has no rate");
        PresentValue value = new PresentValue(cost.capital().value());
        value.pay(atMicros, Money.ofUsd(usd));
        return value.usd();
    }

    private double ofPools(int provider, IntToDoubleFunction amount) {
        double sum = 0;
        for (int pool = 0; pool < catalog.pools().size(); pool++) {
            sum += catalog.pools().provider(pool) == provider ? amount.applyAsDouble(pool) : 0;
        }
        return sum;
    }

    private double revenueUsd(Month month, int pool) {
        return run.billing().revenueUsd(month.period(), pool, false)
                + run.billing().revenueUsd(month.period(), pool, true);
    }

    private double sold(Month month, int pool) {
        return run.billing().soldGpuHours(month.period(), pool, false)
                + run.billing().soldGpuHours(month.period(), pool, true);
    }
}
