package straits.market;

import java.util.Arrays;
import straits.catalog.Catalog;
import straits.market.bargaining.NegotiationMeasures;
import straits.market.lease.LeaseBook;
import straits.market.tenant.AnchorPlan;
import straits.market.tenant.NeedPath;
import straits.measurement.RateIntegrals;
import straits.scenario.Question;
import straits.units.Money;

/** What is measured of one anchor tenant, beside its leases. */
public final class ProcurementMeasures {

    /** Time of something that never happened. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int UNFILLED = Reason.values().length;
    private static final int SHORT_OF_MONEY = UNFILLED + 1;
    private static final int SERIES = UNFILLED + 2;

    private final Catalog catalog;
    private final int tenant;
    private final AnchorPlan plan;
    private final RateIntegrals rates;
    private final double[] fillPrices;
    private final double[][] fillH100e;
    private final long rampEndsMicros;
    private final long[] firstRentedMicros = {NEVER, NEVER};
    private final NegotiationMeasures negotiations;
    private double peakH100e;
    private long firstUnmetMicros = NEVER;
    private int period;

    ProcurementMeasures(Catalog catalog, int tenant, AnchorPlan plan) {
        this.catalog = catalog;
        this.tenant = tenant;
        this.plan = plan;
        int periods = catalog.timeline().periods();
        rates = new RateIntegrals(SERIES, periods);
        Question question = catalog.scenario().question();
        boolean asked =
                question != null && question.tenant().equals(catalog.tenants().slug(tenant));
        fillPrices = asked && question != null
                ? question.fillPrices().stream()
                        .mapToDouble(each -> each.value())
                        .toArray()
                : new double[0];
        fillH100e = new double[periods][fillPrices.length];
        negotiations = new NegotiationMeasures(periods, catalog.providers().size());
        rampEndsMicros = question == null ? 0 : catalog.timeline().micros(question.rampEnds());
    }

    void reviewed(long nowMicros, double unfilled, double shortOfMoney, double heldH100e) {
        rates.close(nowMicros);
        rates.set(UNFILLED, unfilled);
        rates.set(SHORT_OF_MONEY, shortOfMoney);
        peakH100e = Math.max(peakH100e, heldH100e);
        if (unfilled >= 1 && nowMicros >= rampEndsMicros) {
            firstUnmetMicros = Math.min(firstUnmetMicros, nowMicros);
        }
    }

    /** Notes that a lease with or without commitment begins. */
    void rented(boolean committed, long nowMicros) {
        int which = committed ? 1 : 0;
        firstRentedMicros[which] = Math.min(firstRentedMicros[which], nowMicros);
    }

    /** When its first lease with or without commitment began; {@link #NEVER} if none did. */
    public long firstRentedMicros(boolean committed) {
        return firstRentedMicros[committed ? 1 : 0];
    }

    void reasons(double[] h100eByReason) {
        for (int reason = 0; reason < h100eByReason.length; reason++) {
            rates.set(reason, h100eByReason[reason]);
        }
    }

    /** Notes how much is in force at or below each price threshold, if more than ever before. */
    void sampleFill(LeaseBook leases) {
        double[] inForce = new double[fillPrices.length];
        for (int lease = 0; lease < leases.highWater(); lease++) {
            if (leases.active(lease) && leases.tenant(lease) == tenant) {
                addInForce(inForce, leases, lease);
            }
        }
        for (int price = 0; price < inForce.length; price++) {
            fillH100e[period][price] = Math.max(fillH100e[period][price], inForce[price]);
        }
    }

    private void addInForce(double[] inForce, LeaseBook leases, int lease) {
        int chip = catalog.pools().chip(leases.pool(lease));
        double h100ePerGpu = catalog.h100ePerGpu(catalog.workload(tenant), chip);
        double unitUsd = Money.toUsd(leases.microUsdPerGpuHour(lease)) / h100ePerGpu;
        for (int price = 0; price < inForce.length; price++) {
            if (unitUsd <= fillPrices[price]) {
                inForce[price] += leases.gpus(lease) * h100ePerGpu;
            }
        }
    }

    /** Time now counts for the given period. */
    public void enterPeriod(int next, long nowMicros) {
        rates.enterPeriod(next, nowMicros);
        fillH100e[next] = fillH100e[period].clone();
        period = next;
        negotiations.enterPeriod(next);
    }

    /** Forgets what was measured before now. */
    public void restart(long nowMicros) {
        rates.restart(nowMicros);
        peakH100e = 0;
        negotiations.restart();
        firstUnmetMicros = NEVER;
        for (double[] row : fillH100e) {
            Arrays.fill(row, 0);
        }
    }

    /** Brings the integrals up to now. */
    public void close(long nowMicros) {
        rates.close(nowMicros);
    }

    /** What it needed in what was measured of a period, in H100e-hours: exactly as its plan says. */
    public double needHours(int inPeriod) {
        return plan.needHours(measuredFrom(inPeriod), catalog.timeline().periodEndMicros(inPeriod));
    }

    /** The same for a part of its need. */
    public double needHours(int inPeriod, NeedPath part) {
        return plan.needHours(part, measuredFrom(inPeriod), catalog.timeline().periodEndMicros(inPeriod));
    }

    private long measuredFrom(int inPeriod) {
        return Math.max(catalog.timeline().warmUpMicros(), catalog.timeline().periodStartMicros(inPeriod));
    }

    /** What it needed, could have paid for at its highest price, and did not hold, in H100e-hours. */
    public double unfilledHours(int inPeriod) {
        return rates.levelHours(inPeriod, UNFILLED);
    }

    /** What it needed, did not hold and could not have paid for, in H100e-hours. */
    public double shortOfMoneyHours(int inPeriod) {
        return rates.levelHours(inPeriod, SHORT_OF_MONEY);
    }

    /** The unfilled H100e-hours of a period charged to a reason. */
    public double reasonHours(int inPeriod, Reason reason) {
        return rates.levelHours(inPeriod, reason.ordinal());
    }

    /** The most it held at any review, in H100-equivalents. */
    public double peakH100e() {
        return peakH100e;
    }

    /** The first review, after the ramp of the question, at which anything went unfilled; {@link #NEVER} if none. */
    public long firstUnmetMicros() {
        return firstUnmetMicros;
    }

    /** The most in force by the end of a period at or below a price threshold of the question. */
    public double fillH100e(int inPeriod, int price) {
        return fillH100e[inPeriod][price];
    }

    /** What its negotiations came to. */
    public NegotiationMeasures negotiations() {
        return negotiations;
    }

    /** Number of price thresholds; 0 for tenants the question does not ask about. */
    public int fillPrices() {
        return fillPrices.length;
    }
}
