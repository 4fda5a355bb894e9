package straits.market;

import straits.catalog.Catalog;
import straits.market.inventory.Inventory;
import straits.market.pricing.PriceBook;
import straits.market.pricing.Ranking;
import straits.market.spot.SpotBook;
import straits.market.tenant.ClassDemand;
import straits.market.tenant.Request;
import straits.regulation.Gatekeeper;
import straits.regulation.Verdict;
import straits.scenario.Provider;
import straits.scenario.TenantClass.ChoiceRule;
import straits.scenario.TenantClass.Contract;
import straits.units.Money;

/**
 * The stages of choice: compatible, screened, lawful or licensable, priced within willingness, free capacity. Among the
 * candidates that pass, the tenant takes the best ({@link BestOffer}). One object serves all requests in turn; its answers hold until
 * the next {@link #evaluate}.
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
    private final SpotBook spot;
    private final boolean waitersBlock;
    private final Ranking[] rankings;
    private final int[] chipOfPool;
    private final int[] gpusOnChip;

    /** By tenant: GPUs of a pool that it leaves free. */
    private final int[] reserve;

    private final BestOffer best;
    private final StagesReached stages = new StagesReached();
    private long passed;
    private long failed;
    private int sizedTenant = NONE;
    private double sizedH100e;

    OfferChoice(MarketParts parts, ClassDemand[] demand, WaitingRoom waiting, boolean waitersBlock) {
        catalog = parts.catalog();
        prices = parts.prices();
        inventory = parts.inventory();
        gatekeeper = parts.gatekeeper();
        spot = parts.spot();
        this.demand = demand;
        this.waiting = waiting;
        this.waitersBlock = waitersBlock;
        best = new BestOffer(parts, demand);
        rankings = new Ranking[demand.length];
        for (int tenant = 0; tenant < demand.length; tenant++) {
            int who = tenant;
            rankings[tenant] = prices.ranking(
                    catalog.compatiblePools(tenant),
                    catalog.workload(tenant),
                    (pool, microUsd) -> gatekeeper.quotedMicroUsd(gatekeeper.owedShares(who, pool), microUsd));
        }
        reserve = new int[demand.length];
        for (int tenant = 0; tenant < demand.length; tenant++) {
            reserve[tenant] = demand[tenant].spec().reserveGpus();
        }
        gpusOnChip = new int[catalog.chips().size()];
        chipOfPool = catalog.pools().chips();
    }

    /** Least price on demand per H100-equivalent and hour that a class meets, full pools included; NaN if it accepts none. */
    double leastUsd(int tenant) {
        Ranking ranking = rankings[tenant];
        ranking.refresh();
        return ranking.size() == 0 ? Double.NaN : ranking.unitUsd(0);
    }

    /**
     * Finds the offer a request takes.
     *
     * @param passed the bits of the rules that have let it pass
     * @param failed the bits of the rules whose screening it did not pass
     */
    void evaluate(Request request, long passed, long failed) {
        this.passed = passed;
        this.failed = failed;
        best.clear();
        stages.clear();
        ClassDemand who = demand[request.tenant()];
        size(request, who);
        boolean cheapest = who.spec().choice().rule() == ChoiceRule.CHEAPEST;
        Ranking ranking = rankings[request.tenant()];
        ranking.refresh();
        if (cheapest && who.spec().contract() == Contract.ON_DEMAND) {
            takeCheapest(request, ranking);
        } else {
            for (int place = 0; place < ranking.size(); place++) {
                consider(request, who, ranking.pool(place));
            }
        }
    }

    /** On demand the ranking is by the price to pay: the first pool that passes is the choice. */
    private void takeCheapest(Request request, Ranking ranking) {
        for (int place = 0; place < ranking.size() && best.pool() == NONE; place++) {
            int pool = ranking.pool(place);
            boolean priced = ranking.unitUsd(place) <= request.limitUsd();
            if (!priced && stages.furthest().compareTo(Stage.TOO_EXPENSIVE) >= 0) {
                return;
            }
            if (passes(request, pool, priced) && fits(request, pool, gpusOnChip[chipOfPool[pool]])) {
                best.take(pool, ranking.microUsd(place));
            }
        }
    }

    /** Whether a pool passes all stages before capacity; notes how far it came, and what it takes to pass. */
    private boolean passes(Request request, int pool, boolean priced) {
        if (!request.accepts(chipOfPool[pool])) {
            return false;
        }
        int rule = obstacle(request, pool);
        Verdict verdict = gatekeeper.verdict(rule, failed);
        switch (verdict) {
            case SCREENED_OUT -> stages.note(Stage.SCREENED_OUT, rule);
            case REFUSED -> stages.note(Stage.DENIED, rule);
            case LAWFUL -> stages.reach(priced ? Stage.NO_CAPACITY : Stage.TOO_EXPENSIVE);
            case LICENSABLE, SCREENABLE -> ask(rule, request, pool, priced);
        }
        return priced && verdict == Verdict.LAWFUL;
    }

    private void ask(int rule, Request request, int pool, boolean priced) {
        stages.reach(priced ? Stage.NO_CAPACITY : Stage.TOO_EXPENSIVE);
        if (priced) {
            stages.ask(rule, pool, best.place(request.tenant(), pool));
        }
    }

    private int obstacle(Request request, int pool) {
        return gatekeeper.obstacle(
                request.tenant(), pool, gpusOnChip[chipOfPool[pool]], request.durationMicros(), passed, failed);
    }

    /** Works out once per request what it takes on each chip. */
    private void size(Request request, ClassDemand who) {
        if (request.tenant() == sizedTenant && request.h100e() == sizedH100e) {
            return;
        }
        sizedTenant = request.tenant();
        sizedH100e = request.h100e();
        for (int chip = 0; chip < gpusOnChip.length; chip++) {
            gpusOnChip[chip] = who.gpus(request.h100e(), chip);
        }
    }

    private void consider(Request request, ClassDemand who, int pool) {
        if (isSpot(who)) {
            considerSpot(request, who, pool);
            return;
        }
        int gpus = gpusOnChip[chipOfPool[pool]];
        long microUsd = quote(request, who, pool, gpus);
        boolean priced = prices.unitUsd(pool, microUsd, who.workload()) <= request.limitUsd();
        if (passes(request, pool, priced) && fits(request, pool, gpus)) {
            best.compare(request, who, pool, microUsd);
        }
    }

    private static boolean isSpot(ClassDemand who) {
        return who.spec().contract() == Contract.SPOT;
    }

    /** A spot lease takes only what is free, at the price that stands; what rules take of its charges it does not pay on top. */
    private void considerSpot(Request request, ClassDemand who, int pool) {
        if (!spot.sells(pool)) {
            return;
        }
        long bid = limitMicroUsd(request, pool);
        boolean free = gpusOnChip[chipOfPool[pool]] <= free(request, pool) && !kept(pool);
        if (passes(request, pool, bid >= spot.entryMicroUsd(pool)) && free) {
            best.compare(request, who, pool, spot.chargeMicroUsd(pool, bid));
        }
    }

    /** Whether a waiting request may have a pool by the rules. */
    boolean lawful(int entry, int pool) {
        Request request = recall(entry);
        size(request, demand[request.tenant()]);
        return request.accepts(chipOfPool[pool]) && obstacle(request, pool) == Gatekeeper.NO_RULE;
    }

    /** GPUs on offer to a bid: what is free less what it must leave so. */
    private int free(Request request, int pool) {
        return inventory.free(pool) - reserve[request.tenant()];
    }

    /** GPUs on offer to a waiting bid. */
    int free(int entry, int pool) {
        return free(waiting.request(entry), pool);
    }

    /** Takes a pool for a waiting request that bids. */
    void takeSpot(int entry, int pool) {
        Request request = recall(entry);
        size(request, demand[request.tenant()]);
        best.take(pool, spot.chargeMicroUsd(pool, limitMicroUsd(request, pool)));
    }

    private boolean fits(Request request, int pool, int gpus) {
        return gpus <= available(request, pool) && !kept(pool);
    }

    private boolean kept(int pool) {
        return waitersBlock && waiting.waitedFor(pool);
    }

    /** GPUs on offer to a request: what is free or gives way, less what it must leave so. */
    private int available(Request request, int pool) {
        return inventory.available(pool) - reserve[request.tenant()];
    }

    private long quote(Request request, ClassDemand who, int pool, int gpus) {
        long standing = who.spec().contract() == Contract.ON_DEMAND
                ? prices.onDemandMicroUsd(pool)
                : prices.termMicroUsd(pool, request.durationMicros(), gpus);
        return gatekeeper.quotedMicroUsd(gatekeeper.owedShares(request.tenant(), pool), standing);
    }

    /** Looks at one pool for a waiting request, whoever else waits for it. */
    void evaluateAt(int entry, int pool) {
        best.clear();
        Request request = recall(entry);
        ClassDemand who = demand[request.tenant()];
        size(request, who);
        int gpus = gpusOnChip[chipOfPool[pool]];
        if (gpus <= available(request, pool) && lawfulAndPriced(request, who, pool)) {
            best.take(pool, quote(request, who, pool, gpus));
        }
    }

    /** Finds the offer a waiting request takes among pools it accepts, less those blocked, whoever else waits for them. */
    void evaluateAmong(int entry, PoolSet pools, PoolSet blocked) {
        best.clear();
        Request request = recall(entry);
        ClassDemand who = demand[request.tenant()];
        size(request, who);
        Ranking ranking = rankings[request.tenant()];
        ranking.refresh();
        for (int place = 0; place < ranking.size(); place++) {
            int pool = ranking.pool(place);
            boolean open = waiting.accepts(entry, pool) && pools.contains(pool) && !blocked.contains(pool);
            if (open && waiting.gpus(entry, pool) <= available(request, pool) && lawfulAndPriced(request, who, pool)) {
                best.compare(request, who, pool, quote(request, who, pool, waiting.gpus(entry, pool)));
            }
        }
    }

    /** A waiting request, whose standing with the rules counts from now on. */
    private Request recall(int entry) {
        passed = waiting.passed(entry);
        failed = waiting.failed(entry);
        return waiting.request(entry);
    }

    private boolean lawfulAndPriced(Request request, ClassDemand who, int pool) {
        return affordable(request, who, pool) && obstacle(request, pool) == Gatekeeper.NO_RULE;
    }

    private boolean affordable(Request request, ClassDemand who, int pool) {
        long microUsd = quote(request, who, pool, gpusOnChip[chipOfPool[pool]]);
        return prices.unitUsd(pool, microUsd, who.workload()) <= request.limitUsd();
    }

    /** Notes the pools a waiting request would accept; a bid waits for prices, not for pools. */
    void noteAccepted(int entry) {
        Request request = recall(entry);
        ClassDemand who = demand[request.tenant()];
        size(request, who);
        waiting.acceptNone(entry);
        if (isSpot(who)) {
            return;
        }
        Ranking ranking = rankings[request.tenant()];
        ranking.refresh();
        boolean onDemand = who.spec().contract() == Contract.ON_DEMAND;
        for (int place = 0; place < ranking.size(); place++) {
            int pool = ranking.pool(place);
            if (onDemand && ranking.unitUsd(place) > request.limitUsd()) {
                return;
            }
            // On demand the ranking is by the price to pay, which has just been compared.
            boolean priced = onDemand || affordable(request, who, pool);
            boolean wanted = priced && request.accepts(chipOfPool[pool]);
            if (wanted && obstacle(request, pool) == Gatekeeper.NO_RULE) {
                waiting.accept(entry, pool, gpusOnChip[chipOfPool[pool]]);
            }
        }
    }

    /** GPUs the request last evaluated takes in a pool. */
    int gpus(int pool) {
        return gpusOnChip[chipOfPool[pool]];
    }

    /** Most a request pays in a pool, in micro-USD per GPU-hour; more than the most that any price may be counts as that. */
    long limitMicroUsd(Request request, int pool) {
        double h100ePerGpu = catalog.h100ePerGpu(catalog.workload(request.tenant()), chipOfPool[pool]);
        return Math.min(Provider.MAX_MICRO_USD_PER_GPU_HOUR, Money.ofDrawnUsd(request.limitUsd() * h100ePerGpu));
    }

    /** The pool chosen; NONE if no candidate passed. */
    int best() {
        return best.pool();
    }

    /** What it asks, in micro-USD per GPU-hour. */
    long bestMicroUsd() {
        return best.microUsd();
    }

    /** The first pool that passes but for a licence or a screening; NONE if there is none. */
    int attainable() {
        return stages.attainable();
    }

    /** The bits of the rules that have let the request last evaluated pass. */
    long passed() {
        return passed;
    }

    /** The rule that asks for it at {@link #attainable()}; else the rule that refused, if that is how far it came. */
    int deciding() {
        return stages.deciding();
    }

    /** The furthest stage any candidate reached. */
    Stage furthest() {
        return stages.furthest();
    }
}
