package straits.market;

import java.util.List;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.inventory.CapacityListener;
import straits.market.inventory.Inventory;
import straits.market.lease.Metering;
import straits.market.lease.PriceTerms;
import straits.market.tenant.ClassDemand;
import straits.market.tenant.Request;
import straits.random.Randomness;
import straits.regulation.Clause;
import straits.regulation.DeskListener.Decision;
import straits.regulation.Filing;
import straits.regulation.Gatekeeper;
import straits.regulation.LicenceDesk;
import straits.regulation.Verdict;
import straits.scenario.Market.Waiting;
import straits.scenario.TenantClass.Contract;
import straits.scenario.TenantClass.PriceBasis;
import straits.units.SimTime;

/**
 * Where request meets offer. A request is placed at once, files one licence application, waits, or ends; whatever
 * happens, it ends in exactly one {@link Outcome}.
 */
public final class Marketplace implements CapacityListener, LicenceDesk.Applicant {

    /** Handle of an expiry that lies beyond the run. */
    private static final long NO_EXPIRY = -1;

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final Inventory inventory;
    private final Gatekeeper gatekeeper;
    private final LicenceDesk desk;
    private final Metering metering;
    private final Waiting discipline;
    private final ClassDemand[] demand;
    private final WaitingRoom waiting;
    private final OfferChoice choice;
    private final OutcomeBook outcomes;
    private final Screening screening;
    private RequestListener watcher = RequestListener.NONE;
    private final Request arriving = new Request();
    private final PoolSet movedUp;
    private final PoolSet blocked;

    /** A market without requests. */
    public Marketplace(MarketParts parts) {
        catalog = parts.catalog();
        scheduler = parts.scheduler();
        inventory = parts.inventory();
        gatekeeper = parts.gatekeeper();
        desk = parts.desk();
        metering = parts.metering();
        discipline = catalog.scenario().market().waiting();
        demand = new ClassDemand[catalog.classCount()];
        for (int tenant = 0; tenant < demand.length; tenant++) {
            demand[tenant] = new ClassDemand(catalog, tenant, parts.randomness());
        }
        int periods = catalog.timeline().periods();
        waiting = new WaitingRoom(catalog.pools().chips(), catalog.chips().size(), demand.length, periods);
        movedUp = new PoolSet(catalog.pools().size());
        blocked = new PoolSet(catalog.pools().size());
        boolean waitersBlock = discipline == Waiting.FIFO_STRICT;
        choice = new OfferChoice(parts, demand, waiting, waitersBlock);
        screening = new Screening(gatekeeper, parts.randomness());
        outcomes = new OutcomeBook(demand.length, periods, catalog.timeline().horizonMicros());
    }

    /** Tells somebody of requests served from now on. */
    public void watch(RequestListener who) {
        watcher = who;
    }

    /** Schedules the first arrival of each class. */
    public void start() {
        for (int tenant = 0; tenant < demand.length; tenant++) {
            scheduleArrival(tenant);
        }
    }

    private void scheduleArrival(int tenant) {
        long at = demand[tenant].nextArrivalMicros(scheduler.nowMicros());
        if (at != Long.MAX_VALUE) {
            scheduler.schedule(at, EventKind.LEASE_REQUEST, tenant, 0);
        }
    }

    /** Handles the arrival of a request of a class. */
    public void onLeaseRequest(int tenant) {
        demand[tenant].draw(arriving, scheduler.nowMicros());
        scheduleArrival(tenant);
        outcomes.arrived(arriving.h100e(), arriving.arrivedMicros(), arriving.durationMicros());
        choice.evaluate(arriving, 0, 0);
        if (choice.best() != OfferChoice.NONE) {
            serve(arriving, List.of());
        } else if (choice.attainable() != OfferChoice.NONE) {
            attain(enter(arriving));
        } else {
            waitOrEnd(arriving);
        }
    }

    /** Serves the request last evaluated with the offer found. */
    private void serve(Request request, List<Integer> licences) {
        int pool = choice.best();
        int draw = gatekeeper.drawLicences(licences, request.tenant(), pool, choice.gpus(pool));
        int lease = metering.open(request.tenant(), pool, choice.gpus(pool), draw);
        metering.owe(lease, gatekeeper.owedShares(request.tenant(), pool));
        metering.start(
                lease,
                choice.bestMicroUsd(),
                choice.limitMicroUsd(request, pool),
                terms(demand[request.tenant()]),
                request.durationMicros(),
                SimTime.MICROS_PER_HOUR);
        watcher.served(scheduler.nowMicros(), request, lease);
        end(request, Outcome.SERVED);
        outcomes.served(request.tenant(), request.arrivedMicros(), scheduler.nowMicros());
    }

