package straits.market.lease;

import java.util.Arrays;
import straits.catalog.Catalog;
import straits.measurement.Ledger;
import straits.units.Money;
import straits.units.SimTime;

/**
 * Money and metered hours: the ledger between tenants and providers, budgets, and what was charged by period, tenant, pool
 * and commitment. One cell per tenant, pool and commitment holds both money and GPU-time, so that a charge touches one
 * place; every other view is a sum over cells.
 */
public final class Billing {

    /** Budget of a tenant that has none. */
    private static final long UNLIMITED = Long.MAX_VALUE;

    private final Catalog catalog;
    private final int tenants;
    private final int pools;
    private final Accounts accounts;

    /** The ledger of the accounts, which every GPU-hour posts to. */
    private final Ledger ledger;

    private final long[] budgetMicroUsd;

    /** Of each budget, what is not authorised yet. */
    private final long[] roomMicroUsd;

    /** Fees, which are owed whatever is left of a budget. */
    private final long[] obligedMicroUsd;

    /**
     * By period: money at even places, GPU-microseconds at the odd place behind; first all cells without commitment, which
     * nearly all charges go to.
     */
    private final long[][] cells;

    private long[] cellsNow;

    /** By period and pool, what of the charges went on to the state. */
    private final long[][] sharesMicroUsd;

    private long[] sharesNow;
    private long forgottenGpuMicros;

    /** Empty books. */
    public Billing(Catalog catalog) {
        this.catalog = catalog;
        tenants = catalog.tenants().size();
        pools = catalog.pools().size();
        accounts = new Accounts(tenants, pools, catalog.timeline().periods());
        ledger = accounts.ledger();
        budgetMicroUsd = new long[tenants];
        Arrays.fill(budgetMicroUsd, UNLIMITED);
        roomMicroUsd = budgetMicroUsd.clone();
        obligedMicroUsd = new long[tenants];
        cells = new long[catalog.timeline().periods()][4 * tenants * pools];
        cellsNow = cells[0];
        sharesMicroUsd = new long[catalog.timeline().periods()][pools];
        sharesNow = sharesMicroUsd[0];
    }

    private int cell(int tenant, int pool, boolean committed) {
        return 2 * (tenant * pools + pool + (committed ? tenants * pools : 0));
    }

    /** Limits all that a tenant may ever be charged. */
    public void limit(int tenant, long microUsd) {
        roomMicroUsd[tenant] -= budgetMicroUsd[tenant] - microUsd;
        budgetMicroUsd[tenant] = microUsd;
    }

    /**
     * Sets the charge for a lease's next hour aside, if the tenant's budget covers it beside all that was charged and all
     * other hours under way.
     */
    boolean authorise(int tenant, long microUsd) {
        long room = roomMicroUsd[tenant] - microUsd;
        if (room < 0) {
            return false;
        }
        roomMicroUsd[tenant] = room;
        return true;
    }

    /** Gives back what was set aside and will not be charged. */
    void release(int tenant, long microUsd) {
        long room = roomMicroUsd[tenant];
        roomMicroUsd[tenant] = microUsd > UNLIMITED - room ? UNLIMITED : room + microUsd;
    }

    /** Takes money from a tenant ahead of what it is for, within its budget; returns whether it has it. */
    public boolean prepay(int tenant, int pool, long microUsd) {
        boolean has = authorise(tenant, microUsd);
        if (has) {
            accounts.prepay(tenant, pool, microUsd);
        }
        return has;
    }

    /** Gives a tenant back what it has prepaid and will not use. */
    public void refund(int tenant, int pool, long microUsd) {
        accounts.refund(tenant, pool, microUsd);
        release(tenant, microUsd);
    }

    /** Lets a tenant owe a pool something beyond the price of hours, whatever is left of its budget, until the month ends. */
    public void fee(int tenant, int pool, long microUsd) {
        accounts.fee(tenant, pool, microUsd);
        roomMicroUsd[tenant] -= microUsd;
        obligedMicroUsd[tenant] += microUsd;
    }

    /** Lets a pool owe a tenant something, until the month ends. */
    public void credit(int tenant, int pool, long microUsd) {
        accounts.credit(tenant, pool, microUsd);
        release(tenant, microUsd);
    }

