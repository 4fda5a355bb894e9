package straits.market.lease;

import straits.catalog.Catalog;
import straits.measurement.Ledger;
import straits.units.Money;
import straits.units.SimTime;

/**
 * Money and metered hours: the ledger between tenants and providers, budgets, and what was charged by period, tenant and
 * pool.
 */
public final class Billing {

    private final int tenants;
    private final int chips;
    private final int[] accountOfPool;
    private final Ledger ledger;
    private final long[] budgetMicroUsd;
    private final long[][] spendMicroUsd;
    private final long[][] revenueMicroUsd;
    private final long[][] soldGpuMicros;
    private final long[][] billedGpuMicros;
    private long[] spendNow;
    private long[] revenueNow;
    private long[] soldNow;
    private long[] billedNow;
    private long everBilledGpuMicros;

    /** Empty books. */
    public Billing(Catalog catalog) {
        tenants = catalog.tenants().size();
        chips = catalog.chips().size();
        int pools = catalog.pools().size();
        int periods = catalog.timeline().periods();
        ledger = new Ledger(tenants + catalog.providers().size());
        accountOfPool = new int[pools];
        for (int pool = 0; pool < pools; pool++) {
            accountOfPool[pool] = tenants + catalog.pools().provider(pool);
        }
        budgetMicroUsd = new long[tenants];
        java.util.Arrays.fill(budgetMicroUsd, Long.MAX_VALUE);
        spendMicroUsd = new long[periods][2 * tenants];
        revenueMicroUsd = new long[periods][2 * pools];
        soldGpuMicros = new long[periods][2 * pools];
        billedGpuMicros = new long[periods][2 * tenants * chips];
        spendNow = spendMicroUsd[0];
        revenueNow = revenueMicroUsd[0];
        soldNow = soldGpuMicros[0];
        billedNow = billedGpuMicros[0];
    }

    /** Limits all that a tenant may ever be charged. */
    public void limit(int tenant, long microUsd) {
        budgetMicroUsd[tenant] = microUsd;
    }

    /** Whether a tenant's budget covers a further charge. */
    public boolean covers(int tenant, long microUsd) {
        return microUsd <= budgetMicroUsd[tenant] - ledger.debitsMicroUsd(tenant);
    }

    /** Charges a lease for a time. */
    void charge(LeaseBook leases, int lease, int chip, long micros) {
        int tenant = leases.tenant(lease);
        int pool = leases.pool(lease);
        int committed = leases.committed(lease) ? 1 : 0;
        int offer = 2 * pool + committed;
        long hourChargeMicroUsd = leases.hourChargeMicroUsd(lease);
        int gpus = leases.gpus(lease);
        long microUsd = Money.charge(hourChargeMicroUsd, micros);
        long gpuMicros = gpus * micros;
        ledger.post(tenant, accountOfPool[pool], microUsd);
        spendNow[2 * tenant + committed] += microUsd;
        revenueNow[offer] += microUsd;
        soldNow[offer] += gpuMicros;
        billedNow[2 * (tenant * chips + chip) + committed] += gpuMicros;
        everBilledGpuMicros += gpuMicros;
    }

    /** Time now counts for the given period. */
    public void enterPeriod(int period) {
        spendNow = spendMicroUsd[period];
        revenueNow = revenueMicroUsd[period];
        soldNow = soldGpuMicros[period];
        billedNow = billedGpuMicros[period];
    }

    /** Forgets what was charged by period; the ledger and the budgets stay. */
    public void restartMeasures() {
        for (int each = 0; each < spendMicroUsd.length; each++) {
            java.util.Arrays.fill(spendMicroUsd[each], 0);
            java.util.Arrays.fill(revenueMicroUsd[each], 0);
            java.util.Arrays.fill(soldGpuMicros[each], 0);
            java.util.Arrays.fill(billedGpuMicros[each], 0);
        }
    }

    /** The ledger: accounts of tenants, then of providers. */
    public Ledger ledger() {
        return ledger;
    }

    /** All a tenant was ever charged, in micro-USD. */
    public long spentMicroUsd(int tenant) {
        return ledger.debitsMicroUsd(tenant);
    }

    /** What a tenant was charged in a period, in USD. */
    public double spendUsd(int inPeriod, int tenant) {
        return Money.toUsd(spendMicroUsd[inPeriod][2 * tenant] + spendMicroUsd[inPeriod][2 * tenant + 1]);
    }

    /** What a tenant was charged in a period under leases with or without commitment, in USD. */
    public double spendUsd(int inPeriod, int tenant, boolean committed) {
        return Money.toUsd(spendMicroUsd[inPeriod][2 * tenant + (committed ? 1 : 0)]);
    }

    /** What a pool earned in a period from leases with or without commitment, in USD. */
    public double revenueUsd(int inPeriod, int pool, boolean committed) {
        return Money.toUsd(revenueMicroUsd[inPeriod][2 * pool + (committed ? 1 : 0)]);
    }

    /** GPU-hours a pool charged in a period to leases with or without commitment. */
    public double soldGpuHours(int inPeriod, int pool, boolean committed) {
        return (double) soldGpuMicros[inPeriod][2 * pool + (committed ? 1 : 0)] / SimTime.MICROS_PER_HOUR;
    }

    /** GPU-hours of a chip a tenant was charged for in a period. */
    public double billedGpuHours(int inPeriod, int tenant, int chip) {
        return billedGpuHours(inPeriod, tenant, chip, false) + billedGpuHours(inPeriod, tenant, chip, true);
    }

    /** GPU-hours of a chip a tenant was charged for in a period under leases with or without commitment. */
    public double billedGpuHours(int inPeriod, int tenant, int chip, boolean committed) {
        int cell = 2 * (tenant * chips + chip) + (committed ? 1 : 0);
        return (double) billedGpuMicros[inPeriod][cell] / SimTime.MICROS_PER_HOUR;
    }

    /** All GPU-microseconds ever charged, modulo 2^64: compare only for equality. */
    public long everBilledGpuMicros() {
        return everBilledGpuMicros;
    }
}
