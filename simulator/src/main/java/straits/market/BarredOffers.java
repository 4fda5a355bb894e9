package straits.market;

import java.util.LinkedHashMap;
import java.util.Map;
import straits.regulation.Denials;
import straits.regulation.Refusal;

/**
 * What rules kept an anchor tenant from signing at one review. Offers under one quota would have filled the same gap, so
 * the most that any of them lacked counts, not their sum.
 */
final class BarredOffers {

    private final Denials denials;
    private final int tenant;
    private final Map<Refusal, Barred> byRefusal = new LinkedHashMap<>();

    private record Barred(int pool, double h100e) {

        Barred larger(Barred other) {
            return other.h100e > h100e ? other : this;
        }
    }

    BarredOffers(Denials denials, int tenant) {
        this.denials = denials;
        this.tenant = tenant;
    }

    void add(int pool, Refusal refusal, double h100e) {
        byRefusal.merge(refusal, new Barred(pool, h100e), Barred::larger);
    }

    /** Forgets what was barred since the last review, which that has counted up to the next one. */
    void forget() {
        byRefusal.clear();
    }

    /** Ends a review: what was barred stays so until the next one. */
    void post(double hoursToNextReview) {
        byRefusal.forEach((refusal, barred) ->
                denials.anchor(tenant, barred.pool(), refusal, barred.h100e() * hoursToNextReview));
        byRefusal.clear();
    }
}
