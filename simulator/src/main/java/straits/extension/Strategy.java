package straits.extension;

import java.util.List;

/** How one anchor tenant buys in one replication. */
@FunctionalInterface
public interface Strategy {

    /**
     * What it wants to sign, in this order. Of each the market signs what is free, lawful and affordable when its turn comes, or
     * nothing if that is less than the least size of the offer. Where a licence is missing the tenant applies for it.
     *
     * @param review the tenant and its market as they stand
     * @return purchases of offers of this review; empty for none
     */
    List<Purchase> purchases(TenantReview review);
}
