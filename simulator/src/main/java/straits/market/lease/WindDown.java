package straits.market.lease;

import java.util.Comparator;
import java.util.stream.IntStream;
import straits.catalog.Timeline;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.regulation.Gatekeeper;

/**
 * What a rule that winds down does to leases signed before it came into force and not passed over. Those within what it leaves
 * alone stay: each lease of a class by its own size; an anchor's in the order in which they were signed, as long as one fits whole
 * into what is left of its amount, on which it then draws. The others end when the time is over, unless the rule is gone by then.
 */
public final class WindDown {

    private final Scheduler scheduler;
    private final Gatekeeper gatekeeper;
    private final Revocation revocation;
    private final LeaseBook leases;
    private final Timeline timeline;
    private final boolean[] begun;

    /** Nothing is being wound down. */
    public WindDown(
            Scheduler scheduler, Gatekeeper gatekeeper, Metering metering, Revocation revocation, Timeline timeline) {
        this.scheduler = scheduler;
        this.gatekeeper = gatekeeper;
        this.revocation = revocation;
        this.timeline = timeline;
        leases = metering.leases();
        begun = new boolean[gatekeeper.rules()];
    }

    /** Begins with rules that wind down and have come into force. */
    public void begin() {
        for (int rule = 0; rule < begun.length; rule++) {
            if (!begun[rule] && gatekeeper.inForce(rule) && gatekeeper.windsDown(rule)) {
                begun[rule] = true;
                begin(rule);
            }
        }
    }

    private void begin(int rule) {
        IntStream.range(0, leases.highWater())
                .filter(lease ->
                        leases.active(lease) && gatekeeper.anchor(leases.tenant(lease)) && concerns(rule, lease))
                .boxed()
                .sorted(Comparator.comparingLong(leases::signedMicros).thenComparing(Comparator.naturalOrder()))
                .forEach(lease -> drawEarlier(rule, lease));
        long over = Math.max(scheduler.nowMicros(), gatekeeper.windDownMicros(rule));
        if (over < timeline.horizonMicros()) {
            scheduler.schedule(over, EventKind.WIND_DOWN, rule, 0);
        }
    }

    private void drawEarlier(int rule, int lease) {
        int draw = gatekeeper.drawEarlier(
                rule,
                leases.tenant(lease),
                leases.pool(lease),
                leases.gpus(lease),
                plannedMicros(lease),
                leases.draw(lease));
        leases.draw(lease, draw);
    }

    /** Handles the end of the time that leases signed before a rule had. */
    public void onOver(int rule) {
        int known = gatekeeper.inForce(rule) ? leases.highWater() : 0;
        for (int lease = 0; lease < known; lease++) {
            if (leases.active(lease) && concerns(rule, lease) && !mayStay(rule, lease)) {
                revocation.revoke(lease);
            }
        }
    }

    private boolean concerns(int rule, int lease) {
        return gatekeeper.coversLease(rule, leases.tenant(lease), leases.pool(lease))
                && gatekeeper.woundDown(rule, leases.signedMicros(lease));
    }

    private boolean mayStay(int rule, int lease) {
        return gatekeeper.anchor(leases.tenant(lease))
                ? gatekeeper.draws(leases.draw(lease), rule)
                : gatekeeper.leavesAlone(rule, leases.pool(lease), leases.gpus(lease), plannedMicros(lease));
    }

    private long plannedMicros(int lease) {
        return leases.endMicros(lease) - leases.signedMicros(lease);
    }
}
