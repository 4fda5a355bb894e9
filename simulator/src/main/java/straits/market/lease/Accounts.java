package straits.market.lease;

import static straits.market.lease.Account.ADVANCES;
import static straits.market.lease.Account.CREDITS;
import static straits.market.lease.Account.FEES;
import static straits.market.lease.Account.PAYABLE;
import static straits.market.lease.Account.RECEIVABLE;

import straits.measurement.Ledger;

/**
 * The accounts of all tenants and pools, in one ledger. A party is a tenant or a pool. A posting between two parties moves
 * money; one within a party does not: so the cash of a party is the sum of all its accounts. Hours used are paid as they
 * close; fees and credits are owed first, and settled when the month ends.
 */
public final class Accounts {

    private static final int KINDS = Account.values().length;

    private final int tenants;
    private final int pools;
    private final Ledger ledger;

    /** What each tenant owes each pool, and the other way round. */
    private final long[] owedByTenant;

    private final long[] owedByPool;
    private final Statements statements;

    Accounts(int tenants, int pools, int periods) {
        this.tenants = tenants;
        this.pools = pools;
        int kept = KINDS * (tenants + pools);
        ledger = new Ledger(tenants + pools + kept, pools + 1 + kept);
        owedByTenant = new long[tenants * pools];
        owedByPool = new long[tenants * pools];
        statements = new Statements(ledger, periods);
    }

    Ledger ledger() {
        return ledger;
    }

    /** A pool as a party; a tenant is the party of its own number. */
    public int pool(int pool) {
        return tenants + pool;
    }

    private int debit(int party, Account account) {
        return tenants + pools + party * KINDS + account.ordinal();
    }

    private int credit(int party, Account account) {
        return pools + 1 + party * KINDS + account.ordinal();
    }

    /** Charges a tenant for what it uses, paid at once. */
    void charge(int tenant, int pool, long microUsd) {
        ledger.post(tenant, pool, microUsd);
    }

    /** Moves a share of what a pool was paid on to the state. */
    void share(int pool, long microUsd) {
        ledger.post(tenants + pool, pools, microUsd);
    }

    void prepay(int tenant, int pool, long microUsd) {
        ledger.post(debit(tenant, ADVANCES), credit(pool(pool), ADVANCES), microUsd);
    }

    /** Charges a tenant for what it uses out of what it has prepaid. */
    void recognise(int tenant, int pool, long microUsd) {
        ledger.post(tenant, credit(tenant, ADVANCES), microUsd);
        ledger.post(debit(pool(pool), ADVANCES), pool, microUsd);
    }

    void refund(int tenant, int pool, long microUsd) {
        ledger.post(debit(pool(pool), ADVANCES), credit(tenant, ADVANCES), microUsd);
    }

    void fee(int tenant, int pool, long microUsd) {
        owe(tenant, pool(pool), FEES, microUsd);
        owedByTenant[tenant * pools + pool] += microUsd;
    }

    void credit(int tenant, int pool, long microUsd) {
        owe(pool(pool), tenant, CREDITS, microUsd);
        owedByPool[tenant * pools + pool] += microUsd;
    }

    private void owe(int debtor, int creditor, Account what, long microUsd) {
        ledger.post(debit(debtor, what), credit(debtor, PAYABLE), microUsd);
        ledger.post(debit(creditor, RECEIVABLE), credit(creditor, what), microUsd);
    }

    private void settle() {
        for (int tenant = 0; tenant < tenants; tenant++) {
            for (int pool = 0; pool < pools; pool++) {
                int pair = tenant * pools + pool;
                pay(tenant, pool(pool), owedByTenant, pair);
                pay(pool(pool), tenant, owedByPool, pair);
            }
        }
    }

    private void pay(int debtor, int creditor, long[] owed, int pair) {
        ledger.post(debit(debtor, PAYABLE), credit(creditor, RECEIVABLE), owed[pair]);
        owed[pair] = 0;
    }

    /** A new month: what was owed is paid. */
    void enterPeriod(int period) {
        statements.enterPeriod(period);
        settle();
    }

    void restartMeasures() {
        statements.restart();
    }

    void close() {
        statements.close();
    }

    /** What a tenant has used, paid ahead and owes, less what it is owed back, in micro-USD: what a budget sees. */
    long spentMicroUsd(int tenant) {
        return ledger.debitsMicroUsd(tenant)
                + balance(ledger, tenant, ADVANCES)
                + balance(ledger, tenant, FEES)
                + balance(ledger, tenant, CREDITS);
    }

    /** Debits less credits: above zero for what a party has or has spent, below for what it owes or has earned. */
    private long balance(Ledger book, int party, Account account) {
        return book.debitsMicroUsd(debit(party, account)) - book.creditsMicroUsd(credit(party, account));
    }

    private long balances(Ledger book, int party) {
        long sum = 0;
        for (Account account : Account.values()) {
            sum += balance(book, party, account);
        }
        return sum;
    }

    private long paid(Ledger book, int tenant) {
        return book.debitsMicroUsd(tenant) + balances(book, tenant);
    }

    private long received(Ledger book, int pool) {
        return book.creditsMicroUsd(pool) - book.debitsMicroUsd(tenants + pool) - balances(book, pool(pool));
    }

    /** Money a tenant paid in a period, less what it got back, in micro-USD. */
    public long paidMicroUsd(int period, int tenant) {
        return statements.flow(period, book -> paid(book, tenant));
    }

    /** Money a pool was paid in a period, less what it paid back and handed on, in micro-USD. */
    public long receivedMicroUsd(int period, int pool) {
        return statements.flow(period, book -> received(book, pool));
    }

    /** What a tenant was charged for hours that closed in a period, in micro-USD. */
    public long usedMicroUsd(int period, int tenant) {
        return statements.flow(period, book -> book.debitsMicroUsd(tenant));
    }

    /** What a pool earned with hours that closed in a period, in micro-USD. */
    public long earnedMicroUsd(int period, int pool) {
        return statements.flow(period, book -> book.creditsMicroUsd(pool));
    }

    /** What a pool handed on to the state in a period, in micro-USD. */
    public long sharedMicroUsd(int period, int pool) {
        return statements.flow(period, book -> book.debitsMicroUsd(tenants + pool));
    }

    /** What was posted to an account in a period: debits less credits, in micro-USD. */
    public long flowMicroUsd(int period, int party, Account account) {
        return statements.flow(period, book -> balance(book, party, account));
    }

    /** What stood on an account at the end of a period: debits less credits, in micro-USD. */
    public long balanceMicroUsd(int period, int party, Account account) {
        return balance(statements.closing(period), party, account);
    }

    /** Whether what tenants have prepaid is what pools have deferred, and what is owed what others expect. */
    public boolean mirrored() {
        long advances = 0;
        long owed = 0;
        for (int party = 0; party < tenants + pools; party++) {
            advances += balance(ledger, party, ADVANCES);
            owed += balance(ledger, party, PAYABLE) + balance(ledger, party, RECEIVABLE);
        }
        return advances == 0 && owed == 0;
    }
}
