package straits.measurement;

/**
 * A double-entry ledger in whole micro-dollars between those who pay and those who are paid. Every posting debits a payer
 * and credits a payee by the same amount, so that both sides are always worth the same.
 */
public final class Ledger {

    private final int payers;

    /** Debits of payers, then credits of payees: one array, since every GPU-hour posts to it. */
    private final long[] sidesMicroUsd;

    /** A ledger with the given numbers of accounts, all at zero. */
    public Ledger(int payers, int payees) {
        this(payers, new long[payers + payees]);
    }

    private Ledger(int payers, long[] sidesMicroUsd) {
        this.payers = payers;
        this.sidesMicroUsd = sidesMicroUsd;
    }

    /** The same accounts as they stand now. */
    public Ledger copy() {
        return new Ledger(payers, sidesMicroUsd.clone());
    }

    /**
     * Moves an amount from a payer to a payee.
     *
     * @throws IllegalArgumentException if the amount is negative
     * @throws ArithmeticException if an account overflows
     */
    public void post(int payer, int payee, long microUsd) {
        if (microUsd < 0) {
            throw new IllegalArgumentException("negative posting of " + microUsd + " micro-USD");
        }
        sidesMicroUsd[payer] = sum(sidesMicroUsd[payer], microUsd);
        sidesMicroUsd[payers + payee] = sum(sidesMicroUsd[payers + payee], microUsd);
    }

    /** Neither is negative, so that a sum is only if it does not fit. */
    private static long sum(long balance, long microUsd) {
        long sum = balance + microUsd;
        if (sum < 0) {
            throw new ArithmeticException("an account of the ledger exceeds 2^63 micro-USD");
        }
        return sum;
    }

    /** All that was ever debited to a payer. */
    public long debitsMicroUsd(int payer) {
        return sidesMicroUsd[payer];
    }

    /** All that was ever credited to a payee. */
    public long creditsMicroUsd(int payee) {
        return sidesMicroUsd[payers + payee];
    }

    /** All debits, then all credits. */
    public long[] balancesMicroUsd() {
        return sidesMicroUsd.clone();
    }

    /** Credits of all payees less debits of all payers: zero, always. */
    public long imbalanceMicroUsd() {
        long sum = 0;
        for (int account = 0; account < sidesMicroUsd.length; account++) {
            sum += account < payers ? -sidesMicroUsd[account] : sidesMicroUsd[account];
        }
        return sum;
    }
}
