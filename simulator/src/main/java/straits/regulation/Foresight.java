package straits.regulation;

import java.time.LocalDate;
import straits.catalog.Catalog;
import straits.catalog.Timeline;
import straits.scenario.AtLease;
import straits.scenario.AtShipment;
import straits.scenario.Quantity;
import straits.scenario.Rule;
import straits.units.SimTime;

/**
 * What planners make of a rule that is announced and does not bind yet, whether it is ever enforced or not. To be sure of
 * coming before a rule one would bring something forward by {@code market.anticipation}; for a rule that is expected with
 * probability p, by p times that. What comes forward by more than that is not worth it and stays as planned.
 */
public final class Foresight {

    private final Catalog catalog;
    private final RuleBook book;
    private final long[] announcedMicros;
    private final long[] bindsMicros;
    private final long[] forwardMicros;

    Foresight(Catalog catalog, RuleBook book) {
        this.catalog = catalog;
        this.book = book;
        announcedMicros = new long[book.size()];
        bindsMicros = new long[book.size()];
        forwardMicros = new long[book.size()];
        for (int rule = 0; rule < book.size(); rule++) {
            Rule.Dates dates = book.rule(rule).dates();
            announcedMicros[rule] = catalog.timeline().micros(dates.knownFrom());
            bindsMicros[rule] = catalog.timeline().micros(dates.obeyedFrom());
            forwardMicros[rule] = forward(catalog.scenario().market().anticipation(), dates.expectedProbability());
        }
    }

    private static long forward(Quantity anticipation, Quantity probability) {
        return SimTime.ofHours(anticipation.value() * probability.value());
    }

    /**
     * When an order is placed: as planned, or so much sooner that it leaves the day before a rule binds which would stand in
     * its way.
     *
     * @param pool where it goes
     * @param plannedMicros the date it was planned for
     * @param leadMicros from order to shipment
     */
    public long orderMicros(int pool, long plannedMicros, long leadMicros) {
        long ordered = plannedMicros;
        for (int rule = 0; rule < book.size(); rule++) {
            long leaves = bindsMicros[rule] - SimTime.MICROS_PER_DAY;
            long sooner = leaves - leadMicros;
            if (standsInTheWay(rule, pool) && sold(pool, leaves) && worthwhile(rule, plannedMicros, sooner)) {
                ordered = Math.min(ordered, sooner);
            }
        }
        return ordered;
    }

    private boolean sold(int pool, long atMicros) {
        LocalDate first = catalog.chip(catalog.pools().chip(pool)).firstDate();
        return first == null || catalog.timeline().micros(first) <= atMicros;
    }

    private boolean worthwhile(int rule, long plannedMicros, long soonerMicros) {
        return soonerMicros < plannedMicros
                && plannedMicros - soonerMicros <= forwardMicros[rule]
                && expected(rule, soonerMicros);
    }

    /** Whether a rule is known at a time, not yet binding and not yet called off. */
    private boolean expected(int rule, long atMicros) {
        return announcedMicros[rule] <= atMicros
                && atMicros < bindsMicros[rule]
                && atMicros < rescindedMicros(book.rule(rule).dates());
    }

    private long rescindedMicros(Rule.Dates dates) {
        Timeline timeline = catalog.timeline();
        return dates.rescinded() == null ? Long.MAX_VALUE : timeline.micros(dates.rescinded());
    }

    private boolean standsInTheWay(int rule, int pool) {
        if (!(book.rule(rule) instanceof AtShipment atShipment) || !book.covers(rule, pool)) {
            return false;
        }
        boolean base = atShipment instanceof AtShipment.HardwareLicence || atShipment instanceof AtShipment.CountryCap;
        return base ? !exempt(pool) : !waves(atShipment);
    }

    private boolean exempt(int pool) {
        String provider = catalog.providers().slug(catalog.pools().provider(pool));
        for (int rule = 0; rule < book.size(); rule++) {
            if (book.rule(rule) instanceof AtShipment.Exemption exemption
                    && book.covers(rule, pool)
                    && exemption.reaches(provider)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a rule only lets things pass, or is told of them. */
    private static boolean waves(AtShipment rule) {
        boolean notice = rule instanceof AtShipment.ThirdCountryPermit permit && permit.review() == null;
        return notice || rule instanceof AtShipment.Exemption || rule instanceof AtShipment.LowCountExemption;
    }

    /**
     * The time whose need an anchor buys for at a review: now, or so much later as it buys ahead of a rule that binds in
     * between and covers what it may rent.
     *
     * @param pools the pools it accepts
     */
    public long needMicros(int tenant, boolean[] pools, long nowMicros) {
        long ahead = nowMicros;
        for (int rule = 0; rule < book.size(); rule++) {
            long until = nowMicros + forwardMicros[rule];
            if (until > bindsMicros[rule] && expected(rule, nowMicros) && concerns(rule, tenant, pools)) {
                ahead = Math.max(ahead, until);
            }
        }
        return ahead;
    }

    private boolean concerns(int rule, int tenant, boolean[] pools) {
        boolean atLease = book.rule(rule) instanceof AtLease;
        for (int pool = 0; pool < pools.length; pool++) {
            boolean rented = atLease && book.coversTenant(rule, tenant) && book.covers(rule, pool);
            if (pools[pool] && (rented || standsInTheWay(rule, pool))) {
                return true;
            }
        }
        return false;
    }
}
