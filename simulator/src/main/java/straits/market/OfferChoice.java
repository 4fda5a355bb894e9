package straits.market;

import straits.catalog.Catalog;
import straits.market.inventory.Inventory;
import straits.market.pricing.PriceBook;
import straits.market.tenant.ClassDemand;
import straits.market.tenant.Request;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.regulation.Gatekeeper;
import straits.regulation.Verdict;
import straits.scenario.TenantClass.ChoiceRule;
import straits.scenario.TenantClass.Contract;
import straits.units.Money;

/**
 * The stages of choice: compatible, screened, lawful or licensable, priced within willingness, free capacity. Among the
 * candidates that pass, the tenant takes the cheapest per H100-equivalent or draws by multinomial logit. One object
 * serves all requests in turn; its answers hold until the next {@link #evaluate}.
 *
 * <p>Cost: a tenant who buys on demand and takes the cheapest stops at the first pool that passes, in order of price; any
 * other looks at every pool.
 */
final class OfferChoice {

    static final int NONE = -1;

    private final Catalog catalog;
    private final PriceBook prices;
    private final Inventory inventory;
    private final Gatekeeper gatekeeper;
    private final ClassDemand[] demand;
    private final WaitingRoom waiting;
    private final boolean waitersBlock;
    private final boolean[][] compatible;
    private final KeyedDraws noise;
    private final long[] classKey;
    private final long[] poolKey;

    private int best;
    private long bestMicroUsd;
    private double bestScore;
    private int licensable;
    private boolean dearer;
    private Stage furthest = Stage.INCOMPATIBLE;

    OfferChoice(MarketParts parts, ClassDemand[] demand, WaitingRoom waiting, boolean waitersBlock) {
        catalog = parts.catalog();
        prices = parts.prices();
        inventory = parts.inventory();
        gatekeeper = parts.gatekeeper();
        this.demand = demand;
        this.waiting = waiting;
        this.waitersBlock = waitersBlock;
        noise = parts.randomness().keyed("choice");
        compatible = new boolean[demand.length][];
        classKey = new long[demand.length];
        for (int tenant = 0; tenant < demand.length; tenant++) {
            compatible[tenant] = catalog.compatiblePools(tenant);
            classKey[tenant] = Randomness.key(catalog.tenants().slug(tenant));
        }
        poolKey = new long[catalog.pools().size()];
        for (int pool = 0; pool < poolKey.length; pool++) {
            poolKey[pool] = Randomness.key(catalog.poolSlug(pool));
        }
    }

    /** Finds the offer a request takes. */
    void evaluate(Request request, boolean licensed) {
        best = NONE;
        licensable = NONE;
        furthest = Stage.INCOMPATIBLE;
        dearer = false;
        ClassDemand who = demand[request.tenant()];
        boolean cheapestOnDemand =
                who.spec().choice().rule() == ChoiceRule.CHEAPEST && who.spec().contract() == Contract.ON_DEMAND;
        for (int pool : prices.cheapestFirst(who.workload())) {
            if (compatible[request.tenant()][pool]) {
                consider(request, who, pool, licensed);
                if (cheapestOnDemand && (best != NONE || dearer)) {
                    return;
                }
            }
        }
    }

    private void consider(Request request, ClassDemand who, int pool, boolean licensed) {
        int gpus = who.gpus(request.h100e(), catalog.pools().chip(pool));
        long microUsd = quote(request, who, pool, gpus);
        if (microUsd > limitMicroUsd(request, who, pool)) {
            reach(Stage.TOO_EXPENSIVE);
            dearer = true;
            return;
        }
        reach(Stage.NO_CAPACITY);
        if (!licensed && gatekeeper.reviewLease(request.tenant(), pool, gpus) == Verdict.LICENSABLE) {
            licensable = licensable == NONE ? pool : licensable;
        } else if (fits(pool, gpus)) {
            compare(request, who, pool, microUsd);
        }
    }

    private void reach(Stage stage) {
        if (stage.compareTo(furthest) > 0) {
            furthest = stage;
        }
    }

    private boolean fits(int pool, int gpus) {
        return gpus <= inventory.free(pool) && !(waitersBlock && waiting.waitedFor(pool));
    }

    private void compare(Request request, ClassDemand who, int pool, long microUsd) {
        double score = -prices.unitUsd(pool, microUsd, who.workload());
        if (who.spec().choice().rule() == ChoiceRule.LOGIT) {
            double u = noise.uniform(classKey[request.tenant()], request.ordinal(), poolKey[pool]);
            score = score / who.spec().choice().scale().value() - StrictMath.log(-StrictMath.log(u));
        }
        if (best == NONE || score > bestScore) {
            best = pool;
            bestMicroUsd = microUsd;
            bestScore = score;
        }
    }

    /** What a pool asks of a request, in micro-USD per GPU-hour. */
    long quote(Request request, ClassDemand who, int pool, int gpus) {
        return who.spec().contract() == Contract.ON_DEMAND
                ? prices.onDemandMicroUsd(pool)
                : prices.termMicroUsd(pool, request.durationMicros(), gpus);
    }

    /** Most a request pays in a pool, in micro-USD per GPU-hour. */
    long limitMicroUsd(Request request, ClassDemand who, int pool) {
        return Money.ofUsd(request.limitUsd()
                * catalog.h100ePerGpu(who.workload(), catalog.pools().chip(pool)));
    }

    /** Notes the pools a waiting request would accept. */
    void noteAccepted(int entry) {
        Request request = waiting.request(entry);
        ClassDemand who = demand[request.tenant()];
        waiting.acceptNone(entry);
        for (int pool = 0; pool < poolKey.length; pool++) {
            if (compatible[request.tenant()][pool] && acceptable(entry, request, who, pool)) {
                waiting.accept(entry, pool);
            }
        }
    }

    private boolean acceptable(int entry, Request request, ClassDemand who, int pool) {
        int gpus = who.gpus(request.h100e(), catalog.pools().chip(pool));
        return quote(request, who, pool, gpus) <= limitMicroUsd(request, who, pool)
                && (waiting.hasLicence(entry)
                        || gatekeeper.reviewLease(request.tenant(), pool, gpus) == Verdict.LAWFUL);
    }

    /** The pool chosen; NONE if no candidate passed. */
    int best() {
        return best;
    }

    /** What it asks, in micro-USD per GPU-hour. */
    long bestMicroUsd() {
        return bestMicroUsd;
    }

    /** The first pool that passes but for a licence; NONE if there is none. */
    int licensable() {
        return licensable;
    }

    /** The furthest stage any candidate reached. */
    Stage furthest() {
        return furthest;
    }
}
