package straits.regulation;

import java.util.Collection;
import java.util.function.IntPredicate;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.scenario.AtShipment;

/** Where shipments ask for their licences, permits and quotas. */
public final class ShipmentGate {

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final RuleBook book;
    private final LicenceDesk desk;
    private final Quotas quotas;
    private final LeaseRules leaseRules;
    private final ShipmentDoor door;

    ShipmentGate(
            Catalog catalog,
            Scheduler scheduler,
            RuleBook book,
            LicenceDesk desk,
            LeaseRules leaseRules,
            ShipmentDoor door) {
        this.catalog = catalog;
        this.scheduler = scheduler;
        this.book = book;
        this.desk = desk;
        this.leaseRules = leaseRules;
        this.door = door;
        quotas = desk.licences().quotas();
    }

    /**
     * The first rule that asks a licence or permit for a shipment now; -1 if none does.
     *
     * @param held by rule, whether the shipment has what the rule asks
     */
    public int licenceRule(Consignment shipment, IntPredicate held) {
        return door.licenceRule(shipment, held);
    }

    /** The refusal of what a rule asks for shipments; a permit refused is told apart from a licence. */
    public Refusal refusal(int rule, Clause clause) {
        boolean permit = book.rule(rule) instanceof AtShipment.ThirdCountryPermit;
        return new Refusal(
                rule, permit && clause == Clause.REFUSED ? Clause.PERMIT_REFUSED : clause, Gatekeeper.NO_QUOTA);
    }

    /**
     * Says what of a shipment may leave now, drawing quotas for it.
     *
     * @param licences the licences and permits it has; a hardware licence is drawn for what no exemption lets pass, a permit for all
     */
    public Clearance clear(Consignment shipment, Collection<Integer> licences) {
        long now = scheduler.nowMicros();
        Clearance clearance = door.clear(shipment, catalog.timeline().date(now), now);
        for (int licence : licences) {
            if (book.inForce(desk.licences().filing(licence).rule())) {
                boolean permit =
                        book.rule(desk.licences().filing(licence).rule()) instanceof AtShipment.ThirdCountryPermit;
                int gpus = permit ? clearance.gpus() : clearance.gpus() - exempt(clearance);
                quotas.draw(desk.licences().quota(licence), leaseRules.tpp(shipment.pool(), gpus));
            }
        }
        return clearance;
    }

    private int exempt(Clearance clearance) {
        return clearance.passed().stream()
                .filter(each -> each.rule() >= 0 && book.rule(each.rule()) instanceof AtShipment.Exemption)
                .mapToInt(Clearance.Passage::gpus)
                .sum();
    }

    /** Notes GPUs that were on their way to a pool before the start. */
    public void arrivesFromBefore(int pool, int gpus) {
        door.arrivesFromBefore(pool, gpus);
    }

    /** Lets a hardware licence cover GPUs of an order. */
    public void grant(int licence, int pool, int gpus) {
        String rule = book.key(desk.licences().filing(licence).rule());
        desk.licences().open(licence, rule, leaseRules.tpp(pool, gpus));
    }
}
