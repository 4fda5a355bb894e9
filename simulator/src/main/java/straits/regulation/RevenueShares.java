package straits.regulation;

import straits.scenario.AtLease.RevenueShare;
import straits.scenario.Provider;

/** The rules that take a share of what leases are charged, as numbers, and what it does to the prices of whom they cover. */
final class RevenueShares {

    private final RuleBook book;
    private final LeaseRules rules;
    private final double[] share;
    private final double[] passedOn;
    private boolean any;

    RevenueShares(RuleBook book, LeaseRules rules) {
        this.book = book;
        this.rules = rules;
        share = new double[book.size()];
        passedOn = new double[book.size()];
        for (int rule = 0; rule < share.length; rule++) {
            if (book.rule(rule) instanceof RevenueShare revenue) {
                share[rule] = revenue.share().value();
                passedOn[rule] = share[rule] * revenue.passedOn().value();
            }
        }
    }

    /** Takes the rules in force into account. */
    void refresh() {
        any = false;
        for (int rule = 0; rule < share.length; rule++) {
            any |= share[rule] > 0 && book.inForce(rule);
        }
    }

    /** The bits of the rules in force under which a lease signed now will owe a share. */
    long owedBy(int tenant, int pool) {
        long bits = 0;
        for (int rule = 0; any && rule < share.length; rule++) {
            bits |= share[rule] > 0 && rules.covers(rule, tenant, pool) ? rules.bit(rule) : 0;
        }
        return bits;
    }

    /** What share of its charges a lease owes for an hour that begins now. */
    double fraction(long owed) {
        return owed == 0 ? 0 : sum(share, owed);
    }

    /** A standing price, raised by what is passed on, up to the most that any price may be. */
    long quotedMicroUsd(long owed, long microUsd) {
        double recovered = owed == 0 ? 0 : sum(passedOn, owed);
        return recovered == 0
                ? microUsd
                : Math.min(Provider.MAX_MICRO_USD_PER_GPU_HOUR, Math.round(microUsd / (1 - recovered)));
    }

    private double sum(double[] values, long owed) {
        double sum = 0;
        for (int rule = 0; rule < values.length; rule++) {
            sum += (owed & rules.bit(rule)) != 0 && book.inForce(rule) ? values[rule] : 0;
        }
        return sum;
    }
}
