package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import straits.catalog.Catalog;
import straits.market.Procurement;
import straits.market.ProcurementMeasures;
import straits.market.tenant.NeedPath;
import straits.scenario.Workload;
import straits.simulation.Snapshot;

/** Rows of what tenants hold and pay. */
final class TenantRows {

    private final Snapshot run;
    private final Catalog catalog;
    private final Holdings holdings;

    TenantRows(Snapshot run) {
        this.run = run;
        catalog = run.catalog();
        holdings = new Holdings(run);
    }

    List<TenantRow> tenants(List<Month> months) {
        List<TenantRow> rows = new ArrayList<>();
        for (Month month : months) {
            for (int tenant = 0; tenant < catalog.tenants().size(); tenant++) {
                rows.add(row(month, tenant));
            }
        }
        return rows;
    }

    private TenantRow row(Month month, int tenant) {
        int period = month.period();
        double gpuHours = holdings.heldGpuHours(period, tenant);
        boolean anchor = tenant >= catalog.classCount();
        return new TenantRow(
                month.key(),
                catalog.tenants().slug(tenant),
                gpuHours / month.hours(),
                holdings.heldH100eHours(period, tenant) / month.hours(),
                gpuHours,
                holdings.billedGpuHours(period, tenant, false) + holdings.billedGpuHours(period, tenant, true),
                run.billing().spendUsd(period, tenant),
                run.billing().spendUsd(period, tenant, true),
                anchor ? procurement(tenant).measures().needHours(period) / month.hours() : Double.NaN,
                anchor ? needHours(month, tenant, Workload.TRAINING) / month.hours() : Double.NaN,
                anchor ? needHours(month, tenant, Workload.INFERENCE) / month.hours() : Double.NaN,
                anchor ? needByDateHours(month, tenant) / month.hours() : Double.NaN,
                anchor ? procurement(tenant).measures().unfilledHours(period) / month.hours() : Double.NaN);
    }

    private double needHours(Month month, int tenant, Workload workload) {
        ProcurementMeasures measures = procurement(tenant).measures();
        return procurement(tenant).plan().parts().stream()
                .filter(part -> part.workload() == workload)
                .mapToDouble(part -> measures.needHours(month.period(), part))
                .sum();
    }

    /** The need by date: what counts, or what stands beside and is only reported; NaN if there is none. */
    private double needByDateHours(Month month, int tenant) {
        return Stream.concat(procurement(tenant).plan().parts().stream(), procurement(tenant).plan().besides().stream())
                .filter(part -> part.name().equals(NeedPath.DATED))
                .mapToDouble(part -> procurement(tenant).measures().needHours(month.period(), part))
                .reduce(Double.NaN, (none, hours) -> hours);
    }

    private Procurement procurement(int tenant) {
        return run.procurements().get(tenant - catalog.classCount());
    }
}
