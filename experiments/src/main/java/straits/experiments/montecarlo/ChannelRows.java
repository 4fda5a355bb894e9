package straits.experiments.montecarlo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.market.Procurement;
import straits.market.channel.ChannelMeasures;
import straits.market.channel.ChannelMeasures.Cost;
import straits.market.channel.SupplyChannel;
import straits.scenario.Channel;
import straits.scenario.Workload;
import straits.simulation.Snapshot;

/** Rows of the channels of anchor tenants: renting first, then the others in the order of the file. */
final class ChannelRows {

    private static final String ON_DEMAND = "rent_on_demand";
    private static final String BLOCK = "block";

    private final Snapshot run;
    private final Catalog catalog;
    private final Holdings holdings;

    ChannelRows(Snapshot run) {
        this.run = run;
        catalog = run.catalog();
        holdings = new Holdings(run);
    }

    List<ChannelRow> of(List<Month> months) {
        List<ChannelRow> rows = new ArrayList<>();
        for (Month month : months) {
            for (Procurement procurement : run.procurements()) {
                rows.add(rented(month, procurement, ON_DEMAND, false));
                rows.add(rented(month, procurement, BLOCK, true));
                procurement.channels().forEach(channel -> rows.add(row(month, procurement.tenant(), channel)));
            }
        }
        return rows;
    }

    private ChannelRow rented(Month month, Procurement procurement, String channel, boolean committed) {
        int tenant = procurement.tenant();
        int period = month.period();
        return new ChannelRow(
                month.key(),
                catalog.tenants().slug(tenant),
                channel,
                channel,
                holdings.billedGpuHours(period, tenant, committed),
                holdings.billedH100eHours(period, tenant, committed),
                holdings.suppliedH100eHours(period, tenant, committed),
                run.billing().spendUsd(period, tenant, committed),
                0,
                first(month, procurement.measures().firstRentedMicros(committed)));
    }

    private ChannelRow row(Month month, int tenant, SupplyChannel channel) {
        ChannelMeasures measures = channel.measures();
        int period = month.period();
        double purchase = measures.paidUsd(period, Cost.PURCHASE);
        return new ChannelRow(
                month.key(),
                catalog.tenants().slug(tenant),
                channel.name(),
                channel.kind(),
                measures.gpuHours(period),
                trainingH100eHours(period, tenant, channel),
                measures.h100eHours(period),
                purchase + measures.paidUsd(period, Cost.RUNNING),
                purchase,
                first(month, measures.firstMicros()));
    }

    private double trainingH100eHours(int period, int tenant, SupplyChannel channel) {
        return catalog.anchor(tenant).channels().get(channel.name()) instanceof Channel.Chips chips
                ? channel.measures().gpuHours(period)
                        * catalog.h100ePerGpu(Workload.TRAINING, catalog.chips().id(chips.chip()))
                : channel.measures().h100eHours(period);
    }

    private @Nullable LocalDate first(Month month, long micros) {
        boolean came = micros < catalog.timeline().periodEndMicros(month.period());
        return came ? catalog.timeline().date(micros) : null;
    }
}
