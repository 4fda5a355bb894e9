package straits.simulation;

import straits.market.cost.PresentValue;
import straits.market.lease.Billing;
import straits.market.lease.LeaseBook;
import straits.units.Money;

/** Money: who owes what, what was charged, and at which price. */
final class MoneyInvariants {

    /** Two sums of the same months in different order. */
    private static final double ROUNDING = 1e-9;

    private final Assembly parts;
    private final Billing billing;

    MoneyInvariants(Assembly parts) {
        this.parts = parts;
        billing = parts.billing();
    }

    /** Everything, counted anew. */
    void recount() {
        long imbalance = billing.ledger().imbalanceMicroUsd();
        Invariant.DOUBLE_ENTRY.require(
                imbalance == 0, () -> "the accounts of the ledger sum to " + imbalance + " micro-USD, not 0");
        Invariant.DOUBLE_ENTRY.require(
                billing.accounts().mirrored(),
                () -> "what is prepaid is not what is deferred, or what is owed not what is expected");
        Invariant.REVENUE.require(
                billing.agreesWithLedger(), () -> "the ledger's accounts differ from what was charged by cell");
        boolean channels = parts.procurements().stream()
                .flatMap(each -> each.channels().stream())
                .allMatch(channel -> channel.measures().balanced());
        Invariant.REVENUE.require(channels, () -> "the ledger of a channel differs from what was paid by period");
        Invariant.PRICES.require(billing.withinBudgets(), () -> "a tenant is charged beyond its budget");
        LeaseBook leases = parts.metering().leases();
        for (int lease = 0; lease < leases.highWater(); lease++) {
            if (leases.active(lease)) {
                price(leases, lease);
            }
        }
    }

    /** What a lease pays. */
    void price(LeaseBook leases, int lease) {
        long price = leases.microUsdPerGpuHour(lease);
        long limit = leases.limitMicroUsd(lease);
        Invariant.PRICES.require(
                price >= 0 && price <= limit,
                () -> "lease " + lease + " pays " + price + " micro-USD per GPU-hour, its tenant would pay " + limit);
    }

    /** What pools were paid, at once and discounted at nothing. */
    void atEnd() {
        PresentValue undiscounted = new PresentValue(0);
        long sum = 0;
        for (int period = 0; period < parts.catalog().timeline().periods(); period++) {
            long paid = 0;
            for (int pool = 0; pool < parts.inventory().pools(); pool++) {
                paid += billing.accounts().receivedMicroUsd(period, pool);
            }
            undiscounted.pay(parts.catalog().timeline().periodStartMicros(period), paid);
            sum += paid;
        }
        discounted(undiscounted.usd(), Money.toUsd(sum));
    }

    private static void discounted(double present, double plain) {
        Invariant.PRESENT_VALUE.require(
                StrictMath.abs(present - plain) <= ROUNDING * (1 + StrictMath.abs(plain)),
                () -> "the present value of what pools were paid is " + present + " USD, its sum " + plain);
    }
}
