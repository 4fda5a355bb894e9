package straits.market;

import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.market.inventory.CapacityListener;
import straits.market.inventory.Inventory;
import straits.market.lease.Billing;
import straits.market.lease.Metering;
import straits.market.pricing.PriceBook;
import straits.market.spot.Reclaim;
import straits.market.spot.SpotBook;
import straits.random.Randomness;
import straits.regulation.Gatekeeper;
import straits.regulation.LicenceDesk;

/**
 * The parts of one world that request and purchase both need.
 *
 * @param catalog things by id
 * @param scheduler the clock
 * @param randomness the draws of the replication
 * @param inventory GPUs by state
 * @param prices standing prices
 * @param gatekeeper the door
 * @param desk the licence desk
 * @param billing money
 * @param metering leases
 * @param spot spot leases and their prices
 * @param reclaim how they end before their time
 * @param capacity told of GPUs that become free
 */
public record MarketParts(
        Catalog catalog,
        Scheduler scheduler,
        Randomness randomness,
        Inventory inventory,
        PriceBook prices,
        Gatekeeper gatekeeper,
        LicenceDesk desk,
        Billing billing,
        Metering metering,
        SpotBook spot,
        Reclaim reclaim,
        CapacityListener capacity) {}
