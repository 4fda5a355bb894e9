package straits.experiments.output;

import straits.experiments.montecarlo.LedgerRow;
import straits.experiments.montecarlo.ProviderRow;

/** Declarations of the tables of one run about money. */
final class MoneyTables {

    private static final String USD = "USD";

    private MoneyTables() {}

    static Table<LedgerRow> ledger() {
        return Keys.period(
                        Table.of("ledger.csv", "point x replication x period x tenant, then provider"), LedgerRow::key)
                .text("tenant", "tenant class or anchor tenant; empty in the row of a provider", LedgerRow::tenant)
                .text("provider", "the provider; empty in the row of a tenant", LedgerRow::provider)
                .decimal("used_usd", USD, "charges for hours that closed in the period", LedgerRow::usedUsd)
                .decimal(
                        "fees_usd",
                        USD,
                        "owed by tenants beyond that: exit, take-or-pay, unused capacity, termination",
                        LedgerRow::feesUsd)
                .decimal("credits_usd", USD, "owed to tenants: late delivery, failures", LedgerRow::creditsUsd)
                .decimal("shared_usd", USD, "of what was used, handed on to the state", LedgerRow::sharedUsd)
                .decimal(
                        "cash_usd",
                        USD,
                        "money that moved in the period: paid by a tenant, received by a provider, each less what went back",
                        LedgerRow::cashUsd)
                .decimal(
                        "advances_usd",
                        USD,
                        "paid ahead and not yet used at the end of the period: prepaid by a tenant, deferred by a provider",
                        LedgerRow::advancesUsd)
                .decimal("receivable_usd", USD, "owed by others at the end of the period", LedgerRow::receivableUsd)
                .decimal("payable_usd", USD, "owed to others at the end of the period", LedgerRow::payableUsd)
                .build();
    }

    static Table<ProviderRow> accounts() {
        return Keys.period(
                        Table.of("provider_accounts.csv", "point x replication x period x provider"), ProviderRow::key)
                .text("provider", "the provider", ProviderRow::provider)
                .text("class", "gatekeeper, validated or local", ProviderRow::ownerClass)
                .decimal("revenue_usd", USD, "charges for the time used in the period", ProviderRow::revenueUsd)
                .decimal(
                        "cost_usd",
                        USD,
                        "electricity and operations of the GPU-hours charged, at the prices of the first day of the period",
                        ProviderRow::costUsd)
                .decimal("margin_usd", USD, "revenue less cost", ProviderRow::marginUsd)
                .decimal(
                        "compliance_cost_usd",
                        USD,
                        "duties, screenings and shares of revenue that rules cost the provider in the period; no part of cost_usd",
                        ProviderRow::complianceCostUsd)
                .decimal(
                        "electricity_usd",
                        USD,
                        "electricity of the GPU-hours charged; part of cost_usd",
                        row -> row.books().electricityUsd())
                .decimal(
                        "operations_usd",
                        USD,
                        "operations of the GPU-hours charged; part of cost_usd",
                        row -> row.books().operationsUsd())
                .decimal(
                        "depreciation_usd",
                        USD,
                        "written off GPUs on offer and their halls in the period; empty where the provider states no cost",
                        row -> row.books().depreciationUsd())
                .decimal(
                        "capital_cost_usd",
                        USD,
                        "cost of capital on the mean book value of the period; empty where the provider states no cost",
                        row -> row.books().capitalUsd())
                .decimal(
                        "profit_usd",
                        USD,
                        "margin less compliance, depreciation and cost of capital; empty where the provider states no cost",
                        ProviderRow::profitUsd)
                .decimal(
                        "purchases_usd",
                        USD,
                        "paid for GPUs and halls on the day they went into service; empty where the provider states no cost",
                        row -> row.books().purchasesUsd())
                .decimal(
                        "book_value_usd",
                        USD,
                        "book value of GPUs on offer and their halls at the end of the period; empty where the provider states no cost",
                        row -> row.books().bookUsd())
                .decimal(
                        "cash_usd",
                        USD,
                        "cash that came in less what went out in the period: what tenants paid, less cost, compliance and, where cost is stated, purchases; hours are paid as they close",
                        row -> row.books().cashUsd())
                .decimal(
                        "discounted_cash_usd",
                        USD,
                        "cash_usd discounted from the end of the period to the start of the run at the provider's cost of capital; its sum is a net present value; empty where the provider states no cost",
                        row -> row.books().presentUsd())
                .build();
    }
}
