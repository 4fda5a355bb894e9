package straits.regulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.scenario.AtShipment;
import straits.scenario.Rule;

/**
 * Rules that bind at the shipment of a delivery. They are asked in this order, whatever their order in the file: extensions; the
 * exemptions, each for what it covers; the low-count exemption for all of the rest or none of it; the country caps. What exceeds
 * all of them stays behind. Among rules of one kind the order of the file decides.
 */
final class ShipmentDoor {

    private final Catalog catalog;
    private final RuleBook book;
    private final InstalledBase base;
    private final Allowances allowances;
    private final CustomRules custom;
    private final ComplianceCosts costs;
    private long reports;

    ShipmentDoor(Catalog catalog, RuleBook book, Quotas quotas, ComplianceCosts costs) {
        this.catalog = catalog;
        this.book = book;
        this.costs = costs;
        base = new InstalledBase(catalog);
        allowances = new Allowances(catalog, book, quotas, base);
        custom = new CustomRules(catalog, book);
    }

    /** Takes a change of the rules into account. */
    void refresh() {
        allowances.refresh();
    }

    /** Shipments reported under an exemption, and notices given of shipments. */
    long reports() {
        return reports;
    }

    /** Notes what left before the start. */
    void arrivesFromBefore(int pool, int gpus) {
        allowances.arrivesFromBefore(pool, gpus);
    }

    /** The first rule, of those not held yet, that asks a licence or permit for a shipment; -1 if none does. */
    int licenceRule(Consignment shipment, IntPredicate held) {
        for (int rule = 0; rule < book.size(); rule++) {
            if (review(rule) != null && refuses(rule, shipment) && !held.test(rule) && !lifted(rule, shipment)) {
                return rule;
            }
        }
        return -1;
    }

    /** The review class of the licence or permit that a rule asks; null if it asks none. */
    @Nullable
    String review(int rule) {
        if (book.rule(rule) instanceof AtShipment.HardwareLicence licence) {
            return licence.review();
        }
        return book.rule(rule) instanceof AtShipment.ThirdCountryPermit permit ? permit.review() : null;
    }

    private boolean refuses(int rule, Consignment shipment) {
        return book.obeyed(rule) && book.binds(rule, shipment);
    }

    private boolean lifted(int rule, Consignment shipment) {
        return book.rule(rule) instanceof AtShipment.HardwareLicence && exemptGpus(shipment) == shipment.gpus();
    }

    private int exemptGpus(Consignment shipment) {
        int exempt = 0;
        for (int rule = 0; rule < book.size(); rule++) {
            if (allowances.exempts(rule, shipment.pool())) {
                int[] limits = allowances.of(rule, shipment.pool());
                exempt += allowances.gpusLeft(limits, shipment.pool(), shipment.gpus() - exempt);
            }
        }
        return exempt;
    }

    /** Whether leases at the owner of a pool are reported: an exemption says so, and there is something to be exempt from. */
    boolean reportsLeases(int pool) {
        for (int rule = 0; rule < book.size(); rule++) {
            if (allowances.exempts(rule, pool) && reports(rule)) {
                return anyBase(each -> book.binds(each, pool));
            }
        }
        return false;
    }

    private boolean reports(int exemption) {
        return ((AtShipment.Exemption) book.rule(exemption)).reports();
    }

    private boolean anyBase(IntPredicate binds) {
        return anyCap(binds) || any(AtShipment.HardwareLicence.class, binds);
    }

    private boolean anyCap(IntPredicate binds) {
        return any(AtShipment.CountryCap.class, binds);
    }

    private boolean any(Class<? extends Rule> kind, IntPredicate binds) {
        for (int rule = 0; rule < book.size(); rule++) {
            if (kind.isInstance(book.rule(rule)) && binds.test(rule)) {
                return true;
            }
        }
        return false;
    }

    /** Lets leave what may, drawing quotas for it. */
    Clearance clear(Consignment shipment, LocalDate date, long nowMicros) {
        Parts parts = new Parts(shipment, nowMicros);
        custom.hold(shipment, date, parts::stop);
        IntPredicate binds = rule -> book.binds(rule, shipment);
        if (anyBase(binds)) {
            exempt(parts);
        }
        if (anyCap(binds)) {
            lowCount(parts, date.getYear());
        }
        if (anyCap(binds) && parts.rest > 0) {
            capped(parts);
        }
        parts.pass(parts.rest, Clearance.NO_RULE, Gatekeeper.NO_QUOTA);
        Clearance clearance = new Clearance(parts.passed, parts.stopped);
        leaves(shipment, clearance.gpus(), date);
        return clearance;
    }

