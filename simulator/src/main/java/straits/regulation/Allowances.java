package straits.regulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import straits.catalog.Catalog;
import straits.scenario.AtShipment;
import straits.scenario.AtShipment.Company;
import straits.scenario.AtShipment.Counts;
import straits.scenario.Dated;
import straits.scenario.Quantity;

/**
 * The amounts that rules at shipment allow, as quotas. A quota opens with what is in force on the day of its first use and grows
 * when a date adds to it; one that counts a stock opens with the rule and counts what is there already.
 */
final class Allowances {

    private static final int[] NO_LIMIT = {};

    private final Catalog catalog;
    private final RuleBook book;
    private final Quotas quotas;
    private final InstalledBase base;
    private final Map<Quotas.Name, Integer> ids = new HashMap<>();
    private final List<Amount> amounts = new ArrayList<>();
    private final boolean[] baseCounted;

    /** What a quota is granted on a date. */
    private record Amount(int quota, ToLongFunction<LocalDate> tppOn) {}

    Allowances(Catalog catalog, RuleBook book, Quotas quotas, InstalledBase base) {
        this.catalog = catalog;
        this.book = book;
        this.quotas = quotas;
        this.base = base;
        baseCounted = new boolean[book.size()];
    }

    /** Takes a change of the rules into account. */
    void refresh() {
        LocalDate today = book.today();
        for (Amount amount : amounts) {
            quotas.grant(amount.quota(), amount.tppOn().applyAsLong(today) - quotas.grantedTpp(amount.quota()));
        }
        for (int rule = 0; rule < baseCounted.length; rule++) {
            if (!baseCounted[rule] && book.inForce(rule) && countsStock(rule)) {
                baseCounted[rule] = true;
                countBase(rule);
            }
        }
    }

    private boolean countsStock(int rule) {
        return book.rule(rule) instanceof AtShipment.CountryCap cap
                ? cap.counts() == Counts.STOCK
                : book.rule(rule) instanceof AtShipment.UniversalValidatedEndUser
                        || book.rule(rule) instanceof AtShipment.NationalValidatedEndUser;
    }

    private void countBase(int rule) {
        for (int pool = 0; pool < catalog.pools().size(); pool++) {
            countStock(rule, pool, base.gpus(pool));
        }
    }

    /** Adds to the base what was on its way before the start. */
    void arrivesFromBefore(int pool, int gpus) {
        base.add(pool, gpus);
        for (int rule = 0; rule < baseCounted.length; rule++) {
            if (baseCounted[rule]) {
                countStock(rule, pool, gpus);
            }
        }
    }

    /** The base of an exempted owner does not count on the country, nor do its shipments. */
    private void countStock(int rule, int pool, long gpus) {
        boolean exemption = book.rule(rule) instanceof AtShipment.Exemption;
        if (exemption ? exempts(rule, pool) : book.binds(rule, pool) && !exempted(pool)) {
            count(of(rule, pool), tpp(pool, gpus));
        }
    }

