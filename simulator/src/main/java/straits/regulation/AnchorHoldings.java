package straits.regulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import straits.catalog.Catalog;

/**
 * Rules on remote access before anchor tenants, who are measured by what they hold per country under leases signed since a rule
 * took effect. Every rule that covers a lease must let it pass: it draws on the amount of each, and no more is lawful than the
 * least of them leaves. What an anchor holds within a threshold of training compute draws on that and not on the amount.
 */
final class AnchorHoldings {

    /** No rule, no quota, nothing drawn. */
    static final int NONE = -1;

    private final Catalog catalog;
    private final RuleBook book;
    private final LeaseRules rules;
    private final LeaseDoor door;
    private final Quotas quotas;
    private final AnchorScreenings screenings;
    private final Map<Holding, Integer> quotaIds = new HashMap<>();
    private final Map<Holding, Long> work = new HashMap<>();
    private final List<List<Drawn>> draws = new ArrayList<>();

    private record Holding(int rule, int tenant, int country) {}

    /** What one lease draws under one rule. */
    private record Drawn(Holding holding, int quota, long tpp, long work) {}

    AnchorHoldings(
            Catalog catalog,
            RuleBook book,
            LeaseRules rules,
            LeaseDoor door,
            AnchorScreenings screenings,
            Quotas quotas) {
        this.catalog = catalog;
        this.book = book;
        this.rules = rules;
        this.door = door;
        this.quotas = quotas;
        this.screenings = screenings;
    }

    /** GPUs of a pool an anchor may still lease for a time. */
    int lawfulGpus(int tenant, int pool, long micros) {
        int least = Integer.MAX_VALUE;
        for (int rule : door.inForce()) {
            if (rules.covers(rule, tenant, pool)) {
                least = Math.min(least, lawfulGpus(rule, tenant, pool, micros));
            }
        }
        return least;
    }

    /** The rule that leaves least of a want, which decides; NONE if all of it is lawful. */
    int obstacle(int tenant, int pool, int gpus, long micros) {
        int tightest = NONE;
        int least = gpus;
        for (int rule : door.inForce()) {
            if (rules.covers(rule, tenant, pool)) {
                int lawful = lawfulGpus(rule, tenant, pool, micros);
                if (lawful < least || (lawful == least && tightest != NONE && stricter(rule, tightest))) {
                    tightest = rule;
                    least = lawful;
                }
            }
        }
        return tightest;
    }

    private int lawfulGpus(int rule, int tenant, int pool, long micros) {
        if (rules.screens(rule)) {
            return screenings.passed(rule, tenant, pool) ? Integer.MAX_VALUE : 0;
        }
        long within = withinThreshold(rule, tenant, pool, micros);
        return (int) Math.min(Integer.MAX_VALUE, within + withinAmount(rule, tenant, pool));
    }

    private boolean stricter(int rule, int other) {
        return rules.verdict(rule, 0).compareTo(rules.verdict(other, 0)) > 0;
    }

    private int withinThreshold(int rule, int tenant, int pool, long micros) {
        if (rules.freeWork(rule) == LeaseRules.NOTHING) {
            return 0;
        }
        long left = rules.freeWork(rule) - work.getOrDefault(holding(rule, tenant, pool), 0L);
        double perGpu = rules.workPerGpu(pool, micros);
        return perGpu == 0 ? Integer.MAX_VALUE : (int) (left / perGpu);
    }