    /** On what terms the leases of a class are priced. */
    static PriceTerms terms(ClassDemand who) {
        if (who.spec().contract() == Contract.RESERVED) {
            return PriceTerms.COMMITTED;
        }
        return who.spec().priceBasis() == PriceBasis.FLOATING ? PriceTerms.FLOATING : PriceTerms.LOCKED;
    }

    private void end(Request request, Outcome outcome) {
        outcomes.ended(outcome, request.tenant(), request.h100e(), request.arrivedMicros(), request.durationMicros());
    }

    /** Does what the request last evaluated needs to get a pool: a screening, or a licence. */
    private void attain(int entry) {
        int rule = choice.deciding();
        if (gatekeeper.verdict(rule, waiting.failed(entry)) == Verdict.SCREENABLE) {
            screen(entry, rule, choice.attainable());
        } else {
            apply(entry, rule, choice.attainable());
        }
    }

    private void screen(int entry, int rule, int pool) {
        gatekeeper.chargeScreening(rule, pool);
        Request request = waiting.request(entry);
        int ticket = waiting.pend(entry, rule);
        long micros = screening.micros(rule, classKey(request), request.ordinal());
        if (micros == 0) {
            onScreened(ticket);
        } else {
            scheduler.schedule(scheduler.nowMicros() + micros, EventKind.SCREENING, ticket, 0);
        }
    }

    /** Handles the end of a request's screening, if it still waits for it. */
    public void onScreened(int ticket) {
        int entry = waiting.pendingEntry(ticket);
        if (entry == WaitingRoom.NONE) {
            return;
        }
        Request request = waiting.request(entry);
        double suspectShare = demand[request.tenant()].spec().suspectShare().value();
        int rule = waiting.rule(entry);
        if (screening.passes(rule, classKey(request), request.ordinal(), suspectShare)) {
            waiting.pass(entry, gatekeeper.bit(rule));
        } else {
            waiting.fail(entry, gatekeeper.bit(rule));
        }
        resume(entry);
    }

    private long classKey(Request request) {
        return Randomness.key(catalog.tenants().slug(request.tenant()));
    }

    private void apply(int entry, int rule, int pool) {
        Request request = waiting.request(entry);
        Filing filing = new Filing(
                this,
                waiting.pend(entry, rule),
                rule,
                gatekeeper.reviewClass(rule),
                catalog.tenants().slug(request.tenant()),
                catalog.countries().slug(catalog.pools().country(pool)),
                applicationKey(entry, rule),
                request.ordinal());
        if (!desk.file(filing, 0)) {
            refuse(entry, Clause.TURNED_AWAY);
        }
    }

    /**
     * The request that waits for the decision of an application.
     *
     * @param ticket the subject of its application, which must be pending
     */
    public Request applicant(int ticket) {
        return waiting.request(waiting.pendingEntry(ticket));
    }

    /** A request's first application is keyed by the request alone, further ones by the rule as well. */
    private long applicationKey(int entry, int rule) {
        String tenant = catalog.tenants().slug(waiting.request(entry).tenant());
        return Randomness.key(
                gatekeeper.licensed(waiting.passed(entry)) ? tenant + "/" + gatekeeper.ruleKey(rule) : tenant);
    }

    private void refuse(int entry, Clause clause) {
        note(waiting.request(entry), waiting.rule(entry), clause);
        leave(entry, Outcome.DENIED);
    }

