package straits.regulation;

import java.util.HashMap;
import java.util.Map;
import straits.catalog.Catalog;
import straits.scenario.Quantity;
import straits.scenario.Rule;

/**
 * Rules that bind at the shipment of a delivery. A gatekeeper's exemption is used first, then the low-count exemption,
 * then the country's quota; what exceeds all three stays behind.
 */
final class ShipmentDoor {

    private final Catalog catalog;
    private final RuleBook book;
    private final Quotas quotas;
    private final Map<Quotas.Name, Integer> quotaIds = new HashMap<>();
    private long reports;

    ShipmentDoor(Catalog catalog, RuleBook book, Quotas quotas) {
        this.catalog = catalog;
        this.book = book;
        this.quotas = quotas;
    }

    /** Shipments reported under an exemption. */
    long reports() {
        return reports;
    }

    /** The first rule that asks a licence for shipments to a pool; -1 if none does or an exemption lifts it. */
    int licenceRule(int pool) {
        for (int rule = 0; rule < book.size(); rule++) {
            if (book.rule(rule) instanceof Rule.HardwareLicence && book.binds(rule, pool)) {
                return exemption(pool) < 0 ? rule : -1;
            }
        }
        return -1;
    }

    private int exemption(int pool) {
        for (int rule = 0; rule < book.size(); rule++) {
            if (book.rule(rule) instanceof Rule.GatekeeperExemption && book.binds(rule, pool)) {
                return rule;
            }
        }
        return -1;
    }

    /** GPUs of a shipment that may leave, drawing quotas for them. */
    int clear(int pool, int gpus, int year, long nowMicros) {
        int exempt = exempted(pool, gpus, nowMicros);
        int rest = gpus - exempt;
        for (int rule = 0; rule < book.size() && rest > 0; rule++) {
            if (book.rule(rule) instanceof Rule.CountryCap cap && book.binds(rule, pool)) {
                rest = lowCount(pool, rest, year) ? rest : drawCap(rule, cap, pool, rest, nowMicros);
            }
        }
        return exempt + rest;
    }

    private int exempted(int pool, int gpus, long nowMicros) {
        int rule = exemption(pool);
        if (rule < 0) {
            return 0;
        }
        Rule.GatekeeperExemption exemption = (Rule.GatekeeperExemption) book.rule(rule);
        String provider = catalog.providers().slug(catalog.pools().provider(pool));
        Quantity limit = exemption.limits().get(provider);
        int lawful = limit == null
                ? gpus
                : draw(name(rule, provider, country(pool)), Math.round(limit.value()), pool, gpus, nowMicros);
        if (exemption.reports() && lawful > 0) {
            reports++;
        }
        return lawful;
    }

    private boolean lowCount(int pool, int gpus, int year) {
        for (int rule = 0; rule < book.size(); rule++) {
            if (book.rule(rule) instanceof Rule.LowCountExemption exemption && book.binds(rule, pool)) {
                String recipient = catalog.providers().slug(catalog.pools().provider(pool)) + "-" + year;
                int quota = quota(
                        name(rule, recipient, ""),
                        Math.round(exemption.perRecipientAndYear().value()));
                if (tpp(pool, gpus) <= quotas.leftTpp(quota)) {
                    quotas.draw(quota, tpp(pool, gpus));
                    return true;
                }
            }
        }
        return false;
    }

    private int drawCap(int rule, Rule.CountryCap cap, int pool, int gpus, long nowMicros) {
        return draw(name(rule, "", country(pool)), Math.round(cap.cap().value()), pool, gpus, nowMicros);
    }

    private int draw(Quotas.Name name, long grantedTpp, int pool, int gpus, long nowMicros) {
        int quota = quota(name, grantedTpp);
        long tpp = tpp(pool, 1);
        int lawful = tpp == 0 ? gpus : (int) Math.min(gpus, quotas.leftTpp(quota) / tpp);
        quotas.draw(quota, tpp(pool, lawful));
        if (lawful < gpus) {
            quotas.bound(quota, nowMicros);
        }
        return lawful;
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
