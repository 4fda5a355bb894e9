package straits.simulation;

import java.util.Objects;
import straits.engine.EventHandler;
import straits.event.EventKind;
import straits.market.Marketplace;
import straits.market.Procurement;
import straits.market.failure.Outages;
import straits.market.lease.Metering;
import straits.regulation.RuleStage;

/** The table of contents of the model: where each kind of event goes. */
final class EventRouter implements EventHandler {

    /** Subject of the period event that ends the warm-up. */
    static final int WARM_UP_ENDS = -1;

    private final Assembly parts;
    private final Metering metering;
    private final Marketplace marketplace;
    private final Course course;

    EventRouter(Assembly parts, Course course) {
        this.parts = parts;
        this.course = course;
        metering = parts.metering();
        marketplace = parts.marketplace();
    }

    @Override
    public void handle(EventKind kind, int subject, long payload) {
        if (kind == EventKind.GPU_HOUR) {
            metering.onGpuHours(subject, payload);
        } else {
            course.event(kind, subject, payload);
            route(kind, subject, payload);
        }
    }

    private void route(EventKind kind, int subject, long payload) {
        switch (kind) {
            case LEASE_REQUEST -> marketplace.onLeaseRequest(subject, payload);
            case LEASE_END -> metering.onLeaseEnd(subject);
            case PATIENCE_EXPIRY -> marketplace.onPatienceExpiry(subject);
            case PRICE_REVIEW -> onPriceReview(subject, payload);
            case LEASE_EXIT -> metering.onExit(subject);
            case RENEWAL -> parts.reservations().onRenewal(subject);
            case PROCUREMENT_REVIEW -> procurement(subject).onReview();
            case BLOCK_STAGE -> procurement(subject).onBlockStage(payload);
            case LICENCE_DECISION -> parts.desk().onDecision(subject, payload);
            case LICENCE_CHANGE -> parts.onLicenceChange(subject, payload);
            case RULE_CHANGE -> parts.onRuleChange(RuleStage.of(payload));
            case RECLAIM -> parts.reclaim().onReclaim(subject, payload);
            case HANDOVER -> metering.onHandover(subject);
            case SPOT_CLEARING -> marketplace.onSpotClearing(payload);
            case SPOT_RETURN -> marketplace.onSpotReturn();
            case WIND_DOWN -> parts.windDown().onOver(subject);
            case SCREENING -> marketplace.onScreened(subject);
            case ORDER -> parts.deliveries().onOrder(subject);
            case SHIPMENT -> parts.deliveries().onShipment(subject);
            case ENERGISATION -> parts.deliveries().onEnergisation(subject);
            case VENDOR_ALLOCATION -> parts.deliveries().onVendorAllocation(subject, (int) payload);
            case ORDER_CHANGE -> parts.deliveries().onOrderChange(subject, payload);
            case ORDER_REVIEW -> parts.deliveries().onOrderReview(subject, payload);
            case RETIREMENT -> parts.deliveries().onRetirement(subject, payload);
            case POWER_STEP -> parts.deliveries().onPowerStep(subject, (int) payload);
            case CHIPS -> procurement(subject).onChips(payload);
            case PERIOD_START -> onPeriodStart(subject);
            case CAPACITY_LOSS -> outages().onCapacityLoss(subject, payload);
            case REPAIR -> outages().onRepair(subject);
            case NEGOTIATION_ROUND -> procurement(subject).onNegotiationRound((int) payload);
            case GPU_HOUR, SAMPLING ->
                throw new IllegalStateException(kind + " is not scheduled by this version of the model");
        }
    }

    private Outages outages() {
        return Objects.requireNonNull(parts.outages(), "GPUs fail where nothing says how");
    }

    private void onPriceReview(int subject, long periodMicros) {
        if (subject == Assembly.PRICE_DATE) {
            parts.onPriceDate();
        } else {
            parts.onPriceReview(periodMicros);
        }
    }

    private void onPeriodStart(int period) {
        if (period == WARM_UP_ENDS) {
            parts.endWarmUp();
        } else {
            course.books(parts.inventory(), parts.billing().ledger());
            parts.enterPeriod(period);
        }
    }

    private Procurement procurement(int tenant) {
        return parts.procurements().get(tenant - parts.catalog().classCount());
    }
}
