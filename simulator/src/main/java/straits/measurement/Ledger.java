package straits.measurement;

/**
 * A double-entry ledger in whole micro-dollars. Every posting debits one account and credits another by the same amount,
 * so all accounts together are worth exactly zero.
 */
public final class Ledger {

    private final long[] debitsMicroUsd;
    private final long[] creditsMicroUsd;

    /** A ledger with the given number of accounts, all at zero. */
    public Ledger(int accounts) {
        debitsMicroUsd = new long[accounts];
        creditsMicroUsd = new long[accounts];
    }

    /**
     * Moves an amount from one account to another.
     *
     * @throws IllegalArgumentException if the amount is negative
     * @throws ArithmeticException if an account overflows
     */
    public void post(int debited, int credited, long microUsd) {
        if (microUsd < 0) {
            throw new IllegalArgumentException("negative posting of " + microUsd + " micro-USD");
        }
        debitsMicroUsd[debited] = Math.addExact(debitsMicroUsd[debited], microUsd);
        creditsMicroUsd[credited] = Math.addExact(creditsMicroUsd[credited], microUsd);
    }

    /** Credits less debits of an account. */
    public long balanceMicroUsd(int account) {
        return creditsMicroUsd[account] - debitsMicroUsd[account];
    }

    /** All that was ever debited to an account. */
    public long debitsMicroUsd(int account) {
        return debitsMicroUsd[account];
    }

    /** Sum of all balances: zero, always. */
    public long imbalanceMicroUsd() {
        long sum = 0;
        for (int account = 0; account < debitsMicroUsd.length; account++) {
            sum += balanceMicroUsd(account);
        }
        return sum;
    }
}
