package straits.market;

import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.market.lease.LeaseBook;
import straits.market.lease.LeaseContract;
import straits.market.lease.Metering;
import straits.market.pricing.PriceBook;
import straits.market.tenant.Request;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.random.Sampler;
import straits.random.Samplers;
import straits.regulation.Gatekeeper;
import straits.scenario.ReservedContract;
import straits.units.SimTime;

/**
 * The contracts of reserved leases, and their renewal. What a tenant makes of its contract is keyed by its request and by how often it
 * has renewed: the share of the hours it uses, when its need ends, whether it wants another term.
 */
public final class Reservations {

    private final Catalog catalog;
    private final Gatekeeper gatekeeper;
    private final PriceBook prices;
    private final Metering metering;
    private final LeaseBook leases;
    private final KeyedDraws uses;
    private final KeyedDraws exits;
    private final KeyedDraws renewals;
    private final @Nullable Terms[] termsOf;

    /** The contract of a class, ready to draw from. */
    private record Terms(
            ReservedContract spec,
            long key,
            Sampler used,
            @Nullable Sampler needEnds) {

        static @Nullable Terms of(@Nullable ReservedContract spec, long key) {
            return spec == null
                    ? null
                    : new Terms(
                            spec,
                            key,
                            Samplers.of(spec.used()),
                            spec.needEnds() == null ? null : Samplers.of(spec.needEnds()));
        }

        LeaseContract.Terms agreed(double prepaid) {
            return new LeaseContract.Terms(
                    prepaid,
                    spec.takeOrPay().value(),
                    spec.exitFee().value(),
                    spec.termination().fee().value(),
                    spec.termination().refund().value());
        }
    }

    /** No contract yet. */
    public Reservations(MarketParts parts) {
        catalog = parts.catalog();
        gatekeeper = parts.gatekeeper();
        prices = parts.prices();
        metering = parts.metering();
        leases = metering.leases();
        uses = parts.randomness().keyed("reserved use");
        exits = parts.randomness().keyed("reserved exit");
        renewals = parts.randomness().keyed("renewal");
        termsOf = new Terms[catalog.classCount()];
        for (int tenant = 0; tenant < termsOf.length; tenant++) {
            long key = Randomness.key(catalog.tenants().slug(tenant));
            termsOf[tenant] = Terms.of(catalog.tenantClass(tenant).reserved(), key);
        }
    }

    /** Puts the open lease of a request under the contract of its class, if that has one. */
    void bind(int lease, Request request, long passed) {
        Terms terms = termsOf[request.tenant()];
        if (terms != null) {
            metering.bind(lease, signed(terms, request.durationMicros(), request.ordinal(), 0, passed));
        }
    }

    /**
     * Puts an open lease found in force under the contract of its class: what was prepaid is used up, and its tenant stays to the end
     * of its term.
     *
     * @param termMicros length of a whole term
     * @param number which of its class, from 0
     */
    void bindOpening(int lease, int tenant, long termMicros, long number) {
        Terms terms = termsOf[tenant];
        if (terms != null) {
            metering.bind(lease, contract(terms, 0, termMicros, Long.MAX_VALUE, -1 - number, 0, 0));
        }
    }

    private LeaseContract signed(Terms terms, long termMicros, long ordinal, int generation, long passed) {
        Sampler ends = terms.needEnds();
        long exitMicros = ends == null
                ? Long.MAX_VALUE
                : SimTime.durationOfDrawnHours(ends.at(exits.uniform(terms.key(), ordinal, generation)));
        double prepaid = terms.spec().prepaid().value();
        return contract(terms, prepaid, termMicros, exitMicros, ordinal, generation, passed);
    }

    private LeaseContract contract(
            Terms terms, double prepaid, long termMicros, long exitMicros, long ordinal, int generation, long passed) {
        double used = Math.min(1, terms.used().at(uses.uniform(terms.key(), ordinal, generation)));
        boolean renews = renewals.uniform(terms.key(), ordinal, generation)
                < terms.spec().renewal().value();
        return new LeaseContract(
                terms.agreed(prepaid),
                new LeaseContract.Party(termMicros, exitMicros, renews, ordinal, generation, passed),
                used,
                Math.max(0, terms.spec().takeOrPay().value() - used));
    }

    /** Handles the end of a term whose tenant wants another, of the same length, at the price of the day if that is not too much. */
    public void onRenewal(int lease) {
        LeaseContract contract = leases.contract(lease);
        Terms terms = termsOf[leases.tenant(lease)];
        if (metering.passed(lease) || contract == null || terms == null) {
            return;
        }
        LeaseContract.Party party = contract.party();
        long micros = party.termMicros();
        long microUsd = quoteMicroUsd(lease, micros);
        if (microUsd <= leases.limitMicroUsd(lease) && lawful(lease, party)) {
            metering.owe(lease, gatekeeper.owedShares(leases.tenant(lease), leases.pool(lease)));
            metering.renew(
                    lease,
                    microUsd,
                    micros,
                    signed(terms, micros, party.ordinal(), party.generation() + 1, party.passed()));
        } else {
            metering.complete(lease);
        }
    }

    private long quoteMicroUsd(int lease, long micros) {
        int pool = leases.pool(lease);
        long standing = prices.termMicroUsd(pool, micros, leases.gpus(lease));
        return gatekeeper.quotedMicroUsd(gatekeeper.owedShares(leases.tenant(lease), pool), standing);
    }

    /** It passes the same door as any lease, with the licences and screenings it has passed. */
    private boolean lawful(int lease, LeaseContract.Party party) {
        int rule = gatekeeper.obstacle(
                leases.tenant(lease), leases.pool(lease), leases.gpus(lease), party.termMicros(), party.passed(), 0);
        return rule == Gatekeeper.NO_RULE;
    }
}
