package straits.market;

import straits.market.lease.LeaseBook;
import straits.market.tenant.AnchorPlan;
import straits.scenario.AnchorTenant;
import straits.scenario.AnchorTenant.CommitmentRule;
import straits.units.Money;
import straits.units.SimTime;

/**
 * What an anchor tenant's budget still affords. By cash: so much that at no checkpoint to come the charges of all its
 * leases exceed what may have been spent by then. By contract value: what is left of the whole budget after the whole
 * value of everything in force; what it rents on demand counts to the end of the run.
 */
final class SpendingRoom {

    private final CommitmentRule rule;
    private final AnchorPlan plan;
    private final int tenant;
    private final long[] checkpointMicros;
    private final double[] hours;
    private final double[] leftUsd;
    private double unsignedUsd;

    SpendingRoom(AnchorTenant spec, AnchorPlan plan, int tenant) {
        rule = spec.commitmentRule();
        this.plan = plan;
        this.tenant = tenant;
        checkpointMicros = plan.checkpointsMicros();
        hours = new double[checkpointMicros.length];
        leftUsd = new double[checkpointMicros.length];
    }

    /** Counts anew what was spent and what the leases in force will cost by each checkpoint. */
    void survey(long nowMicros, long spentMicroUsd, LeaseBook leases) {
        for (int each = 0; each < checkpointMicros.length; each++) {
            hours[each] = SimTime.toHours(Math.max(0, checkpointMicros[each] - nowMicros));
            leftUsd[each] = plan.allowanceUsd(checkpointMicros[each]) - Money.toUsd(spentMicroUsd);
        }
        unsignedUsd = plan.budgetUsd() - Money.toUsd(spentMicroUsd);
        for (int lease = 0; lease < leases.highWater(); lease++) {
            if (leases.tenant(lease) == tenant && leases.active(lease)) {
                double unchargedHours = SimTime.toHours(nowMicros - leases.hourStartMicros(lease));
                double leftHours = SimTime.toHours(leases.endMicros(lease) - nowMicros);
                reserve(Money.toUsd(leases.hourDueMicroUsd(lease)), unchargedHours, leftHours);
            }
        }
    }

    private void reserve(double usdPerHour, double unchargedHours, double leftHours) {
        for (int each = 0; each < hours.length; each++) {
            leftUsd[each] -= usdPerHour * (unchargedHours + Math.min(hours[each], leftHours));
        }
        unsignedUsd -= usdPerHour * (unchargedHours + leftHours);
    }

    /** Charges still to come of a tenant's leases in force, in USD. */
    static double committedUsd(LeaseBook leases, int tenant) {
        double sum = 0;
        for (int lease = 0; lease < leases.highWater(); lease++) {
            if (leases.tenant(lease) == tenant && leases.active(lease)) {
                double hours = SimTime.toHours(leases.endMicros(lease) - leases.hourStartMicros(lease));
                sum += Money.toUsd(leases.hourChargeMicroUsd(lease)) * hours;
            }
        }
        return sum;
    }

    /** What is affordable beyond what is held, in H100-equivalents at a unit price for a time. */
    double affordableH100e(double unitUsd, double termHours) {
        if (unitUsd <= 0) {
            return Double.MAX_VALUE;
        }
        if (rule == CommitmentRule.CONTRACT_VALUE) {
            return Math.max(0, unsignedUsd) / (unitUsd * termHours);
        }
        double least = Double.MAX_VALUE;
        for (int each = 0; each < hours.length; each++) {
            if (hours[each] > 0) {
                least = Math.min(least, leftUsd[each] / (unitUsd * hours[each]));
            }
        }
        return Math.max(0, least);
    }

    /** What may be paid at once, in USD. */
    double payableUsd() {
        if (rule == CommitmentRule.CONTRACT_VALUE) {
            return Math.max(0, unsignedUsd);
        }
        double least = Double.MAX_VALUE;
        for (int each = 0; each < hours.length; each++) {
            least = hours[each] > 0 ? Math.min(least, leftUsd[each]) : least;
        }
        return Math.max(0, least);
    }

    /** Takes a lease signed now into account. */
    void commit(double usdPerHour, long termMicros) {
        reserve(usdPerHour, 0, SimTime.toHours(termMicros));
    }
}
