package straits.market.tenant;

import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.random.Sampler;
import straits.random.Samplers;
import straits.scenario.Population;
import straits.scenario.TenantClass;
import straits.units.SimTime;

/**
 * What the members of a closed population draw, each visit anew. When a member asks depends on how its earlier requests fared, so
 * every draw is keyed by member and visit: the third request of member 7 is the same in every world.
 */
public final class ClosedPopulation {

    private static final int VISIT_BITS = 32;

    private final int tenant;
    private final TenantClass spec;
    private final long key;
    private final int[] visits;
    private final Law think;
    private final Law size;
    private final Law duration;
    private final Law willingness;
    private final Law patience;

    /** A law and its draws, by member and visit. */
    private record Law(Sampler sampler, KeyedDraws draws, long key) {

        double uniform(long ordinal) {
            return draws.uniform(key, ordinal, 0);
        }

        double draw(long ordinal) {
            return sampler.at(uniform(ordinal));
        }
    }

    ClosedPopulation(int tenant, String slug, TenantClass spec, Population population, Randomness randomness) {
        this.tenant = tenant;
        this.spec = spec;
        key = Randomness.key(slug);
        visits = new int[population.tenants()];
        think = law(Samplers.of(population.think()), "member-think", randomness);
        size = law(Samplers.of(spec.size()), "member-size", randomness);
        duration = law(Samplers.of(spec.duration()), "member-duration", randomness);
        willingness = law(Samplers.of(spec.willingness()), "member-willingness", randomness);
        patience = law(Samplers.of(spec.patience()), "member-patience", randomness);
    }

    private Law law(Sampler sampler, String purpose, Randomness randomness) {
        return new Law(sampler, randomness.keyed(purpose), key);
    }

    /** Number of members. */
    public int members() {
        return visits.length;
    }

    /** How long a member thinks before its next request. */
    public long thinkMicros(int member) {
        return SimTime.ofDrawnHours(think.draw(ordinal(member)));
    }

    /** Draws the request with which a member comes now. */
    public void draw(Request request, int member, long nowMicros) {
        long ordinal = ordinal(member);
        visits[member]++;
        request.set(
                tenant,
                ordinal,
                size.draw(ordinal),
                SimTime.durationOfDrawnHours(spec.leaseHours(duration.draw(ordinal))),
                willingness.draw(ordinal),
                patience.uniform(ordinal),
                nowMicros);
    }

    private long ordinal(int member) {
        return (long) member << VISIT_BITS | visits[member];
    }

    /** The member that made a request. */
    public static int member(Request request) {
        return (int) (request.ordinal() >>> VISIT_BITS);
    }
}
