package straits.market;

import java.util.HashMap;
import java.util.Map;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.random.Sampler;
import straits.random.Samplers;
import straits.regulation.Gatekeeper;
import straits.scenario.AtLease.KycScreening;
import straits.units.SimTime;

/**
 * What screenings find and how long they take. Whether a customer should be refused is drawn by customer, whatever the rules;
 * whether a screening errs, and its time, by customer and rule.
 */
final class Screening {

    private final Gatekeeper gatekeeper;
    private final KeyedDraws suspects;
    private final KeyedDraws errors;
    private final KeyedDraws times;
    private final Map<Integer, Sampler> samplers = new HashMap<>();

    Screening(Gatekeeper gatekeeper, Randomness randomness) {
        this.gatekeeper = gatekeeper;
        suspects = randomness.keyed("suspect");
        errors = randomness.keyed("screening");
        times = randomness.keyed("screening-time");
    }

    /** How long a screening takes; 0 if its result is there at once. */
    long micros(int rule, long key, long ordinal) {
        Sampler sampler = samplers.computeIfAbsent(
                rule, each -> Samplers.of(gatekeeper.screening(each).time()));
        return SimTime.ofDrawnHours(sampler.at(times.uniform(key, ordinal, ruleKey(rule))));
    }

    /** Whether a customer passes, of whom a share should not. */
    boolean passes(int rule, long key, long ordinal, double suspectShare) {
        KycScreening screening = gatekeeper.screening(rule);
        double error = errors.uniform(key, ordinal, ruleKey(rule));
        boolean suspect = suspects.uniform(key, ordinal, 0) < suspectShare;
        return suspect
                ? error < screening.falseNegative().value()
                : error >= screening.falsePositive().value();
    }

    private long ruleKey(int rule) {
        return Randomness.key(gatekeeper.ruleKey(rule));
    }
}
