package straits.market.spot;

import java.util.BitSet;
import java.util.List;

/**
 * Bids by price are filled whole as long as they fit; all pay max(reserve, highest bid not filled). Since nobody pays above
 * its bid, whoever bids less than that price is not filled either, even where it would fit.
 */
final class UniformPriceAuction implements SpotMechanism {

    @Override
    public Clearing clear(List<Ask> asks, List<Bid> bids) {
        long price = asks.get(0).microUsd();
        int left = asks.get(0).gpus();
        BitSet filled = new BitSet(bids.size());
        for (int each = 0; each < bids.size(); each++) {
            Bid bid = bids.get(each);
            if (bid.microUsd() >= price && bid.gpus() <= left) {
                filled.set(each);
                left -= bid.gpus();
            } else {
                price = Math.max(price, bid.microUsd());
            }
        }
        return new Clearing(price, List.of(price), filled);
    }
}
