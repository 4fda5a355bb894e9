package straits.market.lease;

import straits.units.Money;

/** Charges what was used of hours that are no whole ones, or that a contract or a share for the state tells apart. */
final class HourPosting {

    private final LeaseBook leases;
    private final Billing billing;
    private final ContractPosting contracts;

    HourPosting(LeaseBook leases, Billing billing, ContractPosting contracts) {
        this.leases = leases;
        this.billing = billing;
        this.contracts = contracts;
    }

    /** Charges a lease for its hour as far as it has gone by; another begins now. */
    void close(int lease, long now) {
        long micros = now - leases.hourStartMicros(lease);
        LeaseContract contract = leases.contract(lease);
        if (contract == null) {
            billing.charge(leases.terms(lease), leases.microUsdPerGpuHour(lease), micros);
        } else {
            contracts.close(contract, lease, micros, now);
        }
        if (leases.hourShare(lease) > 0) {
            billing.share(leases.pool(lease), shareMicroUsd(lease, micros));
        }
        leases.hourStart(lease, now);
    }

    private long shareMicroUsd(int lease, long micros) {
        return Math.round(chargeMicroUsd(lease, micros) * leases.hourShare(lease));
    }

    private long chargeMicroUsd(int lease, long micros) {
        LeaseContract contract = leases.contract(lease);
        return contract == null
                ? Money.charge(leases.hourChargeMicroUsd(lease), micros)
                : contracts.useMicroUsd(contract, lease, micros);
    }

    /** What a tenant pays for a part of the running hour when it closes: nothing of it is prepaid without a contract. */
    long dueMicroUsd(int lease, long micros) {
        LeaseContract contract = leases.contract(lease);
        return contract == null
                ? Money.charge(leases.hourChargeMicroUsd(lease), micros)
                : contracts.dueMicroUsd(contract, lease, micros);
    }

    /** Counts what of the hours under way has gone by for the period now, or takes it out again. */
    void accrue(int sign, long now) {
        for (int lease = 0; lease < leases.highWater(); lease++) {
            if (leases.active(lease)) {
                long micros = now - leases.hourStartMicros(lease);
                billing.accrue(leases, lease, chargeMicroUsd(lease, micros), micros, sign);
                billing.accrueShare(leases.pool(lease), sign * shareMicroUsd(lease, micros));
            }
        }
    }
}
