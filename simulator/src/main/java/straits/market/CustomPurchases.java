package straits.market;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import straits.catalog.Catalog;
import straits.extension.BlockOffer;
import straits.extension.Extensions;
import straits.extension.Purchase;
import straits.extension.Strategy;
import straits.extension.TenantReview;
import straits.market.tenant.AnchorPlan;
import straits.scenario.AnchorTenant;
import straits.units.Money;
import straits.units.SimTime;

/** What an anchor tenant wants to sign at a review, as an extension says. */
final class CustomPurchases {

    private final Catalog catalog;
    private final int tenant;
    private final String name;
    private final Strategy strategy;

    /**
     * A purchase of one of the market's offers.
     *
     * @param offer the offer
     * @param gpus how many GPUs of it at most
     */
    record Wish(BlockOffers.Offer offer, int gpus) {}

    CustomPurchases(Catalog catalog, int tenant, String name) {
        this.catalog = catalog;
        this.tenant = tenant;
        this.name = name;
        AnchorTenant spec = catalog.anchor(tenant);
        strategy = Extensions.create(Extensions.installed().strategies(), name, spec.strategyTexts());
    }

    /** The wishes at a review, in their order. */
    List<Wish> of(long nowMicros, AnchorPlan plan, double heldH100e, BlockOffers offers) {
        Map<BlockOffer, BlockOffers.Offer> own = new HashMap<>();
        List<BlockOffer> shown = new ArrayList<>();
        for (BlockOffers.Offer offer : offers.cheapestFirst()) {
            BlockOffer view = view(offer, offers.available(offer));
            own.put(view, offer);
            shown.add(view);
        }
        TenantReview review = new TenantReview(
                catalog.tenants().slug(tenant),
                catalog.timeline().date(nowMicros),
                plan.needH100e(nowMicros),
                heldH100e,
                catalog.anchor(tenant).maxPrice().value(),
                shown);
        return strategy.purchases(review).stream()
                .map(purchase -> wish(purchase, own))
                .toList();
    }

    private Wish wish(Purchase purchase, Map<BlockOffer, BlockOffers.Offer> own) {
        BlockOffers.Offer offer = own.get(purchase.offer());
        if (offer == null) {
            throw new IllegalStateException(
                    "strategy \"" + name + "\" wants " + purchase + "; must be one of the offers of the review");
        }
        return new Wish(offer, purchase.gpus());
    }

    private BlockOffer view(BlockOffers.Offer offer, int availableGpus) {
        int chip = catalog.pools().chip(offer.pool());
        return new BlockOffer(
                catalog.providers().slug(catalog.pools().provider(offer.pool())),
                catalog.sites().slug(catalog.pools().site(offer.pool())),
                catalog.countries().slug(catalog.pools().country(offer.pool())),
                catalog.chips().slug(chip),
                offer.committed(),
                SimTime.toHours(offer.termMicros()),
                offer.minGpus(),
                availableGpus,
                catalog.h100ePerGpu(catalog.workload(tenant), chip),
                Money.toUsd(offer.microUsd()));
    }
}
