package straits.market.spot;

import java.util.BitSet;
import java.util.List;

/**
 * Bids at or above the reserve are filled whole by price wherever they fit, smaller ones behind a larger one that does not
 * fit too; each pays its bid. The price the market is said to stand at is the lowest bid filled.
 */
final class PayAsBidAuction implements SpotMechanism {

    @Override
    public Clearing clear(List<Ask> asks, List<Bid> bids) {
        long reserve = asks.get(0).microUsd();
        int left = asks.get(0).gpus();
        long lowest = reserve;
        BitSet filled = new BitSet(bids.size());
        for (int each = 0; each < bids.size(); each++) {
            Bid bid = bids.get(each);
            if (bid.microUsd() >= reserve && bid.gpus() <= left) {
                filled.set(each);
                left -= bid.gpus();
                lowest = bid.microUsd();
            }
        }
        return new Clearing(lowest, List.of(reserve), filled);
    }

    @Override
    public long chargeMicroUsd(long standingMicroUsd, long bidMicroUsd) {
        return bidMicroUsd;
    }
}