    private void exempt(Parts parts) {
        int pool = parts.shipment.pool();
        for (int rule = 0; rule < book.size(); rule++) {
            if (parts.rest > 0 && allowances.exempts(rule, pool)) {
                int[] limits = allowances.of(rule, pool);
                int lawful = allowances.gpusLeft(limits, pool, parts.rest);
                int tightest = allowances.tightest(limits, pool, parts.rest);
                draw(rule, limits, parts, lawful);
                reports += lawful > 0 && reports(rule) ? 1 : 0;
                parts.pass(lawful, rule, tightest);
            }
        }
    }

    /** A quota binds only where its rule must be obeyed. */
    private void draw(int rule, int[] limits, Parts parts, int gpus) {
        int wanted = book.obeyed(rule) ? parts.rest : gpus;
        allowances.draw(limits, parts.shipment.pool(), wanted, gpus, parts.nowMicros);
    }

    private void lowCount(Parts parts, int year) {
        int pool = parts.shipment.pool();
        for (int rule = 0; rule < book.size(); rule++) {
            if (book.rule(rule) instanceof AtShipment.LowCountExemption exemption
                    && book.binds(rule, parts.shipment)
                    && parts.rest > 0) {
                String recipient = catalog.providers().slug(catalog.pools().provider(pool));
                long granted = Math.round(exemption.perRecipientAndYear().value());
                int[] quota = {allowances.yearly(rule, recipient, year, granted)};
                if (allowances.gpusLeft(quota, pool, parts.rest) == parts.rest) {
                    allowances.draw(quota, pool, parts.rest, parts.rest, parts.nowMicros);
                    parts.pass(parts.rest, rule, quota[0]);
                }
            }
        }
    }

    /** Draws on every cap that must be obeyed what the tightest of them leaves, and counts it on the others. */
    private void capped(Parts parts) {
        int pool = parts.shipment.pool();
        List<Integer> caps = caps(parts.shipment);
        int lawful = parts.rest;
        int tightest = -1;
        for (int rule : caps) {
            int left =
                    book.obeyed(rule) ? allowances.gpusLeft(allowances.of(rule, pool), pool, parts.rest) : parts.rest;
            if (tightest < 0 || left < lawful) {
                tightest = rule;
            }
            lawful = Math.min(lawful, left);
        }
        for (int rule : caps) {
            if (book.obeyed(rule)) {
                draw(rule, allowances.of(rule, pool), parts, lawful);
            } else {
                allowances.count(allowances.of(rule, pool), allowances.tpp(pool, lawful));
            }
        }
        int quota = allowances.of(tightest, pool)[0];
        parts.pass(lawful, tightest, quota);
        parts.stop(new Refusal(tightest, Clause.CAP_EXHAUSTED, quota), parts.rest);
    }

    private List<Integer> caps(Consignment shipment) {
        List<Integer> caps = new ArrayList<>();
        for (int rule = 0; rule < book.size(); rule++) {
            if (book.rule(rule) instanceof AtShipment.CountryCap && book.binds(rule, shipment)) {
                caps.add(rule);
            }
        }
        return caps;
    }

    /** What follows from what leaves: it is there, noticed, paid for. */
    private void leaves(Consignment shipment, int gpus, LocalDate date) {
        if (gpus == 0) {
            return;
        }
        base.add(shipment.pool(), gpus);
        custom.shipped(shipment, gpus, date);
        for (int rule = 0; rule < book.size(); rule++) {
            if (refuses(rule, shipment)) {
                if (book.rule(rule) instanceof AtShipment.ThirdCountryPermit permit && permit.review() == null) {
                    reports++;
                } else if (book.rule(rule) instanceof AtShipment.Duty duty) {
                    costs.duty(shipment.pool(), gpus, duty.rate().value());
                }
            }
        }
    }

    /** A shipment while it is taken apart. */
    private static final class Parts {

        private final Consignment shipment;
        private final long nowMicros;
        private final List<Clearance.Passage> passed = new ArrayList<>();
        private final List<Clearance.Stop> stopped = new ArrayList<>();
        private int rest;

        Parts(Consignment shipment, long nowMicros) {
            this.shipment = shipment;
            this.nowMicros = nowMicros;
            rest = shipment.gpus();
        }

        void pass(int gpus, int rule, int quota) {
            if (gpus > 0) {
                passed.add(new Clearance.Passage(gpus, rule, quota));
                rest -= gpus;
            }
        }

        void stop(Refusal refusal, int gpus) {
            if (gpus > 0) {
                stopped.add(new Clearance.Stop(gpus, refusal));
                rest -= gpus;
            }
        }
    }
}
