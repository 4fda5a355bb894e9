package straits.regulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import straits.catalog.Catalog;
import straits.scenario.AtShipment;
import straits.scenario.Quantity;
import straits.scenario.Rule;

/**
 * Rules that bind at the shipment of a delivery. A gatekeeper's exemption is used first, then the low-count exemption,
 * then the country's quota; what exceeds all three stays behind.
 */
final class ShipmentDoor {

    private static final int NO_LIMIT = -1;

    private final Catalog catalog;
    private final RuleBook book;
    private final Quotas quotas;
    private final Map<Quotas.Name, Integer> quotaIds = new HashMap<>();
    private final CustomRules custom;
    private long reports;

    ShipmentDoor(Catalog catalog, RuleBook book, Quotas quotas) {
        this.catalog = catalog;
        this.book = book;
        this.quotas = quotas;
        custom = new CustomRules(catalog, book);
    }

    /** Shipments reported under an exemption. */
    long reports() {
        return reports;
    }

    /** The first rule that asks a licence for a shipment to a pool; -1 if none does or an exemption covers all of it. */
    int licenceRule(int pool, int gpus) {
        for (int rule = 0; rule < book.size(); rule++) {
            if (book.rule(rule) instanceof AtShipment.HardwareLicence && book.binds(rule, pool)) {
                return exemptGpus(exemption(pool), pool, gpus) < gpus ? rule : -1;
            }
        }
        return -1;
    }

    /** The exemption in force for shipments to a pool; -1 if there is none, or nothing to be exempt from. */
    int exemption(int pool) {
        return anyBinds(pool, AtShipment.HardwareLicence.class) || anyBinds(pool, AtShipment.CountryCap.class)
                ? exemptionInForce(pool)
                : -1;
    }

    private boolean anyBinds(int pool, Class<? extends Rule> kind) {
        for (int rule = 0; rule < book.size(); rule++) {
            if (kind.isInstance(book.rule(rule)) && book.binds(rule, pool)) {
                return true;
            }
        }
        return false;
    }

    private int exemptionInForce(int pool) {
        for (int rule = 0; rule < book.size(); rule++) {
            if (book.rule(rule) instanceof AtShipment.GatekeeperExemption && book.binds(rule, pool)) {
                return rule;
            }
        }
        return -1;
    }

    /** GPUs of a shipment that may leave, drawing quotas for them. */
    int clear(int pool, int gpus, LocalDate date, long nowMicros) {
        int lawful = cleared(pool, custom.lawfulGpus(pool, gpus, date), date.getYear(), nowMicros);
        custom.shipped(pool, lawful, date);
        return lawful;
    }

    private int cleared(int pool, int gpus, int year, long nowMicros) {
        int exempt = exempted(pool, gpus, nowMicros);
        int rest = gpus - exempt;
        boolean free = rest == 0 || !anyBinds(pool, AtShipment.CountryCap.class) || lowCount(pool, rest, year);
        return exempt + (free ? rest : capped(pool, rest, nowMicros));
    }

    private int exempted(int pool, int gpus, long nowMicros) {
        int rule = exemption(pool);
        int lawful = exemptGpus(rule, pool, gpus);
        if (rule >= 0) {
            int quota = limit(rule, pool);
            if (quota != NO_LIMIT) {
                draw(quota, pool, gpus, lawful, nowMicros);
            }
            reports += lawful > 0 && reports(rule) ? 1 : 0;
        }
        return lawful;
    }

    /** Whether shipments and leases under an exemption are reported. */
    boolean reports(int exemption) {
        return ((AtShipment.GatekeeperExemption) book.rule(exemption)).reports();
    }

    /** GPUs of a shipment that an exemption covers now. */
    int exemptGpus(int pool, int gpus) {
        return exemptGpus(exemption(pool), pool, gpus);
    }

