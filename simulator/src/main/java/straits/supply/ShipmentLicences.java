package straits.supply;

import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.regulation.Filing;
import straits.regulation.Gatekeeper;
import straits.regulation.LicenceDesk;
import straits.regulation.Licences;

/** Licences and permits of tranches: which one is wanting, which one is asked for, which ones there are. */
final class ShipmentLicences {

    private static final int NO_RULE = -1;

    private final Catalog catalog;
    private final Gatekeeper gatekeeper;
    private final LicenceDesk desk;

    ShipmentLicences(Catalog catalog, Gatekeeper gatekeeper, LicenceDesk desk) {
        this.catalog = catalog;
        this.gatekeeper = gatekeeper;
        this.desk = desk;
    }

    /** The first rule that asks a licence or permit which the tranche has not; negative if none does. */
    int wanting(Tranche tranche) {
        if (tranche.order().licensed()) {
            return NO_RULE;
        }
        return gatekeeper
                .shipments()
                .licenceRule(tranche.consignment(), rule -> state(tranche, rule) == Licences.State.ACTIVE);
    }

    Licences.@Nullable State state(Tranche tranche, int rule) {
        Integer licence = tranche.order().licences().get(rule);
        return licence == null ? null : gatekeeper.licence(licence);
    }

    /** Whether a tranche waits for what no rule asks any more. */
    boolean waitsInVain(Tranche tranche) {
        return tranche.awaitsLicence()
                && gatekeeper.shipments().licenceRule(tranche.consignment(), rule -> rule != tranche.askedBy()) < 0;
    }

    /** Applies for the licence a rule asks; returns whether the desk took the application in. */
    boolean file(LicenceDesk.Applicant applicant, Tranche tranche, int rule, long elapsedMicros) {
        Order order = tranche.order();
        long ordinal = order.nextApplication();
        tranche.awaitAnswer(rule, ordinal);
        Filing filing = new Filing(
                applicant,
                tranche.id(),
                rule,
                gatekeeper.reviewClass(rule),
                order.terms().provider(),
                country(tranche),
                order.key(),
                ordinal);
        return desk.file(filing, elapsedMicros);
    }

    /** Keeps a licence that was granted for a tranche; one for a country it no longer goes to is of no use to it. */
    void keep(Tranche tranche, Filing filing, int licence) {
        if (filing.country().equals(country(tranche))) {
            tranche.order().licences().put(filing.rule(), licence);
        }
        gatekeeper.shipments().grant(licence, tranche.pool(), tranche.gpus());
    }

    private String country(Tranche tranche) {
        return catalog.countries().slug(catalog.pools().country(tranche.pool()));
    }
}