    private void note(Request request, int rule, Clause clause) {
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

    /** The licence of a waiting request was decided; price and capacity are checked again, behind all who wait. */
    @Override
    public void decided(int ticket, Decision decision, int licence, long atMicros) {
        int entry = waiting.pendingEntry(ticket);
        if (entry == WaitingRoom.NONE) {
            return;
        }
        if (decision.approved()) {
            license(entry, licence);
            resume(entry);
        } else if (decision == Decision.WITHDRAWN) {
            leavePending(entry);
        } else {
            refuse(entry, Clause.of(decision));
        }
    }

    private void license(int entry, int licence) {
        waiting.pass(entry, gatekeeper.bit(waiting.rule(entry)));
        if (gatekeeper.mayEnd(licence)) {
            waiting.hold(entry, licence);
        }
    }

    private void leavePending(int entry) {
        note(waiting.request(entry), waiting.rule(entry), Clause.PENDING);
        leave(entry, Outcome.LICENCE_PENDING);
    }

    /** Whoever waited for a licence or a screening comes to the choice anew. */
    private void resume(int entry) {
        Request request = waiting.request(entry);
        choice.evaluate(request, waiting.passed(entry), waiting.failed(entry));
        if (choice.best() != OfferChoice.NONE) {
            serveEntry(entry);
        } else if (choice.attainable() != OfferChoice.NONE) {
            attain(entry);
        } else if (waits(request)) {
            choice.noteAccepted(entry);
        } else {
            leave(entry, unplaced(request));
        }
    }

    /** Who waits for GPUs and loses a licence stands aside until it is good again, or leaves. */
    @Override
    public void licenceChanged(int ticket, int licence) {
        int entry = waiting.entryHolding(ticket, licence);
        if (entry == WaitingRoom.NONE) {
            return;
        }
        switch (gatekeeper.licence(licence)) {
            case ACTIVE -> goOn(entry, gatekeeper.licenceRule(licence));
            case SUSPENDED -> standAside(entry, gatekeeper.licenceRule(licence));
            case EXPIRED -> lose(entry, gatekeeper.licenceRule(licence), Clause.EXPIRED);
            case REVOKED -> lose(entry, gatekeeper.licenceRule(licence), Clause.REVOKED);
        }
        serveMovedUp();
    }

    private void goOn(int entry, int rule) {
        boolean waits = waiting.pending(entry) && waiting.rule(entry) == rule;
        waiting.allow(entry, gatekeeper.bit(rule));
        if (waits) {
            waiting.pass(entry, gatekeeper.bit(rule));
            resume(entry);
        }
    }

    private void lose(int entry, int rule, Clause clause) {
        standAside(entry, rule);
        refuse(entry, clause);
    }

    private void standAside(int entry, int rule) {
        if (discipline == Waiting.FIFO_STRICT) {
            waiting.addAccepted(entry, movedUp);
        }
        waiting.suspend(entry, rule, gatekeeper.bit(rule));
    }

    private void waitOrEnd(Request request) {
        if (waits(request)) {
            choice.noteAccepted(enter(request));
        } else {
            end(request, unplaced(request));
        }
    }

    private boolean waits(Request request) {
        ClassDemand of = demand[request.tenant()];
        boolean may = discipline != Waiting.LOST && of.patienceMicros(request) > 0;
        return switch (choice.furthest()) {
            case INCOMPATIBLE, SCREENED_OUT, DENIED -> false;
            case TOO_EXPENSIVE -> may && of.spec().waitsForPrice();
            case NO_CAPACITY -> may;
        };
    }

    /** The outcome of the request last evaluated, which neither was placed nor waits. */
    private Outcome unplaced(Request request) {
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

    private int enter(Request request) {
        int entry = waiting.enter(request, scheduler.nowMicros());
        long expiry = request.arrivedMicros() + demand[request.tenant()].patienceMicros(request);
        boolean expires = expiry < catalog.timeline().horizonMicros();
        long handle = expires ? scheduler.schedule(expiry, EventKind.PATIENCE_EXPIRY, entry, 0) : NO_EXPIRY;
        waiting.expiryHandle(entry, handle);
        return entry;
    }

    private void leave(int entry, Outcome outcome) {
        end(waiting.request(entry), outcome);
        leave(entry);
    }

    private void leave(int entry) {
        if (discipline == Waiting.FIFO_STRICT) {
            waiting.addAccepted(entry, movedUp);
        }
        if (waiting.expiryHandle(entry) != NO_EXPIRY) {
            scheduler.cancel(waiting.expiryHandle(entry));
        }
        waiting.leave(entry, scheduler.nowMicros());
    }

    private void serveEntry(int entry) {
        serve(waiting.request(entry), waiting.licences(entry));
        leave(entry);
    }

    /** Handles the end of a waiting request's patience. */
    public void onPatienceExpiry(int entry) {
        if (waiting.pending(entry)) {
            leavePending(entry);
        } else {
            leave(entry, waiting.acceptsAny(entry) ? Outcome.NO_CAPACITY : Outcome.TOO_EXPENSIVE);
        }
        serveMovedUp();
    }

    @Override
    public void capacityGained(int pool) {
        if (waiting.mayFit(pool, inventory.free(pool))) {
            switch (discipline) {
                case FIFO_STRICT -> {
                    movedUp.add(pool);
                    serveMovedUp();
                }
                case BACKFILL -> serveInOrder(pool);
                case SMALLEST_FIRST -> serveSmallestFirst(pool);
                case LOST -> throw new IllegalStateException("somebody waits where requests are lost");
            }
        }
    }

    /**
     * Serves the line, strictly in order, where GPUs came free or those ahead have left: whoever cannot be served keeps
     * every pool it would accept from those behind it.
     */
    private void serveMovedUp() {
        blocked.clear();
        int entry = movedUp.isEmpty() ? WaitingRoom.NONE : waiting.first();
        while (entry != WaitingRoom.NONE && movedUp.exceeds(blocked)) {
            int following = waiting.next(entry);
            choice.evaluateAmong(entry, movedUp, blocked);
            if (choice.best() == OfferChoice.NONE) {
                waiting.addAccepted(entry, blocked);
            } else {
                serveEntry(entry);
            }
            entry = following;
        }
        movedUp.clear();
    }

    private void serveInOrder(int pool) {
        int entry = waiting.first();
        int left = waiting.waitingOn(pool);
        while (left > 0 && inventory.free(pool) > 0) {
            int following = waiting.next(entry);
            if (waiting.accepts(entry, pool)) {
                serveAt(entry, pool);
                left--;
            }
            entry = following;
        }
    }

    private void serveSmallestFirst(int pool) {
        int entry = smallest(pool);
        while (entry != WaitingRoom.NONE && serveAt(entry, pool)) {
            entry = smallest(pool);
        }
    }

    private int smallest(int pool) {
        int best = WaitingRoom.NONE;
        for (int entry = waiting.first(); entry != WaitingRoom.NONE; entry = waiting.next(entry)) {
            boolean smaller = best == WaitingRoom.NONE
                    || waiting.request(entry).h100e() < waiting.request(best).h100e();
            if (waiting.accepts(entry, pool) && smaller) {
                best = entry;
            }
        }
        return best;
    }

    private boolean serveAt(int entry, int pool) {
        if (waiting.gpus(entry, pool) > inventory.free(pool)) {
            return false;
        }
        choice.evaluateAt(entry, pool);
        boolean placed = choice.best() != OfferChoice.NONE;
        if (placed) {
            serveEntry(entry);
        }
        return placed;
    }

    /** Frees requests of applications and screenings that no rule asks any more, and tries all anew. */
    public void onRuleChange() {
        for (int entry = waiting.first(); entry != WaitingRoom.NONE; entry = waiting.next(entry)) {
            if (waiting.pending(entry) && !gatekeeper.inForce(waiting.rule(entry))) {
                waiting.withdraw(entry);
            }
        }
        reconsider();
    }

    /** Tries all waiting requests anew, in order, after prices or rules have changed. */
    public void reconsider() {
        for (int entry = waiting.first(); entry != WaitingRoom.NONE; entry = waiting.next(entry)) {
            waiting.acceptNone(entry);
        }
        int entry = waiting.first();
        while (entry != WaitingRoom.NONE) {
            int following = waiting.next(entry);
            if (!waiting.pending(entry)) {
                reconsider(entry);
            }
            entry = following;
        }
    }

    private void reconsider(int entry) {
        Request request = waiting.request(entry);
        choice.evaluate(request, waiting.passed(entry), waiting.failed(entry));
        if (choice.best() != OfferChoice.NONE) {
            serveEntry(entry);
            return;
        }
        choice.noteAccepted(entry);
        if (waiting.acceptsAny(entry)) {
            return;
        }
        if (choice.attainable() != OfferChoice.NONE) {
            attain(entry);
        } else if (!waits(request)) {
            leave(entry, unplaced(request));
        }
    }

    /** Ends all requests that still wait: the run is over. */
    public void close() {
        long now = scheduler.nowMicros();
        for (int entry = waiting.first(); entry != WaitingRoom.NONE; entry = waiting.next(entry)) {
            end(waiting.request(entry), Outcome.STILL_WAITING);
        }
        waiting.measures().close(now);
    }

    /** Time now counts for the given period. */
    public void enterPeriod(int period) {
        outcomes.enterPeriod(period);
        waiting.measures().enterPeriod(period, scheduler.nowMicros());
    }

    /** Forgets what was measured before now. */
    public void restartMeasures() {
        outcomes.restart(scheduler.nowMicros());
        waiting.measures().restart(scheduler.nowMicros());
    }

    /** Requests by outcome. */
    public OutcomeBook outcomes() {
        return outcomes;
    }

    /** Requests of a class in the line, licences pending included, integrated over time in hours. */
    public double waitingHours(int tenant) {
        return waiting.measures().totalUnitHours(tenant);
    }

    /** Requests in the line now. */
    public int waitingNow() {
        return waiting.count();
    }

    /** The demand of a class. */
    public ClassDemand demand(int tenant) {
        return demand[tenant];
    }
}
