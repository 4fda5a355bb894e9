package straits.measurement;

/**
 * A double-entry ledger in whole micro-dollars. Every posting debits one account and credits another by the same amount,
 * so all accounts together are worth exactly zero. Debits and credits are kept apart, so that a balance can be checked
 * against what was posted.
 */
public final class Ledger {

    private final long[] debitsMicroUsd;
    private final long[] creditsMicroUsd;
    private final long[] balanceMicroUsd;

    /** A ledger with the given number of accounts, all at zero. */
    public Ledger(int accounts) {
        debitsMicroUsd = new long[accounts];
        creditsMicroUsd = new long[accounts];
        balanceMicroUsd = new long[accounts];
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
        balanceMicroUsd[debited] -= microUsd;
        balanceMicroUsd[credited] += microUsd;
    }

    /** Credits less debits of an account. */
    public long balanceMicroUsd(int account) {
        return balanceMicroUsd[account];
    }

    /** All that was ever debited to an account. */
    public long debitsMicroUsd(int account) {
        return debitsMicroUsd[account];
    }

    /** Sum of all balances: zero, always. */
    public long imbalanceMicroUsd() {
        long sum = 0;
        for (long balance : balanceMicroUsd) {
            sum += balance;
        }
        return sum;
    }

    /** Whether every balance equals its postings and all balances sum to zero. */
    public boolean consistent() {
        for (int account = 0; account < balanceMicroUsd.length; account++) {
            if (balanceMicroUsd[account] != creditsMicroUsd[account] - debitsMicroUsd[account]) {
                return false;
            }
        }
        return imbalanceMicroUsd() == 0;
    }
}
