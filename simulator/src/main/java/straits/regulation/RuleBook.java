package straits.regulation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.scenario.AtLease;
import straits.scenario.AtShipment;
import straits.scenario.Dated;
import straits.scenario.Regime;
import straits.scenario.Rule;

/**
 * The rules of a regime by id, whom each covers, and which are in force now. A rule that its one enforcement draw leaves
 * unenforced is announced and never comes into force. What is in force follows from the dates and the time alone, so that all
 * changes of one instant happen together.
 */
final class RuleBook {

    private final Catalog catalog;
    private final List<String> keys;
    private final Rule[] rules;
    private final boolean[][] coversPool;
    private final boolean[][] coversTenant;
    private final boolean[] enforced;
    private final boolean[] inForce;
    private final boolean[] obeyed;
    private long nowMicros;

    RuleBook(Catalog catalog, Regime regime) {
        this.catalog = catalog;
        keys = List.copyOf(regime.rules().keySet());
        rules = regime.rules().values().toArray(new Rule[0]);
        coversPool = new boolean[rules.length][];
        coversTenant = new boolean[rules.length][];
        enforced = new boolean[rules.length];
        inForce = new boolean[rules.length];
        obeyed = new boolean[rules.length];
        for (int rule = 0; rule < rules.length; rule++) {
            Coverage coverage = new Coverage(catalog, regime, rules[rule].scope());
            coversPool[rule] = coverage.pools();
            coversTenant[rule] = coverage.tenants();
        }
    }

    /** Puts rules of the past into force and schedules the changes to come. */
    void start(Scheduler scheduler, Randomness randomness) {
        KeyedDraws enforcement = randomness.keyed("enforcement");
        for (int rule = 0; rule < rules.length; rule++) {
            double probability = rules[rule].dates().enforcementProbability().value();
            enforced[rule] = enforcement.uniform(Randomness.key(keys.get(rule)), 0, 0) < probability;
            schedule(rule, scheduler);
        }
        moveTo(scheduler.nowMicros());
    }

    private void schedule(int rule, Scheduler scheduler) {
        Rule.Dates dates = rules[rule].dates();
        boolean aheadOfEffect = dates.knownFrom().isBefore(dates.effective());
        if (aheadOfEffect) {
            schedule(rule, RuleStage.ANNOUNCED, dates.knownFrom(), scheduler);
        }
        if (enforced[rule]) {
            schedule(rule, RuleStage.EFFECTIVE, dates.effective(), scheduler);
            if (dates.obeyedFrom().isAfter(dates.effective())) {
                schedule(rule, RuleStage.COMPLIANCE, dates.obeyedFrom(), scheduler);
            }
            amendments(rules[rule]).forEach(date -> schedule(rule, RuleStage.AMENDED, date, scheduler));
        }
        if (dates.rescinded() != null && (enforced[rule] || aheadOfEffect)) {
            schedule(rule, RuleStage.RESCINDED, dates.rescinded(), scheduler);
        }
    }

    /** Dates after the effect on which amounts of a rule change, in order. */
    private static Stream<LocalDate> amendments(Rule rule) {
        Stream<LocalDate> dates = Stream.of();
        if (rule instanceof AtShipment.CountryCap cap) {
            dates = cap.agreements().values().stream().map(AtShipment.Agreement::from);
        } else if (rule instanceof AtShipment.NationalValidatedEndUser validated) {
            dates = validated.allocation().stream().map(Dated::from);
        }
        return dates.filter(date -> date.isAfter(rule.dates().effective()))
                .distinct()
                .sorted();
    }

    private void schedule(int rule, RuleStage stage, LocalDate date, Scheduler scheduler) {
        long atMicros = micros(date);
        boolean ended = stage != RuleStage.RESCINDED && atMicros >= rescindedMicros(rule);
        if (!ended && atMicros > 0 && atMicros < catalog.timeline().horizonMicros()) {
            scheduler.schedule(atMicros, EventKind.RULE_CHANGE, rule, stage.ordinal());
        }
    }

    /** Takes into account all that changes up to a time, this included. */
    void moveTo(long micros) {
        nowMicros = micros;
        for (int rule = 0; rule < rules.length; rule++) {
            obeyed[rule] = current(rule, rules[rule].dates().obeyedFrom());
            // What was signed before a lease rule must be obeyed never counts, so that it has nothing to count until
            // then.
            inForce[rule] = rules[rule] instanceof AtLease
                    ? obeyed[rule]
                    : current(rule, rules[rule].dates().effective());
        }
    }

    private boolean current(int rule, LocalDate from) {
        return enforced[rule] && nowMicros >= micros(from) && nowMicros < rescindedMicros(rule);
    }

    private long rescindedMicros(int rule) {
        @Nullable LocalDate rescinded = rules[rule].dates().rescinded();
        return rescinded == null ? Long.MAX_VALUE : micros(rescinded);
    }

    private long micros(LocalDate date) {
        return catalog.timeline().micros(date);
    }

    /** Today. */
    LocalDate today() {
        return catalog.timeline().date(nowMicros);
    }

    int size() {
        return rules.length;
    }

    String key(int rule) {
        return keys.get(rule);
    }

    Rule rule(int rule) {
        return rules[rule];
    }

    /** Whether a rule is known by now and not rescinded, enforced or not. */
    boolean announced(int rule) {
        return nowMicros >= micros(rules[rule].dates().knownFrom()) && nowMicros < rescindedMicros(rule);
    }

    /** Whether a rule is enforced at all in this replication. */
    boolean enforced(int rule) {
        return enforced[rule];
    }

    /** Whether a rule is in force: at shipment from its effect, at the lease from its compliance date. */
    boolean inForce(int rule) {
        return inForce[rule];
    }

    /** Whether a rule is in force and its compliance date is past, so that it refuses. */
    boolean obeyed(int rule) {
        return obeyed[rule];
    }

    /** Whether a rule covers a pool, in force or not. */
    boolean covers(int rule, int pool) {
        return coversPool[rule][pool];
    }

    /** Whether a rule is in force and covers a pool. */
    boolean binds(int rule, int pool) {
        return inForce[rule] && covers(rule, pool);
    }

    /** Whether a rule is in force and covers a shipment: its pool, and its order unless that is grandfathered. */
    boolean binds(int rule, Consignment shipment) {
        return binds(rule, shipment.pool()) && shipment.orderedMicros() >= ordersFromMicros(rules[rule].dates());
    }

    private long ordersFromMicros(Rule.Dates dates) {
        return switch (dates.grandfathers()) {
            case NOTHING -> Long.MIN_VALUE;
            case ORDERED_BEFORE_ANNOUNCED -> micros(dates.knownFrom());
            case ORDERED_BEFORE_EFFECTIVE -> micros(dates.effective());
        };
    }

    boolean coversTenant(int rule, int tenant) {
        return coversTenant[rule][tenant];
    }
}
