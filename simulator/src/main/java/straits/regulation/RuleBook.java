package straits.regulation;

import java.util.List;
import straits.catalog.Catalog;
import straits.catalog.Timeline;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.scenario.Regime;
import straits.scenario.Rule;

/**
 * The rules of a regime by id, whom each covers, and which are in force now. A rule that its one enforcement draw leaves
 * unenforced never comes into force.
 */
final class RuleBook {

    private final Catalog catalog;
    private final List<String> keys;
    private final Rule[] rules;
    private final boolean[][] coversPool;
    private final boolean[][] coversTenant;
    private final boolean[] inForce;
    private final boolean[] enforced;

    RuleBook(Catalog catalog, Regime regime) {
        this.catalog = catalog;
        keys = List.copyOf(regime.rules().keySet());
        rules = regime.rules().values().toArray(new Rule[0]);
        coversPool = new boolean[rules.length][];
        coversTenant = new boolean[rules.length][];
        inForce = new boolean[rules.length];
        enforced = new boolean[rules.length];
        for (int rule = 0; rule < rules.length; rule++) {
            coversPool[rule] = pools(rules[rule].scope());
            coversTenant[rule] = tenants(rules[rule].scope());
        }
    }

    private boolean[] pools(Rule.Scope scope) {
        boolean[] covered = new boolean[catalog.pools().size()];
        for (int pool = 0; pool < covered.length; pool++) {
            String country = catalog.countries().slug(catalog.pools().country(pool));
            int provider = catalog.pools().provider(pool);
            long tpp = catalog.tppPerGpu(catalog.pools().chip(pool));
            covered[pool] =
                    (scope.destinations().isEmpty() || scope.destinations().contains(country))
                            && (scope.ownerClasses().isEmpty()
                                    || scope.ownerClasses()
                                            .contains(catalog.provider(provider).ownerClass()))
                            && tpp >= scope.minTpp().value();
        }
        return covered;
    }

    private boolean[] tenants(Rule.Scope scope) {
        boolean[] covered = new boolean[catalog.tenants().size()];
        for (int tenant = 0; tenant < covered.length; tenant++) {
            covered[tenant] =
                    scope.tenantHomes().isEmpty() || scope.tenantHomes().contains(catalog.home(tenant));
        }
        return covered;
    }

    /** Puts rules of the past into force and schedules the changes to come. */
    void start(Scheduler scheduler, Randomness randomness) {
        KeyedDraws enforcement = randomness.keyed("enforcement");
        for (int rule = 0; rule < rules.length; rule++) {
            double probability = rules[rule].dates().enforcementProbability().value();
            enforced[rule] = enforcement.uniform(Randomness.key(keys.get(rule)), 0, 0) < probability;
            if (enforced[rule]) {
                schedule(rule, scheduler);
            }
        }
    }

    private void schedule(int rule, Scheduler scheduler) {
        Timeline timeline = catalog.timeline();
        Rule.Dates dates = rules[rule].dates();
        change(rule, timeline.micros(dates.effective()), true, scheduler);
        if (dates.rescinded() != null) {
            change(rule, timeline.micros(dates.rescinded()), false, scheduler);
        }
    }

    private void change(int rule, long atMicros, boolean on, Scheduler scheduler) {
        if (atMicros <= 0) {
            inForce[rule] = on;
        } else if (atMicros < catalog.timeline().horizonMicros()) {
            scheduler.schedule(atMicros, EventKind.RULE_CHANGE, rule, on ? 1 : 0);
        }
    }

    void change(int rule, boolean on) {
        inForce[rule] = on;
    }

    int size() {
        return rules.length;
    }

    String key(int rule) {
        return keys.get(rule);
    }

    Rule rule(int rule) {
        return rules[rule];
    }

    boolean enforced(int rule) {
        return enforced[rule];
    }

    boolean inForce(int rule) {
        return inForce[rule];
    }

    /** Whether a rule covers a pool, in force or not. */
    boolean covers(int rule, int pool) {
        return coversPool[rule][pool];
    }

    /** Whether a rule is in force and covers a pool. */
    boolean binds(int rule, int pool) {
        return inForce[rule] && covers(rule, pool);
    }

    boolean coversTenant(int rule, int tenant) {
        return coversTenant[rule][tenant];
    }
}
