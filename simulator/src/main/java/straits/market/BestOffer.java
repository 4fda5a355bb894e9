package straits.market;

import straits.catalog.Catalog;
import straits.market.pricing.PriceBook;
import straits.market.tenant.ClassDemand;
import straits.market.tenant.Request;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.scenario.TenantClass.Choice;
import straits.scenario.TenantClass.ChoiceRule;

/**
 * The best offer a request has met: by a list of providers if its class has one, then the cheapest per H100-equivalent or, by multinomial
 * logit, that with the highest -price / scale + Gumbel noise, keyed by request and pool.
 */
final class BestOffer {

    private final Catalog catalog;
    private final PriceBook prices;
    private final KeyedDraws noise;
    private final long[] classKey;
    private final long[] poolKey;

    /** By tenant that tries providers in a listed order and by pool: the place in the list; empty for others. */
    private final int[][] places;

    private int best = OfferChoice.NONE;
    private long bestMicroUsd;
    private int bestPlace;
    private double bestScore;

    BestOffer(MarketParts parts, ClassDemand[] demand) {
        catalog = parts.catalog();
        prices = parts.prices();
        noise = parts.randomness().keyed("choice");
        classKey = new long[demand.length];
        places = new int[demand.length][];
        for (int tenant = 0; tenant < demand.length; tenant++) {
            classKey[tenant] = Randomness.key(catalog.tenants().slug(tenant));
            places[tenant] = places(demand[tenant].spec().choice());
        }
        poolKey = new long[catalog.pools().size()];
        for (int pool = 0; pool < poolKey.length; pool++) {
            poolKey[pool] = Randomness.key(catalog.poolSlug(pool));
        }
    }

    private int[] places(Choice how) {
        int[] of = new int[how.rule() == ChoiceRule.LISTED ? catalog.pools().size() : 0];
        for (int pool = 0; pool < of.length; pool++) {
            of[pool] = how.providers()
                    .indexOf(catalog.providers().slug(catalog.pools().provider(pool)));
        }
        return of;
    }

    /** The pool's place in the order that a tenant goes by before price; 0 for all if it has none. */
    int place(int tenant, int pool) {
        return places[tenant].length == 0 ? 0 : places[tenant][pool];
    }

    /** Forgets what was met. */
    void clear() {
        best = OfferChoice.NONE;
    }

    /** Takes an offer, whatever else was met. */
    void take(int pool, long microUsd) {
        best = pool;
        bestMicroUsd = microUsd;
    }

    /** Takes an offer if it is better than all before it; of two as good, that of the pool listed first. */
    void compare(Request request, ClassDemand who, int pool, long microUsd) {
        double score = -prices.unitUsd(pool, microUsd, who.workload());
        if (who.spec().choice().rule() == ChoiceRule.LOGIT) {
            double u = noise.uniform(classKey[request.tenant()], request.ordinal(), poolKey[pool]);
            score = score / who.spec().choice().scale().value() - StrictMath.log(-StrictMath.log(u));
        }
        int place = place(request.tenant(), pool);
        boolean better = score > bestScore || (score == bestScore && pool < best);
        if (best == OfferChoice.NONE || place < bestPlace || (place == bestPlace && better)) {
            take(pool, microUsd);
            bestPlace = place;
            bestScore = score;
        }
    }

    /** Its pool; NONE without one. */
    int pool() {
        return best;
    }

    /** What it asks, in micro-USD per GPU-hour. */
    long microUsd() {
        return bestMicroUsd;
    }
}
