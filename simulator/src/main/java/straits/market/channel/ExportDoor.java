package straits.market.channel;

import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.random.Randomness;
import straits.regulation.Clause;
import straits.regulation.Clearance;
import straits.regulation.Consignment;
import straits.regulation.DeskListener.Decision;
import straits.regulation.Filing;
import straits.regulation.Gatekeeper;
import straits.regulation.LicenceDesk;
import straits.regulation.Licences;
import straits.regulation.Refusal;
import straits.scenario.Channel;
import straits.scenario.Workload;
import straits.units.SimTime;

/**
 * The door that every shipment of the regime passes: a licence is asked before the vendor begins, and again at the shipment if a
 * rule came in between; quotas are drawn when the chips leave.
 */
final class ExportDoor implements Door, LicenceDesk.Applicant {

    private final ChannelParts parts;
    private final ChipChannel channel;
    private final int pool;
    private final String holder;
    private final long key;
    private long applications;

    ExportDoor(ChannelParts parts, ChipChannel channel, Channel.LicensedChips spec) {
        this.parts = parts;
        this.channel = channel;
        Catalog catalog = parts.catalog();
        pool = catalog.pools()
                .id(
                        catalog.providers().id(spec.provider()),
                        catalog.sites().id(spec.site()),
                        catalog.chips().id(spec.chip()));
        holder = spec.provider();
        key = Randomness.key(catalog.tenants().slug(parts.tenant()) + "/" + channel.name());
    }

    @Override
    public boolean busy() {
        return channel.orders().stream().anyMatch(order -> order.stage == ChipOrder.Stage.AWAITING_LICENCE);
    }

    @Override
    public void ordered(ChipOrder order) {
        int rule = licenceRule(order);
        if (rule >= 0) {
            file(order, rule);
        } else {
            channel.begin(order);
        }
    }

    /** The first rule that asks a licence which the order has not; negative if none does. */
    private int licenceRule(ChipOrder order) {
        return parts.gatekeeper()
                .shipments()
                .licenceRule(consignment(order), rule -> state(order, rule) == Licences.State.ACTIVE);
    }

    private Licences.@Nullable State state(ChipOrder order, int rule) {
        Integer licence = order.licences.get(rule);
        return licence == null ? null : parts.gatekeeper().licence(licence);
    }

    private Consignment consignment(ChipOrder order) {
        return new Consignment(pool, order.gpus, order.orderedMicros);
    }

    private void file(ChipOrder order, int rule) {
        order.stage = ChipOrder.Stage.AWAITING_LICENCE;
        order.askedBy = rule;
        Gatekeeper gatekeeper = parts.gatekeeper();
        String country =
                parts.catalog().countries().slug(parts.catalog().pools().country(pool));
        Filing filing =
                new Filing(this, order.id, rule, gatekeeper.reviewClass(rule), holder, country, key, applications++);
        if (!parts.desk().file(filing, 0)) {
            refuse(order, Clause.TURNED_AWAY);
        }
    }

    private void refuse(ChipOrder order, Clause clause) {
        leaveBehind(order, order.gpus, parts.gatekeeper().shipments().refusal(order.askedBy, clause));
        channel.cancel(order);
    }

    private void leaveBehind(ChipOrder order, int gpus, Refusal refusal) {
        long now = parts.scheduler().nowMicros();
        long ready = Math.max(now, order.readyMicros);
        double hours = SimTime.toHours(Math.max(0, parts.catalog().timeline().horizonMicros() - ready));
        int chip = parts.catalog().pools().chip(pool);
        double h100e = gpus * parts.catalog().h100ePerGpu(Workload.TRAINING, chip);
        parts.gatekeeper().denials().purchase(pool, gpus, refusal, h100e * hours);
    }

    @Override
    public void decided(Filing filing, Decision decision, int licence, long atMicros) {
        ChipOrder order = channel.orders().get(filing.subject());
        if (decision.approved()) {
            order.licences.put(parts.gatekeeper().licenceRule(licence), licence);
            parts.gatekeeper().shipments().grant(licence, pool, order.gpus);
        }
        if (order.stage == ChipOrder.Stage.AWAITING_LICENCE) {
            if (decision.approved()) {
                proceed(order);
            } else {
                refuse(order, Clause.of(decision));
            }
        }
    }

    private void proceed(ChipOrder order) {
        if (order.vendorDone) {
            shipped(order);
        } else {
            ordered(order);
        }
    }

    /** An order that waits for its suspended licence goes on once it is good again, applies again or is cancelled. */
    @Override
    public void licenceChanged(int subject, int licence) {
        ChipOrder order = channel.orders().get(subject);
        if (order.stage == ChipOrder.Stage.AWAITING_LICENCE
                && order.vendorDone
                && order.licences.containsValue(licence)) {
            shipped(order);
        }
    }

    @Override
    public void ruleChanged() {
        for (ChipOrder order : channel.orders()) {
            if (order.stage == ChipOrder.Stage.AWAITING_LICENCE && licenceRule(order) < 0) {
                proceed(order);
            }
        }
    }

    @Override
    public void shipped(ChipOrder order) {
        int rule = licenceRule(order);
        if (rule >= 0) {
            hold(order, rule);
            return;
        }
        Clearance clearance = parts.gatekeeper().shipments().clear(consignment(order), order.licences.values());
        clearance.stopped().forEach(stop -> leaveBehind(order, stop.gpus(), stop.refusal()));
        channel.ship(order, clearance.gpus());
    }

    private void hold(ChipOrder order, int rule) {
        order.askedBy = rule;
        Licences.State licence = state(order, rule);
        if (licence == Licences.State.SUSPENDED) {
            order.stage = ChipOrder.Stage.AWAITING_LICENCE;
        } else if (licence == Licences.State.REVOKED) {
            refuse(order, Clause.REVOKED);
        } else {
            file(order, rule);
        }
    }
}