    /** Whether no tenant was charged more than was authorised, nor more authorised than its budget and what it is obliged to. */
    public boolean withinBudgets() {
        for (int tenant = 0; tenant < tenants; tenant++) {
            long authorised = budgetMicroUsd[tenant] - roomMicroUsd[tenant];
            if (spentMicroUsd(tenant) > authorised || roomMicroUsd[tenant] < -obligedMicroUsd[tenant]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Charges a lease for a time.
     *
     * @param terms who leases what, as {@link LeaseBook#terms} has it
     */
    void charge(long terms, long microUsdPerGpuHour, long micros) {
        long gpus = LeaseBook.gpusOf(terms);
        post(terms, Money.charge(microUsdPerGpuHour * gpus, micros), gpus * micros);
    }

    /** Charges a lease for an hour, which needs no division. */
    void chargeHour(long terms, long microUsdPerGpuHour) {
        long gpus = LeaseBook.gpusOf(terms);
        post(terms, microUsdPerGpuHour * gpus, gpus * SimTime.MICROS_PER_HOUR);
    }

    /** Charges a lease for what it uses of a time, part of it out of what was prepaid. */
    void use(long terms, long microUsd, long drawnMicroUsd, long micros) {
        accounts.recognise(LeaseBook.tenantOf(terms), LeaseBook.poolOf(terms), drawnMicroUsd);
        ledger.post(LeaseBook.tenantOf(terms), LeaseBook.poolOf(terms), microUsd - drawnMicroUsd);
        count(terms, microUsd, LeaseBook.gpusOf(terms) * micros);
    }

    private void count(long terms, long microUsd, long gpuMicros) {
        int cell = cell(LeaseBook.tenantOf(terms), LeaseBook.poolOf(terms), LeaseBook.isCommitted(terms));
        cellsNow[cell] += microUsd;
        cellsNow[cell + 1] += gpuMicros;
    }

    private void post(long terms, long microUsd, long gpuMicros) {
        int tenant = LeaseBook.tenantOf(terms);
        int pool = LeaseBook.poolOf(terms);
        int cell = cell(tenant, pool, LeaseBook.isCommitted(terms));
        ledger.post(tenant, pool, microUsd);
        cellsNow[cell] += microUsd;
        cellsNow[cell + 1] += gpuMicros;
    }

    /** Moves a share of what a pool was paid on to the state. */
    void share(int pool, long microUsd) {
        accounts.share(pool, microUsd);
        sharesNow[pool] += microUsd;
    }

    /** Counts a share of the part of an hour that has gone by for the period now, or takes it out again. */
    void accrueShare(int pool, long microUsd) {
        sharesNow[pool] += microUsd;
    }

    /** What a pool handed on to the state in a period, in USD; it is part of what the pool earned. */
    public double revenueShareUsd(int period, int pool) {
        return Money.toUsd(sharesMicroUsd[period][pool]);
    }

    /**
     * Counts the part of a lease's hour that has gone by for the period now, or takes it out again: where a period begins
     * within an hour, the hour is posted whole when it closes and belongs to both.
     *
     * @param microUsd its charge
     * @param sign 1 to count it, -1 to take it out
     */
    void accrue(LeaseBook leases, int lease, long microUsd, long micros, long sign) {
        count(leases.terms(lease), sign * microUsd, sign * leases.gpus(lease) * micros);
    }

    /** Time now counts for the given period. */
    public void enterPeriod(int period) {
        accounts.enterPeriod(period);
        cellsNow = cells[period];
        sharesNow = sharesMicroUsd[period];
    }

    /** Forgets what was charged by period; the ledger and the budgets stay. */
    public void restartMeasures() {
        forgottenGpuMicros = everBilledGpuMicros();
        accounts.restartMeasures();
        for (long[] row : cells) {
            Arrays.fill(row, 0);
        }
        for (long[] row : sharesMicroUsd) {
            Arrays.fill(row, 0);
        }
    }

    /** The run is over. */
    void close() {
        accounts.close();
    }

    /** Money prepaid, owed and moved, by period. */
    public Accounts accounts() {
        return accounts;
    }

    /** The ledger: tenants pay, pools are paid; then pools pay, and the state, the last payee, is paid. */
    public Ledger ledger() {
        return ledger;
    }

    /** All a tenant was ever charged, with what it has prepaid and fees, less credits; in micro-USD. */
    public long spentMicroUsd(int tenant) {
        return accounts.spentMicroUsd(tenant);
    }

    /** What a tenant was charged in a period, in USD. */
    public double spendUsd(int period, int tenant) {
        return spendUsd(period, tenant, false) + spendUsd(period, tenant, true);
    }

    /** What a tenant was charged in a period under leases with or without commitment, in USD. */
    public double spendUsd(int period, int tenant, boolean committed) {
        long sum = 0;
        for (int pool = 0; pool < pools; pool++) {
            sum += cells[period][cell(tenant, pool, committed)];
        }
        return Money.toUsd(sum);
    }

    /** What a pool earned in a period from leases with or without commitment, in USD. */
    public double revenueUsd(int period, int pool, boolean committed) {
        long sum = 0;
        for (int tenant = 0; tenant < tenants; tenant++) {
            sum += cells[period][cell(tenant, pool, committed)];
        }
        return Money.toUsd(sum);
    }

    /** GPU-hours a pool charged in a period to leases with or without commitment. */
    public double soldGpuHours(int period, int pool, boolean committed) {
        double sum = 0;
        for (int tenant = 0; tenant < tenants; tenant++) {
            sum += gpuHours(period, cell(tenant, pool, committed));
        }
        return sum;
    }

    /** GPU-hours of a chip a tenant was charged for in a period under leases with or without commitment. */
    public double billedGpuHours(int period, int tenant, int chip, boolean committed) {
        double sum = 0;
        for (int pool = 0; pool < pools; pool++) {
            if (catalog.pools().chip(pool) == chip) {
                sum += gpuHours(period, cell(tenant, pool, committed));
            }
        }
        return sum;
    }

    /** What a tenant was charged in a pool in a period, in USD. */
    public double chargedUsd(int period, int tenant, int pool) {
        return Money.toUsd(cells[period][cell(tenant, pool, false)] + cells[period][cell(tenant, pool, true)]);
    }

    /** GPU-hours of a pool a tenant was charged for in a period. */
    public double chargedGpuHours(int period, int tenant, int pool) {
        return gpuHours(period, cell(tenant, pool, false)) + gpuHours(period, cell(tenant, pool, true));
    }

    private double gpuHours(int period, int cell) {
        return (double) cells[period][cell + 1] / SimTime.MICROS_PER_HOUR;
    }

    /** GPU-microseconds a pool charged in a period, exact. */
    public long soldGpuMicros(int period, int pool) {
        long sum = 0;
        for (int tenant = 0; tenant < tenants; tenant++) {
            sum += cells[period][cell(tenant, pool, false) + 1] + cells[period][cell(tenant, pool, true) + 1];
        }
        return sum;
    }

    /** All GPU-microseconds ever charged, modulo 2^64: compare only for equality. */
    public long everBilledGpuMicros() {
        long sum = forgottenGpuMicros;
        for (long[] row : cells) {
            for (int cell = 1; cell < row.length; cell += 2) {
                sum += row[cell];
            }
        }
        return sum;
    }

    /**
     * Whether what the cells say a tenant was charged since measuring began is not more than the ledger's debits, and
     * exactly as much if nothing was forgotten.
     */
    public boolean agreesWithLedger() {
        for (int tenant = 0; tenant < tenants; tenant++) {
            long sum = 0;
            for (long[] row : cells) {
                for (int pool = 0; pool < pools; pool++) {
                    sum += row[cell(tenant, pool, false)] + row[cell(tenant, pool, true)];
                }
            }
            long debits = ledger.debitsMicroUsd(tenant);
            if (sum > debits || (sum < debits && forgottenGpuMicros == 0)) {
                return false;
            }
        }
        return sharesAgreeWithLedger();
    }

    private boolean sharesAgreeWithLedger() {
        for (int pool = 0; pool < pools; pool++) {
            long sum = 0;
            for (long[] row : sharesMicroUsd) {
                sum += row[pool];
            }
            long debits = ledger.debitsMicroUsd(tenants + pool);
            if (sum > debits || (sum < debits && forgottenGpuMicros == 0)) {
                return false;
            }
        }
        return true;
    }
}