    private boolean exempted(int pool) {
        for (int rule = 0; rule < book.size(); rule++) {
            if (exempts(rule, pool)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a rule is an exemption in force for the owner of a pool. */
    boolean exempts(int rule, int pool) {
        return book.rule(rule) instanceof AtShipment.Exemption exemption
                && book.binds(rule, pool)
                && exemption.reaches(provider(pool));
    }

    /** The quotas that limit what a rule allows for a pool; none if nothing does. */
    int[] of(int rule, int pool) {
        String country = catalog.countries().slug(catalog.pools().country(pool));
        if (book.rule(rule) instanceof AtShipment.CountryCap cap) {
            return new int[] {quota(rule, "", country, date -> capTpp(cap, country, date))};
        }
        if (book.rule(rule) instanceof AtShipment.GatekeeperExemption exemption) {
            Quantity limit = exemption.limits().get(provider(pool));
            return limit == null
                    ? NO_LIMIT
                    : new int[] {quota(rule, provider(pool), country, date -> Math.round(limit.value()))};
        }
        if (book.rule(rule) instanceof AtShipment.UniversalValidatedEndUser validated) {
            return shares(rule, validated, provider(pool), country);
        }
        return book.rule(rule) instanceof AtShipment.NationalValidatedEndUser validated
                ? new int[] {quota(rule, provider(pool), country, date -> allocationTpp(validated, date))}
                : NO_LIMIT;
    }

    /** A company has a quota in each country, and one for all of them whose country is empty. */
    private int[] shares(int rule, AtShipment.UniversalValidatedEndUser validated, String provider, String country) {
        for (Map.Entry<String, Company> each : validated.companies().entrySet()) {
            Company company = each.getValue();
            if (company.owners().contains(provider)) {
                return new int[] {
                    quota(rule, each.getKey(), country, date -> validated.mostPerCountryTpp(company)),
                    quota(rule, each.getKey(), "", date -> validated.mostInAllTpp(company))
                };
            }
        }
        return NO_LIMIT;
    }

    private static long capTpp(AtShipment.CountryCap cap, String country, LocalDate date) {
        AtShipment.Agreement agreement = cap.agreements().get(country);
        double multiple = agreement == null || date.isBefore(agreement.from())
                ? 1
                : agreement.multiple().value();
        return Math.round(cap.cap().value() * multiple);
    }

    private static long allocationTpp(AtShipment.NationalValidatedEndUser validated, LocalDate date) {
        long tpp = 0;
        for (Dated allocation : validated.allocation()) {
            if (!date.isBefore(allocation.from())) {
                tpp = Math.round(allocation.value().value());
            }
        }
        return tpp;
    }

    /** A quota, opened at its first use. */
    int quota(int rule, String holder, String country, ToLongFunction<LocalDate> tppOn) {
        return quota(new Quotas.Name(book.key(rule), holder, country), tppOn);
    }

    /** The quota of a recipient in a calendar year. */
    int yearly(int rule, String recipient, int year, long tpp) {
        String name = recipient + "-" + year;
        return quota(new Quotas.Name(book.key(rule), name, "", Integer.toString(year), ""), today -> tpp);
    }

    private int quota(Quotas.Name of, ToLongFunction<LocalDate> tppOn) {
        return ids.computeIfAbsent(of, name -> {
            int quota = quotas.open(name, tppOn.applyAsLong(book.today()));
            amounts.add(new Amount(quota, tppOn));
            return quota;
        });
    }

    /** GPUs of a shipment that every one of some quotas still covers. */
    int gpusLeft(int[] some, int pool, int gpus) {
        int left = gpus;
        for (int quota : some) {
            left = Math.min(left, gpusLeft(quota, pool, gpus));
        }
        return left;
    }

    private int gpusLeft(int quota, int pool, int gpus) {
        long tpp = tpp(pool, 1);
        return tpp == 0 ? gpus : (int) Math.min(gpus, quotas.leftTpp(quota) / tpp);
    }

    /** The first of the quotas that cover least of a shipment; none of none. */
    int tightest(int[] some, int pool, int gpus) {
        int tightest = Gatekeeper.NO_QUOTA;
        for (int quota : some) {
            if (tightest == Gatekeeper.NO_QUOTA || gpusLeft(quota, pool, gpus) < gpusLeft(tightest, pool, gpus)) {
                tightest = quota;
            }
        }
        return tightest;
    }

    /** Draws what leaves of what was wanted, and notes where more was wanted than was left. */
    void draw(int[] some, int pool, int wantedGpus, int gpus, long nowMicros) {
        for (int quota : some) {
            if (gpusLeft(quota, pool, wantedGpus) < wantedGpus) {
                quotas.bound(quota, nowMicros);
            }
            quotas.draw(quota, tpp(pool, gpus));
        }
    }

    /** Counts what leaves under rules that need not be obeyed yet. */
    void count(int[] some, long tpp) {
        for (int quota : some) {
            quotas.count(quota, tpp);
        }
    }

    long tpp(int pool, long gpus) {
        return catalog.tppPerGpu(catalog.pools().chip(pool)) * gpus;
    }

    private String provider(int pool) {
        return catalog.providers().slug(catalog.pools().provider(pool));
    }
}
