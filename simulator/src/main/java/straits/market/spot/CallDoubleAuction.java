package straits.market.spot;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * A call market with one price: bids from the highest down meet asks from the lowest up, each bid whole, for as long as a bid
 * is at or above the ask of the last GPU it takes. The price is the midpoint, rounded down, of the last bid and the last
 * ask that trade (the k-double auction of Chatterjee and Samuelson, Operations Research 31, 1983, with k = 1/2); without a
 * trade it is the lowest ask. A pool whose ask is above the price sells nothing: leases that run there end, whatever they bid.
 */
final class CallDoubleAuction implements SpotMechanism {

    @Override
    public Clearing clear(List<Ask> asks, List<Bid> bids) {
        List<Ask> rising =
                asks.stream().sorted(Comparator.comparingLong(Ask::microUsd)).toList();
        int trading = trading(rising, bids);
        long price = trading == 0 ? rising.get(0).microUsd() : midpoint(rising, bids.subList(0, trading));
        BitSet filled = new BitSet(bids.size());
        for (int each = 0; each < trading; each++) {
            Bid bid = bids.get(each);
            filled.set(each, bid.waits() || asks.get(bid.pool()).microUsd() <= price);
        }
        return new Clearing(price, entries(asks, price), filled);
    }

    /** How many bids trade. */
    private static int trading(List<Ask> rising, List<Bid> bids) {
        long taken = 0;
        int trading = 0;
        for (Bid bid : bids) {
            taken += bid.gpus();
            if (bid.microUsd() < askMicroUsd(rising, taken)) {
                return trading;
            }
            trading++;
        }
        return trading;
    }

    private static long midpoint(List<Ask> rising, List<Bid> trading) {
        long taken = trading.stream().mapToLong(Bid::gpus).sum();
        long bid = trading.get(trading.size() - 1).microUsd();
        return Math.floorDiv(bid + askMicroUsd(rising, taken), 2);
    }

    /** Ask of the last of a number of GPUs, from the lowest up. */
    private static long askMicroUsd(List<Ask> rising, long gpus) {
        long left = gpus;
        for (Ask ask : rising) {
            left -= ask.gpus();
            if (left <= 0) {
                return ask.microUsd();
            }
        }
        return Long.MAX_VALUE;
    }

    private static List<Long> entries(List<Ask> asks, long price) {
        return asks.stream()
                .map(ask -> ask.microUsd() <= price ? price : Long.MAX_VALUE)
                .toList();
    }

    @Override
    public boolean manySellers() {
        return true;
    }
}
