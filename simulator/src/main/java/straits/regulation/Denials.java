package straits.regulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import straits.catalog.Catalog;
import straits.units.SimTime;

/**
 * All that rules refused, by period, whom, where and what decided. Requests of classes, which may be many, are counted in
 * arrays; shipments and what anchors wanted at their reviews, which are few, by key.
 */
public final class Denials {

    /** Stands for a tenant, provider or country that does not apply. */
    public static final int NONE = -1;

    private static final int CLAUSES = Clause.values().length;

    private static final Comparator<Denial> IN_ORDER = Comparator.comparing(Denial::subject)
            .thenComparingInt(Denial::tenant)
            .thenComparingInt(Denial::provider)
            .thenComparingInt(Denial::country)
            .thenComparingInt(each -> each.refusal().rule())
            .thenComparing(each -> each.refusal().clause())
            .thenComparingInt(each -> each.refusal().quota());

    /** Whose wish it was. */
    public enum Subject {
        /** A request of a tenant class. */
        REQUEST,
        /** What an anchor tenant wanted at a review. */
        ANCHOR,
        /** A shipment to a provider. */
        SHIPMENT
    }

    /**
     * Refusals of a period that have whom, where and the cause in common.
     *
     * @param subject whose wishes
     * @param tenant who wanted to lease; {@link #NONE} for shipments
     * @param provider whose shipment; {@link #NONE} for leases
     * @param country where; {@link #NONE} for requests, which look at many
     * @param refusal what decided
     * @param refusals how many
     * @param gpus GPUs of shipments that stayed behind; 0 for leases
     * @param h100eHours what was asked for, in H100e-hours cut at the end of the run
     * @param quotaLeftTpp left on the quota after the last of them; 0 without a quota
     */
    public record Denial(
            Subject subject,
            int tenant,
            int provider,
            int country,
            Refusal refusal,
            long refusals,
            long gpus,
            double h100eHours,
            long quotaLeftTpp) {

        private Denial plus(Denial later) {
            return new Denial(
                    subject,
                    tenant,
                    provider,
                    country,
                    refusal,
                    refusals + later.refusals,
                    gpus + later.gpus,
                    h100eHours + later.h100eHours,
                    later.quotaLeftTpp);
        }
    }

    private record Key(Subject subject, int tenant, int provider, int country, Refusal refusal) {}

    private final Catalog catalog;
    private final Quotas quotas;
    private final int rules;
    private final long[][] requests;
    private final double[][] h100eHours;
    private final List<Map<Key, Denial>> others = new ArrayList<>();
    private DenialListener watcher = DenialListener.NONE;
    private int period;
    private long measuredSinceMicros;

    Denials(Catalog catalog, int rules, Quotas quotas) {
        this.catalog = catalog;
        this.quotas = quotas;
        this.rules = rules;
        int periods = catalog.timeline().periods();
        requests = new long[periods][catalog.classCount() * rules * CLAUSES];
        h100eHours = new double[periods][catalog.classCount() * rules * CLAUSES];
        for (int each = 0; each < periods; each++) {
            others.add(new HashMap<>());
        }
    }

    /** Tells somebody of shipments refused from now on. */
    public void watch(DenialListener who) {
        watcher = who;
    }

    /** A request of a class is refused; what arrived before measuring began is not counted. */
    public void request(int tenant, int rule, Clause clause, double h100e, long arrivedMicros, long durationMicros) {
        if (arrivedMicros >= measuredSinceMicros) {
            int cell = cell(tenant, rule, clause);
            requests[period][cell]++;
            long cut = Math.min(durationMicros, catalog.timeline().horizonMicros() - arrivedMicros);
            h100eHours[period][cell] += h100e * SimTime.toHours(cut);
        }
    }

    private int cell(int tenant, int rule, Clause clause) {
        return (tenant * rules + rule) * CLAUSES + clause.ordinal();
    }

    /** An anchor is refused a part of what it wants in the country of a pool. */
    public void anchor(int tenant, int pool, Refusal refusal, double refusedH100eHours) {
        add(Subject.ANCHOR, tenant, NONE, pool, refusal, 0, refusedH100eHours);
    }

    /** GPUs of a delivery stay behind. */
    public void shipment(long nowMicros, int delivery, int pool, int gpus, Refusal refusal, double refusedH100eHours) {
        int provider = catalog.pools().provider(pool);
        watcher.shipmentRefused(
                nowMicros, delivery, add(Subject.SHIPMENT, NONE, provider, pool, refusal, gpus, refusedH100eHours));
    }

    /** Chips that a tenant orders for itself stay behind. */
    public void purchase(int pool, int gpus, Refusal refusal, double refusedH100eHours) {
        int provider = catalog.pools().provider(pool);
        add(Subject.SHIPMENT, NONE, provider, pool, refusal, gpus, refusedH100eHours);
    }

    private Denial add(
            Subject subject, int tenant, int provider, int pool, Refusal refusal, int gpus, double refusedH100eHours) {
        int country = catalog.pools().country(pool);
        long left = refusal.quota() == Gatekeeper.NO_QUOTA ? 0 : quotas.leftTpp(refusal.quota());
        Denial denial = new Denial(subject, tenant, provider, country, refusal, 1, gpus, refusedH100eHours, left);
        others.get(period).merge(new Key(subject, tenant, provider, country, refusal), denial, Denial::plus);
        return denial;
    }

    /** Refusals count for the given period from now on. */
    public void enterPeriod(int next) {
        period = next;
    }

    /** Forgets what was measured before now. */
    public void restart(long nowMicros) {
        measuredSinceMicros = nowMicros;
        for (int each = 0; each < requests.length; each++) {
            Arrays.fill(requests[each], 0);
            Arrays.fill(h100eHours[each], 0);
            others.get(each).clear();
        }
    }

    /** Requests of a class refused in a period. */
    public long requests(int inPeriod, int tenant, int rule, Clause clause) {
        return requests[inPeriod][cell(tenant, rule, clause)];
    }

    /** What they asked for, in H100e-hours cut at the end of the run. */
    public double h100eHours(int inPeriod, int tenant, int rule, Clause clause) {
        return h100eHours[inPeriod][cell(tenant, rule, clause)];
    }

    /** All refusals of a period: requests first, then anchors, then shipments, each in the order of the scenario. */
    public List<Denial> in(int inPeriod) {
        List<Denial> all = new ArrayList<>();
        for (int tenant = 0; tenant < catalog.classCount(); tenant++) {
            for (int rule = 0; rule < rules; rule++) {
                for (Clause clause : Clause.values()) {
                    addRequests(all, inPeriod, tenant, new Refusal(rule, clause, Gatekeeper.NO_QUOTA));
                }
            }
        }
        others.get(inPeriod).values().stream().sorted(IN_ORDER).forEach(all::add);
        return all;
    }

    private void addRequests(List<Denial> all, int inPeriod, int tenant, Refusal refusal) {
        long count = requests(inPeriod, tenant, refusal.rule(), refusal.clause());
        if (count > 0) {
            double hours = h100eHours(inPeriod, tenant, refusal.rule(), refusal.clause());
            all.add(new Denial(Subject.REQUEST, tenant, NONE, NONE, refusal, count, 0, hours, 0));
        }
    }
}
