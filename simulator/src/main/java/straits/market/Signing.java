package straits.market;

import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.market.lease.Metering;
import straits.market.lease.PriceTerms;
import straits.regulation.Gatekeeper;
import straits.scenario.AnchorTenant;
import straits.units.Money;
import straits.units.SimTime;

/** What an anchor tenant can pay for of an offer, and the leases and blocks it signs. */
final class Signing {

    private final Catalog catalog;
    private final Gatekeeper gatekeeper;
    private final Metering metering;
    private final BlockOffers offers;
    private final SpendingRoom room;
    private final @Nullable Blocks blocks;
    private final int tenant;
    private final AnchorTenant spec;

    /** @param blocks terms of blocks; null where a block is a lease like any other */
    Signing(MarketParts parts, int tenant, BlockOffers offers, SpendingRoom room, @Nullable Blocks blocks) {
        catalog = parts.catalog();
        gatekeeper = parts.gatekeeper();
        metering = parts.metering();
        this.offers = offers;
        this.room = room;
        this.blocks = blocks;
        this.tenant = tenant;
        spec = catalog.anchor(tenant);
    }

    /** GPUs of an offer that its budget pays for, in whole numbers. */
    double affordableGpus(BlockOffers.Offer offer) {
        double affordable = room.affordableH100e(offer.unitUsd(), SimTime.toHours(offers.plannedMicros(offer)));
        return Math.min(Math.floor(affordable / h100ePerGpu(offer)), byPrepayment(offer));
    }

    private double byPrepayment(BlockOffers.Offer offer) {
        double usd = blocks == null || !offer.committed() ? 0 : blocks.prepaidUsdPerGpu(offer);
        return usd == 0 ? Double.MAX_VALUE : Math.floor(room.payableUsd() / usd);
    }

    /** Signs for GPUs of an offer, which are free and lawful, and sets the money aside. */
    void sign(BlockOffers.Offer offer, int gpus) {
        long micros = offers.plannedMicros(offer);
        if (blocks != null && offer.committed()) {
            blocks.sign(offer, gpus);
        } else {
            begin(offer, gpus, micros);
        }
        room.commit(Money.toUsd(offer.microUsd()) * gpus, micros);
    }

    private void begin(BlockOffers.Offer offer, int gpus, long micros) {
        int pool = offer.pool();
        int draw = gatekeeper.anchors().draw(tenant, pool, gpus, micros);
        int lease = metering.open(tenant, pool, gpus, draw);
        metering.owe(lease, gatekeeper.owedShares(tenant, pool));
        long limit = Money.ofUsd(spec.maxPrice().value() * h100ePerGpu(offer));
        PriceTerms terms = offer.committed() ? PriceTerms.COMMITTED : PriceTerms.FLOATING;
        metering.start(lease, offer.microUsd(), limit, terms, micros, SimTime.MICROS_PER_HOUR);
    }

    private double h100ePerGpu(BlockOffers.Offer offer) {
        return catalog.h100ePerGpu(spec.workload(), catalog.pools().chip(offer.pool()));
    }
}
