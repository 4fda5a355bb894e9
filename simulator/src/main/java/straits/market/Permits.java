package straits.market;

import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.tenant.ClassDemand;
import straits.market.tenant.Request;
import straits.random.Randomness;
import straits.regulation.Clause;
import straits.regulation.DeskListener.Decision;
import straits.regulation.Filing;
import straits.regulation.Gatekeeper;
import straits.regulation.LicenceDesk;
import straits.regulation.Verdict;

/** Requests in the line that wait for a licence or a screening, and what becomes of those whose licence ends. */
public final class Permits implements LicenceDesk.Applicant {

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final Gatekeeper gatekeeper;
    private final LicenceDesk desk;
    private final ClassDemand[] demand;
    private final WaitingRoom waiting;
    private final OfferChoice choice;
    private final Placement placement;
    private final Line line;
    private final Screening screening;

    Permits(
            MarketParts parts,
            ClassDemand[] demand,
            WaitingRoom waiting,
            OfferChoice choice,
            Placement placement,
            Line line) {
        catalog = parts.catalog();
        scheduler = parts.scheduler();
        gatekeeper = parts.gatekeeper();
        desk = parts.desk();
        this.demand = demand;
        this.waiting = waiting;
        this.choice = choice;
        this.placement = placement;
        this.line = line;
        screening = new Screening(gatekeeper, parts.randomness());
    }

    /** Does what the request last evaluated needs to get a pool: a screening, or a licence. */
    void attain(int entry) {
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
    void onScreened(int ticket) {
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
        placement.note(waiting.request(entry), waiting.rule(entry), clause);
        line.leave(entry, Outcome.DENIED);
    }

    /** The licence of a waiting request was decided; price and capacity are checked again, behind all who wait. */
    @Override
    public void decided(Filing filing, Decision decision, int licence, long atMicros) {
        int entry = waiting.pendingEntry(filing.subject());
        if (entry == WaitingRoom.NONE) {
            return;
        }
        if (decision.approved()) {
            license(entry, licence);
            resume(entry);
        } else if (decision == Decision.WITHDRAWN) {
            expire(entry);
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

    /** An entry leaves before its licence was decided, or its screening was over. */
    void expire(int entry) {
        placement.note(waiting.request(entry), waiting.rule(entry), Clause.PENDING);
        line.leave(entry, Outcome.LICENCE_PENDING);
    }

    /** Whoever waited for a licence or a screening comes to the choice anew. */
    private void resume(int entry) {
        Request request = waiting.request(entry);
        choice.evaluate(request, waiting.passed(entry), waiting.failed(entry));
        if (choice.best() != OfferChoice.NONE) {
            line.serve(entry);
        } else if (choice.attainable() != OfferChoice.NONE) {
            attain(entry);
        } else if (placement.waits(request)) {
            choice.noteAccepted(entry);
        } else {
            line.leave(entry, placement.unplaced(request));
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
        line.serveMovedUp();
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
        line.standAside(entry);
        waiting.suspend(entry, rule, gatekeeper.bit(rule));
    }

    /** Frees requests of applications and screenings that no rule asks any more. */
    void withdrawMoot() {
        for (int entry = waiting.first(); entry != WaitingRoom.NONE; entry = waiting.next(entry)) {
            if (waiting.pending(entry) && !gatekeeper.inForce(waiting.rule(entry))) {
                waiting.withdraw(entry);
            }
        }
    }
}