    private int exemptGpus(int exemption, int pool, int gpus) {
        if (exemption < 0) {
            return 0;
        }
        int quota = limit(exemption, pool);
        return quota == NO_LIMIT ? gpus : gpusLeft(quota, pool, gpus);
    }

    /** The quota that limits an exemption for the owner of a pool; {@link #NO_LIMIT} if it has no limit. */
    private int limit(int exemption, int pool) {
        String provider = catalog.providers().slug(catalog.pools().provider(pool));
        Quantity limit =
                ((AtShipment.GatekeeperExemption) book.rule(exemption)).limits().get(provider);
        return limit == null ? NO_LIMIT : quota(name(exemption, provider, country(pool)), Math.round(limit.value()));
    }

    private boolean lowCount(int pool, int gpus, int year) {
        for (int rule = 0; rule < book.size(); rule++) {
            if (book.rule(rule) instanceof AtShipment.LowCountExemption exemption && book.binds(rule, pool)) {
                String recipient = catalog.providers().slug(catalog.pools().provider(pool)) + "-" + year;
                int quota = quota(
                        new Quotas.Name(book.key(rule), recipient, "", Integer.toString(year), ""),
                        Math.round(exemption.perRecipientAndYear().value()));
                if (tpp(pool, gpus) <= quotas.leftTpp(quota)) {
                    quotas.draw(quota, tpp(pool, gpus));
                    return true;
                }
            }
        }
        return false;
    }

    /** Draws on every cap in force what the tightest of them leaves. */
    private int capped(int pool, int gpus, long nowMicros) {
        List<Integer> caps = caps(pool);
        int lawful = gpus;
        for (int quota : caps) {
            lawful = Math.min(lawful, gpusLeft(quota, pool, gpus));
        }
        for (int quota : caps) {
            draw(quota, pool, gpus, lawful, nowMicros);
        }
        return lawful;
    }

    /** What keeps the rest of a shipment behind: the first cap that is used up, else the first rule of an extension. */
    Refusal refusal(int pool) {
        for (int rule = 0; rule < book.size(); rule++) {
            if (book.rule(rule) instanceof AtShipment.CountryCap cap && book.binds(rule, pool)) {
                int quota = quota(
                        name(rule, "", country(pool)), Math.round(cap.cap().value()));
                if (gpusLeft(quota, pool, 1) == 0) {
                    return new Refusal(rule, Clause.CAP_EXHAUSTED, quota);
                }
            }
        }
        return new Refusal(custom.binding(pool), Clause.PROHIBITED, Gatekeeper.NO_QUOTA);
    }

    private List<Integer> caps(int pool) {
        List<Integer> caps = new ArrayList<>();
        for (int rule = 0; rule < book.size(); rule++) {
            if (book.rule(rule) instanceof AtShipment.CountryCap cap && book.binds(rule, pool)) {
                caps.add(quota(
                        name(rule, "", country(pool)), Math.round(cap.cap().value())));
            }
        }
        return caps;
    }

    private int gpusLeft(int quota, int pool, int gpus) {
        long tpp = tpp(pool, 1);
        return tpp == 0 ? gpus : (int) Math.min(gpus, quotas.leftTpp(quota) / tpp);
    }

    private void draw(int quota, int pool, int wantedGpus, int gpus, long nowMicros) {
        if (gpusLeft(quota, pool, wantedGpus) < wantedGpus) {
            quotas.bound(quota, nowMicros);
        }
        quotas.draw(quota, tpp(pool, gpus));
    }

    private int quota(Quotas.Name name, long grantedTpp) {
        return quotaIds.computeIfAbsent(name, each -> quotas.open(each, grantedTpp));
    }

    private Quotas.Name name(int rule, String holder, String country) {
        return new Quotas.Name(book.key(rule), holder, country);
    }

    private String country(int pool) {
        return catalog.countries().slug(catalog.pools().country(pool));
    }

    private long tpp(int pool, int gpus) {
        return catalog.tppPerGpu(catalog.pools().chip(pool)) * gpus;
    }
}
