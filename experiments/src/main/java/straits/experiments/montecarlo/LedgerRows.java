package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import straits.catalog.Catalog;
import straits.market.lease.Account;
import straits.market.lease.Accounts;
import straits.simulation.Snapshot;
import straits.units.Money;

/** Rows of the accounts of tenants and providers, by month. */
final class LedgerRows {

    private final Catalog catalog;
    private final Accounts accounts;

    LedgerRows(Snapshot run) {
        catalog = run.catalog();
        accounts = run.billing().accounts();
    }

    List<LedgerRow> of(List<Month> months) {
        List<LedgerRow> rows = new ArrayList<>();
        for (Month month : months) {
            for (int tenant = 0; tenant < catalog.tenants().size(); tenant++) {
                rows.add(tenant(month, tenant));
            }
            for (int provider = 0; provider < catalog.providers().size(); provider++) {
                rows.add(provider(month, provider));
            }
        }
        return rows;
    }

    private LedgerRow tenant(Month month, int tenant) {
        int period = month.period();
        return new LedgerRow(
                month.key(),
                catalog.tenants().slug(tenant),
                "",
                Money.toUsd(accounts.usedMicroUsd(period, tenant)),
                Money.toUsd(accounts.flowMicroUsd(period, tenant, Account.FEES)),
                Money.toUsd(-accounts.flowMicroUsd(period, tenant, Account.CREDITS)),
                0,
                Money.toUsd(accounts.paidMicroUsd(period, tenant)),
                Money.toUsd(accounts.balanceMicroUsd(period, tenant, Account.ADVANCES)),
                Money.toUsd(accounts.balanceMicroUsd(period, tenant, Account.RECEIVABLE)),
                Money.toUsd(-accounts.balanceMicroUsd(period, tenant, Account.PAYABLE)));
    }

    private LedgerRow provider(Month month, int provider) {
        int period = month.period();
        return new LedgerRow(
                month.key(),
                "",
                catalog.providers().slug(provider),
                usd(provider, pool -> accounts.earnedMicroUsd(period, pool)),
                usd(provider, pool -> -accounts.flowMicroUsd(period, accounts.pool(pool), Account.FEES)),
                usd(provider, pool -> accounts.flowMicroUsd(period, accounts.pool(pool), Account.CREDITS)),
                usd(provider, pool -> accounts.sharedMicroUsd(period, pool)),
                usd(provider, pool -> accounts.receivedMicroUsd(period, pool)),
                usd(provider, pool -> -accounts.balanceMicroUsd(period, accounts.pool(pool), Account.ADVANCES)),
                usd(provider, pool -> accounts.balanceMicroUsd(period, accounts.pool(pool), Account.RECEIVABLE)),
                usd(provider, pool -> -accounts.balanceMicroUsd(period, accounts.pool(pool), Account.PAYABLE)));
    }

    /** A sum over the pools of a provider. */
    private double usd(int provider, IntToLongFunction microUsd) {
        return Money.toUsd(IntStream.range(0, catalog.pools().size())
                .filter(pool -> catalog.pools().provider(pool) == provider)
                .mapToLong(microUsd)
                .sum());
    }
}
