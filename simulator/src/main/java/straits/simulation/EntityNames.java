package straits.simulation;

import straits.catalog.Catalog;
import straits.event.EventKind;
import straits.market.lease.LeaseBook;

/** What an event happens to, by the keys of the scenario: for messages. */
final class EntityNames {

    private final Assembly parts;

    EntityNames(Assembly parts) {
        this.parts = parts;
    }

    String of(EventKind kind, int subject, long payload) {
        Catalog catalog = parts.catalog();
        return switch (kind) {
            case LEASE_REQUEST, NEGOTIATION_ROUND, PROCUREMENT_REVIEW, BLOCK_STAGE, CHIPS ->
                "tenant " + tenant(subject);
            case GPU_HOUR, LEASE_END, LEASE_EXIT, RENEWAL, RECLAIM, HANDOVER -> lease(subject);
            case CAPACITY_LOSS -> payload == 0 ? pool(subject) : site(subject);
            case RETIREMENT -> pool(subject);
            case POWER_STEP -> site(subject);
            case VENDOR_ALLOCATION -> "chip " + catalog.chips().slug(subject);
            case RULE_CHANGE, WIND_DOWN -> rule(subject);
            case ORDER, SHIPMENT, ENERGISATION, ORDER_CHANGE -> "order " + subject;
            case ORDER_REVIEW -> "order rule " + subject;
            case LICENCE_DECISION -> "application " + subject + " at the licence desk";
            case LICENCE_CHANGE -> "licence " + subject;
            case PATIENCE_EXPIRY, SCREENING -> "request " + subject;
            case REPAIR -> "repair " + subject;
            case PRICE_REVIEW -> "the price policies";
            case SPOT_CLEARING, SPOT_RETURN -> "the spot markets";
            case PERIOD_START, SAMPLING -> "the run";
        };
    }

    private String tenant(int tenant) {
        return parts.catalog().tenants().slug(tenant);
    }

    private String pool(int pool) {
        return "pool " + parts.catalog().poolSlug(pool);
    }

    private String site(int site) {
        return "site " + parts.catalog().sites().slug(site);
    }

    private String lease(int lease) {
        LeaseBook leases = parts.metering().leases();
        return "lease " + lease + " of tenant " + tenant(leases.tenant(lease)) + " in " + pool(leases.pool(lease));
    }

    private String rule(int rule) {
        return "rule " + parts.gatekeeper().ruleKey(rule);
    }
}
