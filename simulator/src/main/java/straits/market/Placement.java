package straits.market;

import java.util.List;
import straits.engine.Scheduler;
import straits.market.lease.Metering;
import straits.market.lease.PriceTerms;
import straits.market.spot.SpotBook;
import straits.market.tenant.ClassDemand;
import straits.market.tenant.Request;
import straits.regulation.Clause;
import straits.regulation.Gatekeeper;
import straits.scenario.Market.Waiting;
import straits.scenario.TenantClass.Contract;
import straits.scenario.TenantClass.PriceBasis;
import straits.units.SimTime;

/** What becomes of the request last evaluated: a lease, a place in the line, or the outcome named by how far it came. */
final class Placement {

    private final Scheduler scheduler;
    private final Gatekeeper gatekeeper;
    private final Metering metering;
    private final ClassDemand[] demand;
    private final OfferChoice choice;
    private final Reservations reservations;
    private final SpotBook spot;
    private final boolean lost;
    private final OutcomeBook outcomes;
    private final Orbit orbit;
    private final Members members;
    private RequestListener watcher = RequestListener.NONE;

    Placement(
            MarketParts parts,
            ClassDemand[] demand,
            OfferChoice choice,
            OutcomeBook outcomes,
            Reservations reservations,
            Orbit orbit,
            Members members) {
        scheduler = parts.scheduler();
        gatekeeper = parts.gatekeeper();
        metering = parts.metering();
        spot = parts.spot();
        this.demand = demand;
        this.choice = choice;
        this.reservations = reservations;
        this.outcomes = outcomes;
        this.orbit = orbit;
        this.members = members;
        lost = parts.catalog().scenario().market().waiting() == Waiting.LOST;
    }

    /** Tells somebody of requests served from now on. */
    void watch(RequestListener who) {
        watcher = who;
    }

    /** Serves the request last evaluated with the offer found. */
    void serve(Request request, List<Integer> licences) {
        int pool = choice.best();
        long limit = choice.limitMicroUsd(request, pool);
        int lease = open(request, licences, pool, choice.gpus(pool), limit);
        members.leased(request, lease);
        metering.owe(lease, gatekeeper.owedShares(request.tenant(), pool));
        reservations.bind(lease, request, choice.passed());
        metering.start(
                lease,
                choice.bestMicroUsd(),
                limit,
                terms(demand[request.tenant()]),
                request.durationMicros(),
                SimTime.MICROS_PER_HOUR);
        watcher.served(scheduler.nowMicros(), request, lease);
        file(request, Outcome.SERVED);
        if (request.visit() == 0) {
            outcomes.served(request.tenant(), request.arrivedMicros(), scheduler.nowMicros());
        }
    }

    private int open(Request request, List<Integer> licences, int pool, int gpus, long limitMicroUsd) {
        int draw = gatekeeper.drawLicences(licences, request.tenant(), pool, gpus);
        if (demand[request.tenant()].spec().contract() != Contract.SPOT) {
            return metering.open(request.tenant(), pool, gpus, draw);
        }
        int lease = metering.openSpot(request.tenant(), pool, gpus, draw);
        spot.started(lease, request, pool, gpus, limitMicroUsd, scheduler.nowMicros());
        return lease;
    }

    /** On what terms the leases of a class are priced. */
    static PriceTerms terms(ClassDemand who) {
        if (who.spec().contract() == Contract.RESERVED) {
            return PriceTerms.COMMITTED;
        }
        if (who.spec().contract() == Contract.SPOT) {
            return PriceTerms.FLOATING;
        }
        return who.spec().priceBasis() == PriceBasis.FLOATING ? PriceTerms.FLOATING : PriceTerms.LOCKED;
    }

    /** Ends a request without a lease, unless it comes again. */
    void end(Request request, Outcome outcome) {
        if (request.visit() > 0 || !orbit.keeps(request, outcome)) {
            file(request, outcome);
            members.unserved(request);
        }
    }

    /** Files the outcome of a request: its only one, whether or not it comes back for the rest of its work. */
    void file(Request request, Outcome outcome) {
        if (request.visit() > 0) {
            outcomes.endedAgain();
            return;
        }
        outcomes.ended(outcome, request.tenant(), request.h100e(), request.arrivedMicros(), request.durationMicros());
    }

    /** Whether the request last evaluated, which found nothing, waits. */
    boolean waits(Request request) {
        ClassDemand of = demand[request.tenant()];
        boolean bids = of.spec().contract() == Contract.SPOT;
        boolean may = (bids || !lost) && of.patienceMicros(request) > 0;
        return switch (choice.furthest()) {
            case INCOMPATIBLE, SCREENED_OUT, DENIED -> false;
            case TOO_EXPENSIVE -> may && (bids || of.spec().waitsForPrice());
            case NO_CAPACITY -> may;
        };
    }

    /** The outcome of the request last evaluated, which neither was placed nor waits. */
    Outcome unplaced(Request request) {
        return switch (choice.furthest()) {
            case INCOMPATIBLE -> Outcome.INCOMPATIBLE;
            case SCREENED_OUT -> refused(request, Outcome.SCREENED_OUT);
            case DENIED -> refused(request, Outcome.DENIED);
            case TOO_EXPENSIVE -> Outcome.TOO_EXPENSIVE;
            case NO_CAPACITY -> Outcome.NO_CAPACITY;
        };
    }

    private Outcome refused(Request request, Outcome outcome) {
        note(request, choice.deciding(), gatekeeper.clause(choice.deciding()));
        return outcome;
    }

    /** Notes what kept a rule from letting a request pass. */
    void note(Request request, int rule, Clause clause) {
        gatekeeper
                .denials()
                .request(
                        request.tenant(),
                        rule,
                        clause,
                        request.h100e(),
                        request.arrivedMicros(),
                        request.durationMicros());
    }
}
