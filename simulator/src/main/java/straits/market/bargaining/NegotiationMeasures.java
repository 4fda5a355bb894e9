package straits.market.bargaining;

import java.util.Arrays;
import straits.units.Money;
import straits.units.SimTime;

/** What the negotiations of one tenant came to, by period of their end and provider. */
public final class NegotiationMeasures {

    private final double[][][] sums;
    private int period;

    /** What is added up. Money is the value of blocks over their whole term. */
    public enum Sum {
        /** Negotiations ended. */
        ENDED,
        /** Of these, with a signed block. */
        AGREED,
        /** Rounds of those agreed. */
        ROUNDS,
        /** GPUs signed. */
        GPUS,
        /** GPU-hours signed. */
        GPU_HOURS,
        /** Value of the blocks at list prices, USD. */
        LIST_USD,
        /** Value of the blocks as agreed, USD. */
        AGREED_USD,
        /** What the tenant would have paid at most less what was agreed, USD. */
        TENANT_GAIN_USD,
        /** What was agreed less the least that the provider would have taken, USD. */
        PROVIDER_GAIN_USD
    }

    /** No negotiations yet. */
    public NegotiationMeasures(int periods, int providers) {
        sums = new double[periods][providers][Sum.values().length];
    }

    /** Counts a negotiation that has ended. */
    public void add(int provider, Negotiation negotiation, NegotiationResult result) {
        add(provider, Sum.ENDED, 1);
        if (result.ending() == Negotiation.Ending.AGREED) {
            double hours = result.gpus() * SimTime.toHours(negotiation.termMicros());
            add(provider, Sum.AGREED, 1);
            add(provider, Sum.ROUNDS, result.rounds());
            add(provider, Sum.GPUS, result.gpus());
            add(provider, Sum.GPU_HOURS, hours);
            addValues(provider, negotiation, Money.toUsd(result.microUsd()), hours);
        }
    }

    private void addValues(int provider, Negotiation negotiation, double usd, double hours) {
        add(provider, Sum.LIST_USD, hours * Money.toUsd(negotiation.listMicroUsd()));
        add(provider, Sum.AGREED_USD, hours * usd);
        add(provider, Sum.TENANT_GAIN_USD, hours * (negotiation.sides().limitUsd() - usd));
        add(provider, Sum.PROVIDER_GAIN_USD, hours * (usd - negotiation.sides().floorUsd()));
    }

    private void add(int provider, Sum sum, double amount) {
        sums[period][provider][sum.ordinal()] += amount;
    }

    /** Time now counts for the given period. */
    public void enterPeriod(int next) {
        period = next;
    }

    /** Forgets what was measured before now. */
    public void restart() {
        for (double[][] rows : sums) {
            for (double[] row : rows) {
                Arrays.fill(row, 0);
            }
        }
    }

    /** A sum over a period and a provider. */
    public double sum(int inPeriod, int provider, Sum sum) {
        return sums[inPeriod][provider][sum.ordinal()];
    }
}
