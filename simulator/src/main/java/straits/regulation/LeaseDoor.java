package straits.regulation;

import java.util.Arrays;
import straits.catalog.Catalog;
import straits.scenario.AtLease;
import straits.scenario.AtLease.RevenueShare;
import straits.scenario.Rule;

/**
 * Rules at the lease before requests of classes. Each stands for a tenant of its own and is measured by its own size. Every
 * rule that covers it must let it pass; of those that do not, a screening it failed decides before a refusal, a refusal before a
 * screening to come, that before a licence to come, and the first in the file among those that say the same.
 */
final class LeaseDoor {

    /** No rule. */
    static final int NONE = -1;

    private final RuleBook book;
    private final LeaseRules rules;
    private final long[][] leastFreeTpp;
    private int[] inForce = {};

    LeaseDoor(Catalog catalog, RuleBook book, LeaseRules rules) {
        this.book = book;
        this.rules = rules;
        leastFreeTpp = new long[catalog.tenants().size()][catalog.pools().size()];
    }

    /** Takes the rules in force into account, once per change: the least amount left alone by tenant and pool. */
    void refresh() {
        int[] found = new int[book.size()];
        int count = 0;
        for (int rule = 0; rule < found.length; rule++) {
            if (book.inForce(rule) && mayRefuse(book.rule(rule))) {
                found[count++] = rule;
            }
        }
        inForce = Arrays.copyOf(found, count);
        for (int tenant = 0; tenant < leastFreeTpp.length; tenant++) {
            restrict(tenant);
        }
    }

    private static boolean mayRefuse(Rule rule) {
        return rule instanceof AtLease && !(rule instanceof RevenueShare);
    }

    private void restrict(int tenant) {
        Arrays.fill(leastFreeTpp[tenant], Long.MAX_VALUE);
        for (int rule : inForce) {
            for (int pool = 0; pool < leastFreeTpp[tenant].length; pool++) {
                if (rules.covers(rule, tenant, pool)) {
                    leastFreeTpp[tenant][pool] = Math.min(leastFreeTpp[tenant][pool], rules.freeTpp(rule));
                }
            }
        }
    }

    /** The rules in force that may refuse a lease, in the order of the file. */
    int[] inForce() {
        return inForce;
    }

    /**
     * The rule that stands in the way of a request, which decides; NONE if it is lawful.
     *
     * @param micros how long it wants the GPUs
     * @param passed the bits of the rules whose licence it has or whose screening it passed
     * @param failed the bits of the rules whose screening it failed
     */
    int obstacle(int tenant, int pool, int gpus, long micros, long passed, long failed) {
        return rules.tpp(pool, gpus) <= leastFreeTpp[tenant][pool]
                ? NONE
                : strictest(tenant, pool, gpus, micros, passed, failed);
    }

    private int strictest(int tenant, int pool, int gpus, long micros, long passed, long failed) {
        int strictest = NONE;
        for (int rule : inForce) {
            if ((passed & rules.bit(rule)) == 0
                    && rules.covers(rule, tenant, pool)
                    && !rules.leavesAlone(rule, pool, gpus, micros)
                    && (strictest == NONE || stricter(rule, strictest, failed))) {
                strictest = rule;
            }
        }
        return strictest;
    }

    private boolean stricter(int rule, int other, long failed) {
        return rules.verdict(rule, failed).compareTo(rules.verdict(other, failed)) > 0;
    }
}
