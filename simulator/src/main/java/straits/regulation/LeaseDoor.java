package straits.regulation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import straits.catalog.Catalog;
import straits.scenario.AtLease;

/**
 * Rules that bind at the lease. A request of a class stands for a tenant of its own and is measured by its own size; an
 * anchor is measured by what it holds per country under leases signed since the rule took effect.
 */
final class LeaseDoor {

    /** No rule, or no quota. */
    static final int NONE = -1;

    private final Catalog catalog;
    private final RuleBook book;
    private final Quotas quotas;
    private final Map<Holding, Integer> quotaIds = new HashMap<>();
    private final long[] tppPerGpu;
    private final long[][] freeTpp;
    private boolean active;

    private record Holding(int rule, int tenant, int country) {}

    LeaseDoor(Catalog catalog, RuleBook book, Quotas quotas) {
        this.catalog = catalog;
        this.book = book;
        this.quotas = quotas;
        tppPerGpu = new long[catalog.pools().size()];
        for (int pool = 0; pool < tppPerGpu.length; pool++) {
            tppPerGpu[pool] = catalog.tppPerGpu(catalog.pools().chip(pool));
        }
        freeTpp = new long[catalog.classCount()][tppPerGpu.length];
    }

    /** Takes the rules in force into account, once per change: the least amount free of licence by tenant and pool. */
    void refresh() {
        active = false;
        for (long[] row : freeTpp) {
            Arrays.fill(row, Long.MAX_VALUE);
        }
        for (int rule = 0; rule < book.size(); rule++) {
            if (book.inForce(rule) && book.rule(rule) instanceof AtLease.RemoteAccess) {
                active = true;
                restrict(rule);
            }
        }
    }

    private void restrict(int rule) {
        for (int tenant = 0; tenant < freeTpp.length; tenant++) {
            for (int pool = 0; pool < tppPerGpu.length; pool++) {
                if (covers(rule, tenant, pool)) {
                    freeTpp[tenant][pool] = Math.min(freeTpp[tenant][pool], free(rule));
                }
            }
        }
    }

    /** Whether any rule that binds at the lease is in force. */
    boolean active() {
        return active;
    }

    /** Whether a request of a class is lawful without a licence. */
    boolean lawful(int tenant, int pool, int gpus) {
        return tppPerGpu[pool] * gpus <= freeTpp[tenant][pool];
    }

    /** The first rule under which a class's request needs a licence; NONE if it needs none. */
    int bindingRule(int tenant, int pool, int gpus) {
        for (int rule = 0; rule < book.size(); rule++) {
            if (covers(rule, tenant, pool) && tpp(pool, gpus) > free(rule)) {
                return rule;
            }
        }
        return NONE;
    }

    /** The first rule an anchor's leases in a pool draw on; NONE if there is none. */
    int anchorRule(int tenant, int pool) {
        for (int rule = 0; rule < book.size(); rule++) {
            if (covers(rule, tenant, pool)) {
                return rule;
            }
        }
        return NONE;
    }

    private boolean covers(int rule, int tenant, int pool) {
        return book.rule(rule) instanceof AtLease.RemoteAccess
                && book.binds(rule, pool)
                && book.coversTenant(rule, tenant);
    }

    /** The quota of an anchor in the country of a pool under a rule, opened at first use. */
    int quota(int rule, int tenant, int pool) {
        Holding holding = new Holding(rule, tenant, catalog.pools().country(pool));
        return quotaIds.computeIfAbsent(holding, this::open);
    }

    private int open(Holding holding) {
        String country = catalog.countries().slug(holding.country());
        String tenant = catalog.tenants().slug(holding.tenant());
        return quotas.open(new Quotas.Name(book.key(holding.rule()), tenant, country), free(holding.rule()));
    }

    /** GPUs of a pool a quota still covers. */
    int gpusLeft(int quota, int pool) {
        long tpp = tpp(pool, 1);
        return tpp == 0 ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, quotas.leftTpp(quota) / tpp);
    }

    long tpp(int pool, int gpus) {
        return tppPerGpu[pool] * gpus;
    }

    private long free(int rule) {
        return Math.round(remoteAccess(rule).freePerTenantAndCountry().value());
    }

    AtLease.RemoteAccess remoteAccess(int rule) {
        return (AtLease.RemoteAccess) book.rule(rule);
    }
}
