package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import straits.catalog.Catalog;
import straits.market.Procurement;
import straits.market.ProcurementMeasures;
import straits.market.Reason;
import straits.simulation.Snapshot;

/**
 * What stopped anchor tenants. The label is the reason with most unfilled h100e-hours; {@code money} if only the budget or its
 * pacing stopped the tenant; {@code need} if nothing did. GPUs are whole, so that a tenant out of money is left with a
 * rest that buys no GPU: a mean below the largest GPU is no shortage.
 */
final class Shortfalls {

    private final Snapshot run;
    private final Catalog catalog;

    Shortfalls(Snapshot run) {
        this.run = run;
        catalog = run.catalog();
    }

    List<BindingRow> binding(List<Month> months) {
        List<BindingRow> rows = new ArrayList<>();
        for (Month month : months) {
            for (Procurement procurement : run.procurements()) {
                String tenant = catalog.tenants().slug(procurement.tenant());
                rows.add(new BindingRow(month.key(), tenant, over(List.of(month), procurement)));
            }
        }
        return rows;
    }

    /** The shortfall of an anchor tenant over some months. */
    AnchorShortfall over(List<Month> months, Procurement procurement) {
        ProcurementMeasures measures = procurement.measures();
        Map<Reason, Double> byReason = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            byReason.put(reason, sum(months, period -> measures.reasonHours(period, reason)));
        }
        double unfilled = sum(months, measures::unfilledHours);
        double shortOfMoney = sum(months, measures::shortOfMoneyHours);
        double grain = largestGpuH100e(procurement.tenant())
                * months.stream().mapToDouble(Month::hours).sum();
        Reason label = unfilled >= grain ? most(byReason) : shortOfMoney >= grain ? Reason.MONEY : Reason.NEED;
        return new AnchorShortfall(sum(months, measures::needHours), unfilled, shortOfMoney, byReason, label);
    }

    private static double sum(List<Month> months, IntToDoubleFunction hoursOfPeriod) {
        return months.stream()
                .mapToInt(Month::period)
                .mapToDouble(hoursOfPeriod)
                .sum();
    }

    /** Ties go to the reason that stands first in the list. */
    private static Reason most(Map<Reason, Double> byReason) {
        Reason most = Reason.NEED;
        for (Reason reason : Reason.values()) {
            if (byReason.getOrDefault(reason, 0.0) > byReason.getOrDefault(most, 0.0)) {
                most = reason;
            }
        }
        return most;
    }

    private double largestGpuH100e(int tenant) {
        double largest = 1;
        boolean[] compatible = catalog.compatiblePools(tenant);
        for (int pool = 0; pool < compatible.length; pool++) {
            if (compatible[pool]) {
                int chip = catalog.pools().chip(pool);
                largest = Math.max(largest, catalog.h100ePerGpu(catalog.workload(tenant), chip));
            }
        }
        return largest;
    }
}
