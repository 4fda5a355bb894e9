package straits.market.channel;

import java.util.Arrays;
import straits.measurement.Ledger;
import straits.measurement.RateIntegrals;
import straits.units.Money;

/** What a channel supplied, when and at what cost: a ledger of its own, so that rents and chips have budgets of their own. */
public final class ChannelMeasures {

    /** Time of something that never happened. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int TENANT = 0;
    private static final int GPUS = 0;
    private static final int H100E = 1;

    /** What is paid for. */
    public enum Cost {
        /** Chips, when they are shipped. */
        PURCHASE,
        /** Running them, or engineers, as time goes by. */
        RUNNING
    }

    private final Ledger ledger = new Ledger(1, Cost.values().length);
    private final RateIntegrals supplied;
    private final long[][] paidMicroUsd;
    private final long[] forgottenMicroUsd = new long[Cost.values().length];
    private long runningMicroUsdPerHour;
    private long settledMicros;
    private long firstMicros = NEVER;
    private int period;

    ChannelMeasures(int periods) {
        supplied = new RateIntegrals(2, periods);
        paidMicroUsd = new long[periods][Cost.values().length];
    }

    /** Pays what running costs up to now, and goes on with another level. */
    void level(long nowMicros, double gpus, double h100e, long microUsdPerHour) {
        close(nowMicros);
        supplied.set(GPUS, gpus);
        supplied.set(H100E, h100e);
        runningMicroUsdPerHour = microUsdPerHour;
        if (h100e > 0) {
            firstMicros = Math.min(firstMicros, nowMicros);
        }
    }

    void pay(Cost cost, long microUsd) {
        ledger.post(TENANT, cost.ordinal(), microUsd);
        paidMicroUsd[period][cost.ordinal()] += microUsd;
    }

    /** Brings everything up to now. */
    public void close(long nowMicros) {
        supplied.close(nowMicros);
        pay(Cost.RUNNING, Money.charge(runningMicroUsdPerHour, nowMicros - settledMicros));
        settledMicros = nowMicros;
    }

    /** Time now counts for the given period. */
    public void enterPeriod(int next, long nowMicros) {
        close(nowMicros);
        supplied.enterPeriod(next, nowMicros);
        period = next;
    }

    /** Forgets what was measured before now; the ledger stays. */
    public void restart(long nowMicros) {
        close(nowMicros);
        supplied.restart(nowMicros);
        for (long[] row : paidMicroUsd) {
            for (int cost = 0; cost < row.length; cost++) {
                forgottenMicroUsd[cost] += row[cost];
            }
            Arrays.fill(row, 0);
        }
    }

    /** Chip-hours in service in a period. */
    public double gpuHours(int inPeriod) {
        return supplied.levelHours(inPeriod, GPUS);
    }

    /** H100e-hours supplied, saved or put off in a period, for the workload it serves. */
    public double h100eHours(int inPeriod) {
        return supplied.levelHours(inPeriod, H100E);
    }

    /** What was paid in a period, in USD. */
    public double paidUsd(int inPeriod, Cost cost) {
        return Money.toUsd(paidMicroUsd[inPeriod][cost.ordinal()]);
    }

    /** When it first supplied anything; {@link #NEVER} if it did not yet. */
    public long firstMicros() {
        return firstMicros;
    }

    /** Whether the ledger balances and says what was paid by period. */
    public boolean balanced() {
        boolean balanced = ledger.imbalanceMicroUsd() == 0;
        for (Cost cost : Cost.values()) {
            long sum = forgottenMicroUsd[cost.ordinal()];
            for (long[] row : paidMicroUsd) {
                sum += row[cost.ordinal()];
            }
            balanced &= sum == ledger.creditsMicroUsd(cost.ordinal());
        }
        return balanced;
    }
}
