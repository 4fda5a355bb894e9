package straits.experiments.output;

import straits.experiments.montecarlo.NegotiationRow;
import straits.experiments.montecarlo.UnitKey;

/** Declarations of the table and the log of negotiations. */
final class NegotiationTables {

    private static final String GPUS = "GPUs";
    private static final String GPU_PRICE = "USD per GPU-hour";
    private static final String USD = "USD";

    private NegotiationTables() {}

    static Table<NegotiationRow> bargaining() {
        return Keys.period(
                        Table.of(
                                "bargaining.csv",
                                "point x replication x period x anchor x provider; cells in which no negotiation ended are left out"),
                        NegotiationRow::key)
                .text("tenant", "anchor tenant", NegotiationRow::tenant)
                .text("provider", "with whom it negotiated", NegotiationRow::provider)
                .integer(
                        "negotiations",
                        "negotiations",
                        "that ended in the period, those that ended at once too",
                        NegotiationRow::ended)
                .integer("agreements", "negotiations", "of these, with a signed block", NegotiationRow::agreed)
                .decimal(
                        "rounds_mean",
                        "rounds",
                        "rounds of those with a signed block; empty if there is none",
                        NegotiationRow::meanRounds)
                .integer("gpus", GPUS, "signed", NegotiationRow::gpus)
                .decimal("gpu_hours", "GPU-hours", "signed, over the whole terms", NegotiationRow::gpuHours)
                .decimal(
                        "list_value_usd",
                        USD,
                        "what these blocks would have cost over their whole terms at the list prices of the day the negotiations began",
                        NegotiationRow::listUsd)
                .decimal("agreed_value_usd", USD, "what they cost at the prices agreed", NegotiationRow::agreedUsd)
                .decimal(
                        "saved_against_list_usd",
                        USD,
                        "the difference: what bargaining gained the tenant, if it would have paid the list prices",
                        NegotiationRow::savedUsd)
                .decimal(
                        "tenant_gain_usd",
                        USD,
                        "the tenant's reservation value less the price agreed, over the whole terms",
                        NegotiationRow::tenantGainUsd)
                .decimal(
                        "provider_gain_usd",
                        USD,
                        "the price agreed less the provider's reservation value, over the whole terms",
                        NegotiationRow::providerGainUsd)
                .build();
    }

    static Table<LogRow> log() {
        return Keys.unit(Table.of("negotiations.csv", "negotiation of a run, in the order of their ends"), LogRow::unit)
                .text("tenant", "anchor tenant", LogRow::tenant)
                .text("pool", "provider/site/chip", LogRow::pool)
                .text("opened_time", "when it began, ISO 8601", LogRow::opened)
                .text("ended_time", "when it ended, or the run did, ISO 8601", LogRow::ended)
                .integer("rounds", "rounds", "rounds it took; 0 if it ended at once", LogRow::rounds)
                .text(
                        "outcome",
                        "agreed, no_surplus, outbid, not_agreed, need_filled, not_signed, open_at_end",
                        LogRow::outcome)
                .integer("gpus", GPUS, "GPUs asked for, and held unless it ended at once", LogRow::gpus)
                .integer("signed_gpus", GPUS, "GPUs of the block signed", LogRow::signedGpus)
                .decimal("term_hours", "h", "length of the block", LogRow::termHours)
                .decimal(
                        "list_price_usd_per_gpu_hour",
                        GPU_PRICE,
                        "list price of such a block when it began",
                        LogRow::listUsd)
                .decimal(
                        "tenant_reservation_usd_per_gpu_hour",
                        GPU_PRICE,
                        "the most the tenant would have paid",
                        LogRow::limitUsd)
                .decimal(
                        "provider_reservation_usd_per_gpu_hour",
                        GPU_PRICE,
                        "the least the provider would have taken",
                        LogRow::floorUsd)
                .decimal(
                        "outside_price_usd_per_gpu_hour",
                        GPU_PRICE,
                        "from which price on the others negotiated with would supply the tenant; empty if they cannot",
                        LogRow::outsideUsd)
                .decimal(
                        "price_usd_per_gpu_hour",
                        GPU_PRICE,
                        "price of the block signed; empty if none was",
                        LogRow::priceUsd)
                .build();
    }

    record LogRow(
            UnitKey unit,
            String tenant,
            String pool,
            String opened,
            String ended,
            int rounds,
            String outcome,
            int gpus,
            int signedGpus,
            double termHours,
            double listUsd,
            double limitUsd,
            double floorUsd,
            double outsideUsd,
            double priceUsd) {}
}
