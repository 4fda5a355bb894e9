package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.List;
import straits.catalog.Catalog;
import straits.market.Procurement;
import straits.simulation.Snapshot;

/** Rows of what tenants hold and pay, and of the channels of anchor tenants. */
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
                anchor ? procurement(tenant).measures().unfilledHours(period) / month.hours() : Double.NaN);
    }

    private Procurement procurement(int tenant) {
        return run.procurements().get(tenant - catalog.classCount());
    }

    List<ChannelRow> channels(List<Month> months) {
        List<ChannelRow> rows = new ArrayList<>();
        for (Month month : months) {
            for (Procurement procurement : run.procurements()) {
                rows.add(channel(month, procurement.tenant(), "rent_on_demand", false));
                rows.add(channel(month, procurement.tenant(), "block", true));
            }
        }
        return rows;
    }

    private ChannelRow channel(Month month, int tenant, String channel, boolean committed) {
        return new ChannelRow(
                month.key(),
                catalog.tenants().slug(tenant),
                channel,
                holdings.billedGpuHours(month.period(), tenant, committed),
                holdings.billedH100eHours(month.period(), tenant, committed),
                run.billing().spendUsd(month.period(), tenant, committed));
    }
}
