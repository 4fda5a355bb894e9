package straits.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.market.spot.Ask;
import straits.market.spot.Bid;
import straits.market.spot.Clearing;
import straits.market.spot.SpotBook;
import straits.market.spot.SpotLease;
import straits.market.spot.Venue;
import straits.market.tenant.Request;
import straits.scenario.Workload;

/**
 * One clearing of the markets that clear together. A lease bids where it runs. A bid in the line stands in one market: the
 * highest first, each goes where higher bids leave most H100-equivalents, ties to the first.
 */
final class SpotRound {

    private final Catalog catalog;
    private final SpotBook book;
    private final SpotBids line;
    private final long nowMicros;
    private final List<Call> calls = new ArrayList<>();

    /** A bid in the line, or of a lease. */
    private record Bidder(
            Request request, int entry, @Nullable SpotLease lease) {

        private static final Comparator<Bidder> HIGHEST_FIRST = Comparator.<Bidder>comparingDouble(
                        bidder -> -bidder.request().limitUsd())
                .thenComparing(bidder -> bidder.lease() == null)
                .thenComparingLong(bidder -> bidder.request().arrivedMicros())
                .thenComparingInt(bidder -> bidder.request().tenant())
                .thenComparingLong(bidder -> bidder.request().ordinal());
    }

    /** A bid as its market sees it, and the lease that is turned out if it is not filled. */
    private record Placed(Bid bid, @Nullable SpotLease lease) {}

    /** One market. */
    private static final class Call {

        private final Venue venue;
        private final List<Ask> asks;
        private final List<Placed> placed = new ArrayList<>();
        private int leftGpus;

        Call(Venue venue, List<Ask> asks) {
            this.venue = venue;
            this.asks = asks;
            leftGpus = asks.stream().mapToInt(Ask::gpus).sum();
        }
    }

    SpotRound(Catalog catalog, SpotBook book, SpotBids line, List<Venue> venues, long nowMicros) {
        this.catalog = catalog;
        this.book = book;
        this.line = line;
        this.nowMicros = nowMicros;
        for (Venue venue : venues) {
            List<Ask> asks = venue.pools().stream()
                    .map(pool -> book.ask(pool, nowMicros))
                    .toList();
            calls.add(new Call(venue, asks));
        }
    }

    /** Clears all markets; returns the leases that are not filled. */
    List<SpotLease> clear() {
        List<Bidder> bidders = new ArrayList<>();
        for (Call call : calls) {
            call.venue
                    .pools()
                    .forEach(pool -> book.running(pool)
                            .forEach(lease -> bidders.add(new Bidder(lease.request(), WaitingRoom.NONE, lease))));
        }
        line.entries().forEach(entry -> bidders.add(new Bidder(line.request(entry), entry, null)));
        bidders.sort(Bidder.HIGHEST_FIRST);
        bidders.forEach(this::place);
        List<SpotLease> unfilled = new ArrayList<>();
        calls.forEach(call -> clear(call, unfilled));
        return unfilled;
    }

    private void place(Bidder bidder) {
        SpotLease lease = bidder.lease();
        if (lease == null) {
            placeWaiting(bidder.entry());
            return;
        }
        for (Call call : calls) {
            int ask = call.venue.pools().indexOf(lease.pool());
            if (ask >= 0) {
                call.placed.add(new Placed(new Bid(lease.bidMicroUsd(), lease.gpus(), ask), lease));
                call.leftGpus -= lease.gpus();
            }
        }
    }

    private void placeWaiting(int entry) {
        Call best = null;
        for (Call call : calls) {
            if (mayBid(entry, call) && (best == null || leftH100e(call) > leftH100e(best))) {
                best = call;
            }
        }
        if (best == null) {
            return;
        }
        int pool = best.venue.pools().get(0);
        int gpus = line.gpus(entry, pool);
        best.placed.add(new Placed(new Bid(line.microUsd(entry, pool), gpus, Bid.WAITING), null));
        best.leftGpus -= Math.min(gpus, Math.max(0, best.leftGpus));
    }

    private boolean mayBid(int entry, Call call) {
        return IntStream.range(0, call.asks.size())
                .anyMatch(ask -> line.mayBid(
                        entry, call.venue.pools().get(ask), call.asks.get(ask).gpus()));
    }

    private double leftH100e(Call call) {
        return call.leftGpus
                * catalog.chip(catalog.pools().chip(call.venue.pools().get(0))).h100e(Workload.TRAINING);
    }

    private void clear(Call call, List<SpotLease> unfilled) {
        call.placed.sort(Comparator.comparingLong(placed -> -placed.bid().microUsd()));
        List<Bid> bids = call.placed.stream().map(Placed::bid).toList();
        Clearing clearing = call.venue.mechanism().clear(call.asks, bids);
        book.cleared(call.venue, clearing, nowMicros);
        for (int each = 0; each < bids.size(); each++) {
            SpotLease lease = call.placed.get(each).lease();
            if (lease != null && !clearing.filled().get(each)) {
                unfilled.add(lease);
            }
        }
    }
}
