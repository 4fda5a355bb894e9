package straits.market.channel;

import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.regulation.Gatekeeper;
import straits.regulation.LicenceDesk;

/**
 * What the channels of one tenant work with.
 *
 * @param catalog things by id
 * @param scheduler the clock
 * @param gatekeeper the door
 * @param desk the licence desk
 * @param tenant the tenant
 */
public record ChannelParts(Catalog catalog, Scheduler scheduler, Gatekeeper gatekeeper, LicenceDesk desk, int tenant) {}
