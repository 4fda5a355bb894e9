package straits.market.lease;

import straits.units.Money;

/** Charges what was used of hours that are no whole ones, or of which the state has a share. */
final class HourPosting {

    private final LeaseBook leases;
    private final Billing billing;

    HourPosting(LeaseBook leases, Billing billing) {
        this.leases = leases;
        this.billing = billing;
    }

    /** Charges a lease for its hour as far as it has gone by; another begins now. */
    void close(int lease, long now) {
        long micros = now - leases.hourStartMicros(lease);
        billing.charge(leases.terms(lease), leases.microUsdPerGpuHour(lease), micros);
        if (leases.hourShare(lease) > 0) {
            billing.share(leases.pool(lease), shareMicroUsd(lease, micros));
        }
        leases.hourStart(lease, now);
    }

    private long shareMicroUsd(int lease, long micros) {
        long chargeMicroUsd = Money.charge(leases.hourChargeMicroUsd(lease), micros);
        return Math.round(chargeMicroUsd * leases.hourShare(lease));
    }

    /** Counts what of the hours under way has gone by for the period now, or takes it out again. */
    void accrue(int sign, long now) {
        for (int lease = 0; lease < leases.highWater(); lease++) {
            if (leases.active(lease)) {
                long micros = now - leases.hourStartMicros(lease);
                billing.accrue(leases, lease, micros, sign);
                billing.accrueShare(leases.pool(lease), sign * shareMicroUsd(lease, micros));
            }
        }
    }
}
