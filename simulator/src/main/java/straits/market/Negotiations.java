package straits.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.bargaining.BargainingStrategy;
import straits.market.bargaining.Negotiation;
import straits.market.bargaining.Negotiation.Ending;
import straits.market.bargaining.NegotiationListener;
import straits.market.bargaining.NegotiationMeasures;
import straits.market.bargaining.NegotiationResult;
import straits.market.inventory.CapacityListener;
import straits.market.inventory.Inventory;
import straits.scenario.TenantNegotiation;
import straits.units.SimTime;

/**
 * The negotiations of one anchor tenant: over blocks, with several providers at a time. They begin together at a review, GPUs
 * under offer are held, and what is not signed goes back on offer. Whoever agrees signs, the cheapest first, until the tenant
 * has what it lacks.
 */
final class Negotiations {

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final Inventory inventory;
    private final CapacityListener capacity;
    private final int tenant;
    private final TenantNegotiation spec;
    private final Buyer buyer;
    private final NegotiationMeasures measures;
    private final Counterparts counterparts;
    private final BargainingStrategy[] strategyOfChip;
    private final long roundMicros;
    private final List<Negotiation> open = new ArrayList<>();
    private NegotiationListener watcher = NegotiationListener.NONE;
    private int rounds;

    /** Whoever the negotiations are for. */
    interface Buyer {

        /** What it lacks, in H100-equivalents, whatever it negotiates about. */
        double lackedH100e();

        /** GPUs of a want that can be had now: free, affordable and lawful. */
        int attainable(BlockOffers.Offer offer, double gpus);

        /** Signs of a block agreed what is affordable and lawful; returns how many GPUs. */
        int signNegotiated(BlockOffers.Offer offer, int gpus);
    }

    /** A negotiation and the price agreed. */
    private record Agreement(Negotiation negotiation, BlockOffers.Offer offer) {}

    Negotiations(
            MarketParts parts,
            int tenant,
            TenantNegotiation spec,
            BlockOffers offers,
            Buyer buyer,
            NegotiationMeasures measures) {
        catalog = parts.catalog();
        scheduler = parts.scheduler();
        inventory = parts.inventory();
        capacity = parts.capacity();
        this.tenant = tenant;
        this.spec = spec;
        this.buyer = buyer;
        this.measures = measures;
        counterparts = new Counterparts(parts, tenant, spec, offers, buyer);
        strategyOfChip = new BargainingStrategy[catalog.chips().size()];
        for (int chip = 0; chip < strategyOfChip.length; chip++) {
            strategyOfChip[chip] = Counterparts.strategy(spec, catalog.h100ePerGpu(catalog.workload(tenant), chip));
        }
        roundMicros = SimTime.durationOfHours(spec.round().value());
    }

    void watch(NegotiationListener who) {
        watcher = who;
    }

    /** Sits down with the providers that are worth it, unless it negotiates already. */
    void open() {
        double lacked = buyer.lackedH100e();
        if (!open.isEmpty() || lacked <= 0) {
            return;
        }
        rounds = 0;
        for (Negotiation each : counterparts.of(lacked)) {
            if (strategy(each).begins(each.sides())) {
                inventory.hold(each.pool(), each.gpus(), scheduler.nowMicros());
                open.add(each);
            } else {
                Ending ending = each.sides().outbid() ? Ending.OUTBID : Ending.NO_SURPLUS;
                end(each, NegotiationResult.without(ending, 0));
            }
        }
        scheduleRound(1);
    }

    private BargainingStrategy strategy(Negotiation negotiation) {
        return strategyOfChip[catalog.pools().chip(negotiation.pool())];
    }

    private void scheduleRound(int round) {
        long at = scheduler.nowMicros() + roundMicros;
        if (!open.isEmpty() && at < catalog.timeline().horizonMicros()) {
            scheduler.schedule(at, EventKind.NEGOTIATION_ROUND, tenant, round);
        }
    }

    /** Carries out a round of all that are open. */
    void conduct(int round) {
        rounds = round;
        List<Negotiation> before = List.copyOf(open);
        List<Agreement> agreed = agreements(round);
        for (Agreement each : agreed) {
            open.remove(each.negotiation());
            inventory.unhold(each.negotiation().pool(), each.negotiation().gpus(), scheduler.nowMicros());
            sign(each);
        }
        leave();
        before.stream().filter(each -> !open.contains(each)).forEach(each -> capacity.capacityGained(each.pool()));
        scheduleRound(round + 1);
    }

    /** Prices agreed in a round, the cheapest per H100-equivalent first, ties by pool. */
    private List<Agreement> agreements(int round) {
        List<Agreement> agreed = new ArrayList<>();
        for (Negotiation each : open) {
            double usd = strategy(each).price(each.sides(), round);
            if (!Double.isNaN(usd)) {
                agreed.add(new Agreement(each, counterparts.offer(each.pool(), each.microUsd(usd))));
            }
        }
        agreed.sort(Comparator.comparingDouble((Agreement each) -> each.offer().unitUsd())
                .thenComparingInt(each -> each.negotiation().pool()));
        return agreed;
    }

    private void sign(Agreement agreement) {
        Negotiation negotiation = agreement.negotiation();
        BlockOffers.Offer offer = agreement.offer();
        int wanted = lackedGpus(negotiation);
        int signed = wanted < offer.minGpus() ? 0 : buyer.signNegotiated(offer, wanted);
        if (signed > 0) {
            end(negotiation, new NegotiationResult(Ending.AGREED, rounds, signed, offer.microUsd()));
        } else {
            Ending ending = wanted < offer.minGpus() ? Ending.NEED_FILLED : Ending.NOT_SIGNED;
            end(negotiation, NegotiationResult.without(ending, rounds));
        }
    }

    /** Of the GPUs under offer, those it still lacks. */
    private int lackedGpus(Negotiation negotiation) {
        double gpus = Math.ceil(buyer.lackedH100e() / counterparts.h100ePerGpu(negotiation.pool()));
        return (int) Math.max(0, Math.min(negotiation.gpus(), gpus));
    }

    /** Ends what leads nowhere any more. */
    private void leave() {
        boolean filled = buyer.lackedH100e() <= 0;
        for (Negotiation each : List.copyOf(open)) {
            if (filled || !strategy(each).goesOn() || rounds >= spec.rounds()) {
                open.remove(each);
                inventory.unhold(each.pool(), each.gpus(), scheduler.nowMicros());
                end(each, NegotiationResult.without(filled ? Ending.NEED_FILLED : Ending.NOT_AGREED, rounds));
            }
        }
    }

    private void end(Negotiation negotiation, NegotiationResult result) {
        measures.add(catalog.pools().provider(negotiation.pool()), negotiation, result);
        watcher.negotiated(scheduler.nowMicros(), negotiation, result);
    }

    /** What it negotiates about, in H100-equivalents; together it may be more than it lacks. */
    double openH100e() {
        double sum = 0;
        for (Negotiation each : open) {
            sum += each.gpus() * counterparts.h100ePerGpu(each.pool());
        }
        return sum;
    }

    /** GPUs of a pool held for it. */
    int heldGpus(int pool) {
        int sum = 0;
        for (Negotiation each : open) {
            sum += each.pool() == pool ? each.gpus() : 0;
        }
        return sum;
    }

    /** The run has ended. */
    void close() {
        open.forEach(each ->
                watcher.negotiated(scheduler.nowMicros(), each, NegotiationResult.without(Ending.OPEN_AT_END, rounds)));
    }
}
