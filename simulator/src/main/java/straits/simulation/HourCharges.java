package straits.simulation;

import straits.engine.Engine;
import straits.event.EventKind;
import straits.market.lease.LeaseBook;
import straits.units.SimTime;

/** What a lease pays for a whole hour, reckoned from the lease itself and compared with what its tenant's account gains. */
final class HourCharges {

    private static final int NONE = -1;

    private final Assembly parts;
    private final Engine engine;
    private int lease = NONE;
    private int tenant;
    private long dueMicroUsd;
    private long before;

    HourCharges(Assembly parts, Engine engine) {
        this.parts = parts;
        this.engine = engine;
    }

    /** A whole hour may be about to close. */
    void expect(EventKind kind, int subject, long payload) {
        LeaseBook leases = parts.metering().leases();
        boolean whole = kind == EventKind.GPU_HOUR
                && payload == 0
                && leases.active(subject)
                && engine.nowMicros() - leases.hourStartMicros(subject) == SimTime.MICROS_PER_HOUR;
        lease = whole ? subject : NONE;
        if (whole) {
            tenant = leases.tenant(subject);
            dueMicroUsd = leases.hourChargeMicroUsd(subject);
            before = parts.billing().ledger().debitsMicroUsd(tenant);
        }
    }

    /** The event is over; where the lease ended with it others may have been charged too. */
    void check() {
        if (lease != NONE && parts.metering().leases().active(lease)) {
            int which = lease;
            long charged = parts.billing().ledger().debitsMicroUsd(tenant) - before;
            Invariant.REVENUE.require(
                    charged == dueMicroUsd,
                    () -> "an hour of lease " + which + " costs " + dueMicroUsd + " micro-USD, " + charged
                            + " were charged");
        }
    }
}
