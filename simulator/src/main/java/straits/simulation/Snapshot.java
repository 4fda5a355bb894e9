package straits.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.engine.Engine;
import straits.market.OutcomeBook;
import straits.market.Procurement;
import straits.market.failure.Outages;
import straits.market.inventory.Inventory;
import straits.market.lease.Billing;
import straits.market.lease.LeaseEnd;
import straits.market.lease.Metering;
import straits.market.pricing.PriceBook;
import straits.market.spot.SpotMeasures;
import straits.regulation.Denials;
import straits.regulation.DeskMeasures;
import straits.regulation.Gatekeeper;
import straits.regulation.Quotas;
import straits.supply.DeliveryBook;

/** What a run left behind, for reading only: every table and answer is computed from it. */
public final class Snapshot {

    private final World world;
    private final Assembly parts;
    private final long events;
    private final DeskMeasures.Summary desk;
    private final long eventsFingerprint;
    private final long booksFingerprint;

    Snapshot(World world, Assembly parts, Engine engine, Course course) {
        this.world = world;
        this.parts = parts;
        events = engine.handled();
        eventsFingerprint = course.events();
        booksFingerprint = course.books();
        desk = parts.desk().measures().summary(engine.nowMicros());
    }

    /** Scenario and regime. */
    public World world() {
        return world;
    }

    /** The scenario by ids. */
    public Catalog catalog() {
        return world.catalog();
    }

    /** GPU-hours by pool and state. */
    public Inventory inventory() {
        return parts.inventory();
    }

    /** Prices. */
    public PriceBook prices() {
        return parts.prices();
    }

    /** Money and metered hours. */
    public Billing billing() {
        return parts.billing();
    }

    /** GPU-hours held by tenant and chip, and counts of leases. */
    public Metering metering() {
        return parts.metering();
    }

    /** Failures and repairs; null where nothing fails. */
    public @Nullable Outages outages() {
        return parts.outages();
    }

    /** Spot leases and their prices. */
    public SpotMeasures spot() {
        return parts.spot().measures();
    }

    /** Requests by outcome. */
    public OutcomeBook outcomes() {
        return parts.marketplace().outcomes();
    }

    /** What requests asked for, as drawn; see {@link Expected#demandH100eHours()}. */
    public double drawnDemandH100eHours() {
        return parts.marketplace().outcomes().drawnH100eHours();
    }

    /** Orders on their way, and what became of them. */
    public DeliveryBook deliveries() {
        return parts.deliveries().book();
    }

    /** What deliveries would have brought, as drawn; see {@link Expected#supplyH100eHours()}. */
    public double drawnSupplyH100eHours() {
        return parts.deliveries().book().drawnH100eHours();
    }

    /** All that rules refused. */
    public Denials denials() {
        return parts.gatekeeper().denials();
    }

    /** Requests of a class in the line, integrated over time in hours. */
    public double waitingHours(int tenant) {
        return parts.marketplace().waitingHours(tenant);
    }

    /** Anchor tenants, in order of tenant. */
    public List<Procurement> procurements() {
        return parts.procurements();
    }

    /** Quotas. */
    public Quotas quotas() {
        return parts.gatekeeper().quotas();
    }

    /** The door, for keys of rules and counts of reports. */
    public Gatekeeper gatekeeper() {
        return parts.gatekeeper();
    }

    /** The licence desk. */
    public DeskMeasures.Summary desk() {
        return desk;
    }

    /** What happened at the licence desk by period and review class. */
    public DeskMeasures deskMeasures() {
        return parts.desk().measures();
    }

    /** Events handled. */
    public long events() {
        return events;
    }

    /** A hash of the events in their order; two runs with another are not the same. */
    public long eventsFingerprint() {
        return eventsFingerprint;
    }

    /** A hash of what stood on all accounts and in all pools at the end of every month and of the run. */
    public long booksFingerprint() {
        return booksFingerprint;
    }

    /** Lease-hours metered, one event each. */
    public long gpuHourEvents() {
        return parts.metering().gpuHourEvents();
    }

    /** Leases that ended for a reason. */
    public long leasesEnded(LeaseEnd reason) {
        return parts.metering().ended(reason);
    }
}
