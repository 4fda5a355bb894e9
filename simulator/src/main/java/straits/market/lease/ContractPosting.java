package straits.market.lease;

import static straits.market.lease.Posting.DRAWN;
import static straits.market.lease.Posting.FEE;
import static straits.market.lease.Posting.PREPAYMENT;
import static straits.market.lease.Posting.REFUND;
import static straits.market.lease.Posting.USE;

import org.jspecify.annotations.Nullable;
import straits.units.Money;

/**
 * Posts what a lease with a contract owes. Of what was prepaid so much is drawn for each hour that what is left is the
 * prepaid share of the charges left; of each hour the share used is charged, and beyond that a fee is owed.
 */
final class ContractPosting {

    private final LeaseBook leases;
    private final Billing billing;
    private LeaseListener watcher = LeaseListener.NONE;

    ContractPosting(LeaseBook leases, Billing billing) {
        this.leases = leases;
        this.billing = billing;
    }

    void watch(LeaseListener who) {
        watcher = who;
    }

    /** Takes the prepayment of a lease that begins now; returns whether its tenant can pay it. */
    boolean prepay(int lease, long now) {
        LeaseContract contract = leases.contract(lease);
        long microUsd = contract == null ? 0 : share(contract.terms().prepaid(), chargesLeft(lease, now));
        if (contract == null || microUsd == 0) {
            return true;
        }
        if (!billing.prepay(leases.tenant(lease), leases.pool(lease), microUsd)) {
            return false;
        }
        contract.prepaidLeft(microUsd);
        watcher.posted(now, leases, lease, PREPAYMENT, microUsd);
        return true;
    }

    private long chargesLeft(int lease, long now) {
        return Money.charge(leases.hourChargeMicroUsd(lease), leases.endMicros(lease) - now);
    }

    private static long share(double share, long microUsd) {
        return share == 1 ? microUsd : Math.round(share * microUsd);
    }

    /** What is charged for the part of the running hour that has gone by, as far as it is used. */
    long useMicroUsd(LeaseContract contract, int lease, long micros) {
        return share(contract.used(), Money.charge(leases.hourChargeMicroUsd(lease), micros));
    }

    /** What of that was not prepaid. */
    long dueMicroUsd(LeaseContract contract, int lease, long micros) {
        long use = useMicroUsd(contract, lease, micros);
        return use - drawnMicroUsd(contract, lease, micros, use);
    }

    private long drawnMicroUsd(LeaseContract contract, int lease, long micros, long use) {
        long left = share(contract.terms().prepaid(), chargesLeft(lease, leases.hourStartMicros(lease) + micros));
        return Math.max(0, Math.min(use, contract.prepaidLeftMicroUsd() - left));
    }

    /** Posts what has gone by of the running hour. */
    void close(LeaseContract contract, int lease, long micros, long now) {
        long use = useMicroUsd(contract, lease, micros);
        long drawn = drawnMicroUsd(contract, lease, micros, use);
        contract.prepaidLeft(contract.prepaidLeftMicroUsd() - drawn);
        billing.use(leases.terms(lease), use, drawn, micros);
        watcher.posted(now, leases, lease, USE, use);
        watcher.posted(now, leases, lease, DRAWN, drawn);
        fee(lease, share(contract.idle(), Money.charge(leases.hourChargeMicroUsd(lease), micros)), now);
    }

    private void fee(int lease, long microUsd, long now) {
        if (microUsd > 0) {
            billing.fee(leases.tenant(lease), leases.pool(lease), microUsd);
            watcher.posted(now, leases, lease, FEE, microUsd);
        }
    }

    /** Posts what is owed as a lease ends: what was prepaid and not used goes back, less what its end costs. */
    void settle(@Nullable LeaseContract contract, int lease, LeaseEnd reason, long now) {
        if (contract == null) {
            return;
        }
        long prepaid = contract.prepaidLeftMicroUsd();
        if (prepaid > 0) {
            billing.refund(leases.tenant(lease), leases.pool(lease), prepaid);
            watcher.posted(now, leases, lease, REFUND, prepaid);
        }
        LeaseContract.Terms terms = contract.terms();
        if (reason == LeaseEnd.EXITED) {
            fee(lease, share(terms.exitFee(), chargesLeft(lease, now)), now);
        } else if (reason == LeaseEnd.REVOKED) {
            long kept = prepaid - share(terms.terminationRefund(), prepaid);
            fee(lease, kept + share(terms.terminationFee(), chargesLeft(lease, now)), now);
        }
    }

    /** Lets the provider of a lease owe its tenant something. */
    void credit(int lease, long microUsd, long now) {
        billing.credit(leases.tenant(lease), leases.pool(lease), microUsd);
        watcher.posted(now, leases, lease, Posting.CREDIT, microUsd);
    }
}
