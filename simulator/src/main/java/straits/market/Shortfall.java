package straits.market;

import straits.catalog.Catalog;
import straits.market.inventory.Inventory;
import straits.regulation.Gatekeeper;
import straits.regulation.Verdict;
import straits.scenario.Workload;
import straits.supply.DeliveryBook;

/**
 * Says what stopped an anchor tenant. GPUs that exist or are ordered but could not be had are charged to what held them
 * back, in H100-equivalents: free ones to price, licence, cap or screening; ordered ones to licence, cap, power or time; those it
 * negotiates about to time. If together they exceed what went unfilled they share it in proportion; what they do not explain is a shortage of chips.
 */
final class Shortfall {

    private final Catalog catalog;
    private final Inventory inventory;
    private final Gatekeeper gatekeeper;
    private final DeliveryBook deliveries;

    Shortfall(MarketParts parts, DeliveryBook deliveries) {
        catalog = parts.catalog();
        inventory = parts.inventory();
        gatekeeper = parts.gatekeeper();
        this.deliveries = deliveries;
    }

    /**
     * The unfilled amount by reason, in order of {@link Reason}.
     *
     * @param negotiatedH100e what the tenant negotiates about: only time stands between
     */
    double[] of(int tenant, BlockOffers offers, double unfilledH100e, double negotiatedH100e) {
        double[] held = new double[Reason.values().length];
        if (unfilledH100e > 0) {
            held[Reason.TIME.ordinal()] += negotiatedH100e;
            addFree(held, tenant, offers);
            addOrdered(held, tenant, offers);
            share(held, unfilledH100e);
        }
        return held;
    }

    private void addFree(double[] held, int tenant, BlockOffers offers) {
        for (int pool = 0; pool < inventory.pools(); pool++) {
            int free = inventory.available(pool);
            if (free > 0 && offers.accepts(pool)) {
                long micros = offers.shortestMicros(pool);
                if (micros > 0) {
                    addBarred(held, tenant, pool, micros);
                } else {
                    add(held, Reason.PRICE, tenant, pool, free);
                }
            }
        }
    }

    private void addBarred(double[] held, int tenant, int pool, long micros) {
        int free = inventory.available(pool);
        int barred = free - gatekeeper.anchors().lawfulGpus(tenant, pool, micros);
        if (barred > 0) {
            int rule = gatekeeper.anchors().refusal(tenant, pool, free, micros).rule();
            add(held, reason(gatekeeper.verdict(rule, 0)), tenant, pool, barred);
        }
    }

    /** Where a rule grants no more, or nothing at all, its cap binds; else a licence is wanting. */
    private static Reason reason(Verdict verdict) {
        return switch (verdict) {
            case SCREENABLE, SCREENED_OUT -> Reason.SCREENING;
            case REFUSED -> Reason.CAP;
            case LICENSABLE, LAWFUL -> Reason.LICENCE;
        };
    }

    private void addOrdered(double[] held, int tenant, BlockOffers offers) {
        for (int delivery = 0; delivery < deliveries.size(); delivery++) {
            int pool = deliveries.pool(delivery);
            if (offers.accepts(pool)) {
                add(held, Reason.CAP, tenant, pool, deliveries.cappedRentableGpus(delivery));
                Reason reason = reason(delivery);
                if (reason != Reason.NEED) {
                    add(held, reason, tenant, pool, deliveries.rentableGpus(delivery));
                }
            }
        }
    }

    private Reason reason(int delivery) {
        return switch (deliveries.state(delivery)) {
            case AWAITING_LICENCE, REFUSED -> Reason.LICENCE;
            case AWAITING_POWER -> Reason.POWER;
            case SHIPPED -> Reason.TIME;
            case PLANNED, CANCELLED, ORDERED, IN_SERVICE -> Reason.NEED;
        };
    }

    private void add(double[] held, Reason reason, int tenant, int pool, double gpus) {
        Workload workload = catalog.workload(tenant);
        held[reason.ordinal()] +=
                gpus * catalog.h100ePerGpu(workload, catalog.pools().chip(pool));
    }

    private static void share(double[] held, double unfilledH100e) {
        double sum = 0;
        for (double each : held) {
            sum += each;
        }
        double scale = sum > unfilledH100e ? unfilledH100e / sum : 1;
        for (int reason = 0; reason < held.length; reason++) {
            held[reason] *= scale;
        }
        held[Reason.CHIPS.ordinal()] += Math.max(0, unfilledH100e - sum);
    }
}
