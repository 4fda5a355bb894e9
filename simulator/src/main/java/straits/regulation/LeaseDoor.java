package straits.regulation;

import java.util.Arrays;
import straits.catalog.Catalog;
import straits.scenario.AtLease.RemoteAccess;

/**
 * Rules on remote access before requests of classes. Each stands for a tenant of its own and is measured by its own size.
 * Every rule that covers it must let it pass; a refusal outweighs the want of a licence, and among rules that say the same the
 * first in the file decides.
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
            if (book.inForce(rule) && book.rule(rule) instanceof RemoteAccess) {
                found[count++] = rule;
            }
        }
        inForce = Arrays.copyOf(found, count);
        for (int tenant = 0; tenant < leastFreeTpp.length; tenant++) {
            restrict(tenant);
        }
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

    /** The rules on remote access in force, in the order of the file. */
    int[] inForce() {
        return inForce;
    }

    /**
     * The rule that stands in the way of a request, which decides; NONE if it is lawful.
     *
     * @param micros how long it wants the GPUs
     * @param passed the bits of the rules whose licence it has
     */
    int obstacle(int tenant, int pool, int gpus, long micros, long passed) {
        return rules.tpp(pool, gpus) <= leastFreeTpp[tenant][pool]
                ? NONE
                : strictest(tenant, pool, gpus, micros, passed);
    }

    private int strictest(int tenant, int pool, int gpus, long micros, long passed) {
        int first = NONE;
        for (int rule : inForce) {
            if ((passed & rules.bit(rule)) == 0
                    && rules.covers(rule, tenant, pool)
                    && !rules.leavesAlone(rule, pool, gpus, micros)) {
                if (!rules.licensable(rule)) {
                    return rule;
                }
                first = first == NONE ? rule : first;
            }
        }
        return first;
    }
}
