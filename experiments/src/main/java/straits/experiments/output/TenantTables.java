package straits.experiments.output;

import java.util.List;
import java.util.Locale;
import straits.experiments.montecarlo.BindingRow;
import straits.experiments.montecarlo.ChannelRow;
import straits.experiments.montecarlo.TenantRow;
import straits.experiments.montecarlo.UnmetRow;
import straits.market.Reason;

/** Declarations of the tables of one run about tenants: what they hold, need and go without. */
final class TenantTables {

    private static final String GPUS = "GPUs";
    private static final String GPU_HOURS = "GPU-hours";
    private static final String H100E = "h100e";
    private static final String H100E_HOURS = "h100e-hours";
    private static final String USD = "USD";

    /** Reasons that unfilled amounts are charged to. */
    private static final List<Reason> CHARGED = List.of(
            Reason.PRICE, Reason.CHIPS, Reason.POWER, Reason.LICENCE, Reason.CAP, Reason.SCREENING, Reason.TIME);

    private TenantTables() {}

    static Table<TenantRow> tenants() {
        return Keys.period(Table.of("tenants.csv", "point x replication x period x tenant"), TenantRow::key)
                .text("tenant", "tenant class or anchor tenant", TenantRow::tenant)
                .decimal("gpus", GPUS, "held; time average", TenantRow::gpus)
                .decimal("h100e", H100E, "held, by training performance; time average", TenantRow::h100e)
                .decimal("gpu_hours", GPU_HOURS, "GPU-hours held", TenantRow::gpuHours)
                .decimal(
                        "billed_gpu_hours", GPU_HOURS, "GPU-hours charged for in the period", TenantRow::billedGpuHours)
                .decimal("spend_usd", USD, "charges for the time used in the period", TenantRow::spendUsd)
                .decimal(
                        "committed_spend_usd",
                        USD,
                        "of these, charges under leases for a term",
                        TenantRow::committedSpendUsd)
                .decimal(
                        "need_h100e",
                        H100E,
                        "need of an anchor tenant, for its own workload; time average; empty for classes",
                        TenantRow::needH100e)
                .decimal(
                        "unfilled_h100e",
                        H100E,
                        "needed, affordable and not held, for its own workload; time average; empty for classes",
                        TenantRow::unfilledH100e)
                .decimal("need_training_h100e", H100E, "of need_h100e for training", TenantRow::needTrainingH100e)
                .decimal("need_inference_h100e", H100E, "of need_h100e for inference", TenantRow::needInferenceH100e)
                .decimal(
                        "need_by_date_h100e",
                        H100E,
                        "need by date, also where it counts for nothing since users, tokens and training runs are given; empty if none is given",
                        TenantRow::needByDateH100e)
                .build();
    }

    static Table<ChannelRow> channels() {
        return Keys.period(Table.of("channels.csv", "point x replication x period x anchor x channel"), ChannelRow::key)
                .text("tenant", "anchor tenant", ChannelRow::tenant)
                .text(
                        "channel",
                        "rent_on_demand: leases without commitment; block: leases for a term, those of the first day too; else the key of a channel",
                        ChannelRow::channel)
                .decimal(
                        "gpu_hours",
                        GPU_HOURS,
                        "GPU-hours charged for in the period; of chips of its own, in service",
                        ChannelRow::gpuHours)
                .decimal(
                        "h100e_hours",
                        H100E_HOURS,
                        "the same by training performance; of efficiency_gain and wait, what was saved or put off",
                        ChannelRow::h100eHours)
                .decimal(
                        "spend_usd",
                        USD,
                        "charges of the same; of chips of its own, purchases and running; of efficiency_gain, the engineers",
                        ChannelRow::spendUsd)
                .text(
                        "kind",
                        "rent_on_demand, block, licensed_chips, own_chips, efficiency_gain or wait",
                        ChannelRow::kind)
                .decimal(
                        "supplied_h100e_hours",
                        H100E_HOURS,
                        "h100e_hours by performance for the workload that the channel counts for",
                        ChannelRow::suppliedH100eHours)
                .decimal("purchase_usd", USD, "of spend_usd for chips, paid at shipment", ChannelRow::purchaseUsd)
                .date(
                        "first_date",
                        "first day of the run on which the channel supplied anything; empty if it had not by the end of the period",
                        ChannelRow::first)
                .build();
    }

    static Table<UnmetRow> unmet() {
        return Keys.period(
                        Table.of(
                                "unmet.csv",
                                "point x replication x period x tenant class x outcome; cells without requests are left out"),
                        UnmetRow::key)
                .text("tenant", "tenant class", UnmetRow::tenant)
                .text("outcome", "how the requests ended; those of still_waiting had not", UnmetRow::outcome)
                .integer("requests", "requests", "requests that ended so in the period", UnmetRow::requests)
                .decimal(
                        "h100e_hours",
                        H100E_HOURS,
                        "what they asked for, for their own workload, cut at the end of the run",
                        UnmetRow::h100eHours)
                .build();
    }

    static Table<BindingRow> binding() {
        Table.Builder<BindingRow> table = Keys.period(
                        Table.of("binding.csv", "point x replication x period x anchor"), BindingRow::key)
                .text("tenant", "anchor tenant", BindingRow::tenant)
                .text("label", "reason that binds", row -> word(row.shortfall().label()))
                .decimal(
                        "need_h100e_hours",
                        H100E_HOURS,
                        "needed, for its own workload",
                        row -> row.shortfall().need())
                .decimal(
                        "unfilled_h100e_hours",
                        H100E_HOURS,
                        "needed, affordable and not held",
                        row -> row.shortfall().unfilled())
                .decimal(
                        "short_of_money_h100e_hours",
                        H100E_HOURS,
                        "needed, not held and not affordable",
                        row -> row.shortfall().shortOfMoney());
        for (Reason reason : CHARGED) {
            table.decimal(
                    word(reason) + "_fraction",
                    "fraction",
                    "share of what was unfilled that " + word(reason) + " stopped; empty if nothing was unfilled",
                    row -> row.shortfall().fraction(reason));
        }
        return table.build();
    }

    private static String word(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