    private int withinAmount(int rule, int tenant, int pool) {
        if (!rules.grants(rule)) {
            return 0;
        }
        long tpp = rules.tpp(pool, 1);
        long left = quotas.leftTpp(quota(rule, tenant, pool));
        return tpp == 0 ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, left / tpp);
    }

    /** The quota of an anchor in the country of a pool under a rule, opened at first use; NONE if the rule grants nothing. */
    int quota(int rule, int tenant, int pool) {
        return rules.grants(rule) ? quotaIds.computeIfAbsent(holding(rule, tenant, pool), this::open) : NONE;
    }

    private Holding holding(int rule, int tenant, int pool) {
        return new Holding(rule, tenant, catalog.pools().country(pool));
    }

    private int open(Holding holding) {
        String country = catalog.countries().slug(holding.country());
        String tenant = catalog.tenants().slug(holding.tenant());
        long free = Math.max(0, rules.freeTpp(holding.rule()));
        return quotas.open(new Quotas.Name(book.key(holding.rule()), tenant, country), free);
    }

    /** Notes that an anchor wanted more than some quotas leave. */
    void bound(int tenant, int pool, int gpus, long micros, long nowMicros) {
        for (int rule : door.inForce()) {
            if (rules.covers(rule, tenant, pool)
                    && rules.grants(rule)
                    && lawfulGpus(rule, tenant, pool, micros) < gpus) {
                quotas.bound(quota(rule, tenant, pool), nowMicros);
            }
        }
    }

    /** Draws for a lease of a length under every rule that covers it; returns the draw, or NONE if none does. */
    int draw(int tenant, int pool, int gpus, long micros) {
        List<Drawn> drawn = new ArrayList<>();
        for (int rule : door.inForce()) {
            if (rules.covers(rule, tenant, pool) && !rules.screens(rule)) {
                drawn.add(draw(rule, tenant, pool, gpus, micros));
            }
        }
        if (drawn.isEmpty()) {
            return NONE;
        }
        draws.add(drawn);
        return draws.size() - 1;
    }

    private Drawn draw(int rule, int tenant, int pool, int gpus, long micros) {
        int within = Math.min(gpus, withinThreshold(rule, tenant, pool, micros));
        Holding holding = holding(rule, tenant, pool);
        Drawn drawn = new Drawn(
                holding,
                quota(rule, tenant, pool),
                rules.tpp(pool, gpus - within),
                rules.freeWork(rule) == LeaseRules.NOTHING ? 0 : rules.work(pool, within, micros));
        if (drawn.quota() != NONE) {
            quotas.draw(drawn.quota(), drawn.tpp());
        }
        work.merge(holding, drawn.work(), Long::sum);
        return drawn;
    }

    /** What a lease drew on quotas; also after its end. */
    List<LeaseDraw> drawn(int draw) {
        return (draw == NONE ? List.<Drawn>of() : draws.get(draw))
                .stream()
                        .filter(drawn -> drawn.quota() != NONE)
                        .map(drawn -> new LeaseDraw(drawn.holding().rule(), drawn.quota(), drawn.tpp()))
                        .toList();
    }

    /**
     * Lets a lease signed before a rule draw on it, if it fits whole.
     *
     * @param draw what it drew before; NONE for nothing
     * @return what it draws now
     */
    int drawEarlier(int rule, int tenant, int pool, int gpus, long micros, int draw) {
        if (lawfulGpus(rule, tenant, pool, micros) < gpus) {
            return draw;
        }
        List<Drawn> drawn = new ArrayList<>(draw == NONE ? List.of() : draws.get(draw));
        drawn.add(draw(rule, tenant, pool, gpus, micros));
        if (draw == NONE) {
            draws.add(drawn);
            return draws.size() - 1;
        }
        draws.set(draw, drawn);
        return draw;
    }

    /** Draws for the lease of a request on the quotas of its licences; returns the draw, or NONE if there are none. */
    int draw(List<Integer> underRules, List<Integer> quotaOfEach, int tenant, int pool, long tpp) {
        List<Drawn> drawn = new ArrayList<>();
        for (int each = 0; each < quotaOfEach.size(); each++) {
            quotas.draw(quotaOfEach.get(each), tpp);
            drawn.add(new Drawn(holding(underRules.get(each), tenant, pool), quotaOfEach.get(each), tpp, 0));
        }
        if (drawn.isEmpty()) {
            return NONE;
        }
        draws.add(drawn);
        return draws.size() - 1;
    }

    /** Whether a draw is on a quota, among others. */
    boolean drawsOn(int draw, int quota) {
        return draw != NONE && draws.get(draw).stream().anyMatch(drawn -> drawn.quota() == quota);
    }

    /** Whether a draw is on a rule, among others. */
    boolean draws(int draw, int rule) {
        return draw != NONE
                && draws.get(draw).stream().anyMatch(drawn -> drawn.holding().rule() == rule);
    }

    /** Gives back what a lease drew. */
    void giveBack(int draw) {
        for (Drawn drawn : draws.get(draw)) {
            if (drawn.quota() != NONE) {
                quotas.giveBack(drawn.quota(), drawn.tpp());
            }
            work.merge(drawn.holding(), -drawn.work(), Long::sum);
        }
    }
}
