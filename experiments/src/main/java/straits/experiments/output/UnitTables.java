package straits.experiments.output;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import straits.experiments.montecarlo.BindingRow;
import straits.experiments.montecarlo.ChannelRow;
import straits.experiments.montecarlo.ClassRow;
import straits.experiments.montecarlo.DenialRow;
import straits.experiments.montecarlo.DeskRow;
import straits.experiments.montecarlo.FailureRow;
import straits.experiments.montecarlo.JurisdictionRow;
import straits.experiments.montecarlo.LedgerRow;
import straits.experiments.montecarlo.PoolRow;
import straits.experiments.montecarlo.ProviderRow;
import straits.experiments.montecarlo.QuotaRow;
import straits.experiments.montecarlo.SpotRow;
import straits.experiments.montecarlo.TenantRow;
import straits.experiments.montecarlo.UnmetRow;
import straits.market.Reason;
import straits.regulation.Clause;

/** Declarations of the tables of one run. */
final class UnitTables {

    private static final String GPUS = "GPUs";
    private static final String GPU_HOURS = "GPU-hours";
    private static final String H100E = "h100e";
    private static final String H100E_HOURS = "h100e-hours";
    private static final String USD = "USD";

    /** Reasons that unfilled amounts are charged to. */
    private static final List<Reason> CHARGED = List.of(
            Reason.PRICE, Reason.CHIPS, Reason.POWER, Reason.LICENCE, Reason.CAP, Reason.SCREENING, Reason.TIME);

    private static final String CLAUSES =
            Arrays.stream(Clause.values()).map(Clause::word).collect(Collectors.joining(", "));

    private UnitTables() {}

    static Table<PoolRow> series() {
        return Keys.period(Table.of("series.csv", "point x replication x period x pool"), PoolRow::key)
                .text("provider", "owner of the pool", PoolRow::provider)
                .text("country", "country of the site", PoolRow::country)
                .text("class", "class of the owner: gatekeeper, validated, local", PoolRow::ownerClass)
                .text("chip", "chip model", PoolRow::chip)
                .text("site", "site of the pool", PoolRow::site)
                .decimal(
                        "installed_gpus", GPUS, "in service: the sum of the next six; time average", PoolRow::installed)
                .decimal("captive_gpus", GPUS, "never offered; time average", PoolRow::captive)
                .decimal("free_gpus", GPUS, "on offer; time average", PoolRow::free)
                .decimal("held_gpus", GPUS, "promised, not yet leased; time average", PoolRow::held)
                .decimal("leased_gpus", GPUS, "in leases; time average", PoolRow::leased)
                .decimal("down_gpus", GPUS, "failed; time average", PoolRow::down)
                .decimal("curtailed_gpus", GPUS, "without power; time average", PoolRow::curtailed)
                .decimal(
                        "mean_price_usd_per_gpu_hour",
                        "USD per GPU-hour",
                        "standing price on demand; time average",
                        PoolRow::meanUsdPerGpuHour)
                .decimal("revenue_usd", USD, "charges for the time used in the period", PoolRow::revenueUsd)
                .decimal("gpu_hours", GPU_HOURS, "GPU-hours charged for in the period", PoolRow::gpuHours)
                .build();
    }

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
                .build();
    }

    static Table<ChannelRow> channels() {
        return Keys.period(Table.of("channels.csv", "point x replication x period x anchor x channel"), ChannelRow::key)
                .text("tenant", "anchor tenant", ChannelRow::tenant)
                .text(
                        "channel",
                        "rent_on_demand: leases without commitment; block: leases for a term, those of the first day too",
                        ChannelRow::channel)
                .decimal("gpu_hours", GPU_HOURS, "GPU-hours charged for in the period", ChannelRow::gpuHours)
                .decimal("h100e_hours", H100E_HOURS, "the same by training performance", ChannelRow::h100eHours)
                .decimal("spend_usd", USD, "charges of the same", ChannelRow::spendUsd)
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

    static Table<DenialRow> denials() {
        return Keys.period(
                        Table.of(
                                "denials.csv",
                                "point x replication x period x subject kind x tenant or provider x country x rule x clause; what was not refused is left out"),
                        DenialRow::key)
                .text("tenant", "tenant class or anchor tenant; empty for shipments", DenialRow::tenant)
                .text("provider", "whose shipments; empty for leases", DenialRow::provider)
                .text("country", "where; empty for requests, which look at many", DenialRow::country)
                .text("subject_kind", "whose wish: request, anchor or shipment", DenialRow::subjectKind)
                .text("rule", "key of the rule", DenialRow::rule)
                .text("clause", "what decided: " + CLAUSES, DenialRow::clause)
                .integer(
                        "requests",
                        "requests",
                        "how many were refused in the period: requests; reviews or applications of an anchor; shipments, whole or in part",
                        DenialRow::requests)
                .decimal(
                        "h100e_hours",
                        H100E_HOURS,
                        "what they asked for, cut at the end of the run: of a request, for its own workload; of an anchor, what the quota kept it from"
                                + " until its next review, in one country whatever it found in another, none for applications; of a shipment, what"
                                + " the GPUs left behind, rentable or not, would have given in training from the day they would have been ready",
                        DenialRow::h100eHours)
                .optionalInteger(
                        "gpus", GPUS, "GPUs of shipments that stayed behind; empty for leases", DenialRow::gpus)
                .optionalInteger(
                        "quota_left_tpp",
                        "TPP",
                        "left on the quota after the last refusal of the period; empty without a quota",
                        DenialRow::quotaLeftTpp)
                .date(
                        "quota_renews_date",
                        "when the quota renews next; empty for never and without a quota",
                        DenialRow::quotaRenews)
                .build();
    }

    static Table<QuotaRow> quotas() {
        return Keys.unit(Table.of("quotas.csv", "point x replication x quota"), QuotaRow::unit)
                .text("country", "where; empty for anywhere", QuotaRow::country)
                .text("rule", "key of the rule", QuotaRow::rule)
                .text("holder", "who draws; empty for all", QuotaRow::holder)
                .integer("granted_tpp", "TPP", "all that was granted", QuotaRow::grantedTpp)
                .integer("drawn_tpp", "TPP", "drawn at the end of the run", QuotaRow::drawnTpp)
                .integer("left_tpp", "TPP", "granted less drawn", QuotaRow::leftTpp)
                .date(
                        "first_bound_date",
                        "first day on which more was wanted than was left; empty for never",
                        QuotaRow::firstBound)
                .text("year", "calendar year it is good for; empty for any time", QuotaRow::year)
                .text("licence", "number of the licence it belongs to; empty for none", QuotaRow::licence)
                .date("renews_date", "day on which a new quota takes its place; empty for never", QuotaRow::renews)
                .build();
    }

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

    static Table<DeskRow> desk() {
        String days = "days";
        return Keys.period(Table.of("desk.csv", "point x replication x period x review class"), DeskRow::key)
                .text("review_class", "how applications are reviewed", DeskRow::reviewClass)
                .integer("filed", "", "applications filed, resubmissions left out", DeskRow::filed)
                .integer("turned_away", "", "turned away for want of room, resubmissions too", DeskRow::turnedAway)
                .integer("reviews_begun", "", "reviews begun", DeskRow::begun)
                .integer("approved", "", "approved, with conditions or without", DeskRow::approved)
                .integer("conditional", "", "of these with conditions", DeskRow::conditional)
                .integer("refused", "", "refused for good", DeskRow::refused)
                .integer("returned", "", "returned without action, whether filed again or not", DeskRow::returned)
                .integer("withdrawn", "", "given up by the applicant", DeskRow::withdrawn)
                .decimal(
                        "backlog",
                        "applications",
                        "in the house, waiting and under review, those of the first day too; time average",
                        DeskRow::inHouse)
                .decimal(
                        "review_wait_days_mean",
                        days,
                        "from filing to the beginning of review, of reviews begun in the period",
                        DeskRow::reviewWaitDays)
                .decimal(
                        "decision_days_mean",
                        days,
                        "from the first filing to the final decision, of those decided in the period",
                        DeskRow::decisionDays)
                .build();
    }

    static Table<FailureRow> failures() {
        return Keys.period(
                        Table.of("failures.csv", "point x replication x period x pool; no rows where nothing fails"),
                        FailureRow::key)
                .text("provider", "owner of the pool", FailureRow::provider)
                .text("country", "country of the site", FailureRow::country)
                .text("chip", "chip model", FailureRow::chip)
                .text("site", "site of the pool", FailureRow::site)
                .integer(
                        "failures",
                        "failures",
                        "failures of nodes, leased or not, and losses of a part of the pool with its site",
                        FailureRow::failures)
                .integer("failed_gpus", GPUS, "GPUs that these took out of service", FailureRow::failedGpus)
                .decimal("down_gpus", GPUS, "failed and not yet repaired; time average", FailureRow::down)
                .decimal("crews_busy", "crews", "repair crews at work on the pool; time average", FailureRow::crewsBusy)
                .integer(
                        "interruptions",
                        "interruptions",
                        "how often a failure hit a lease, whether it went on or ended",
                        FailureRow::interruptions)
                .integer("ended_leases", "leases", "leases that a failure ended", FailureRow::endedLeases)
                .decimal(
                        "lost_gpu_hours",
                        GPU_HOURS,
                        "leased GPU-hours whose work was lost: since the last checkpoint, and restarts",
                        FailureRow::lostGpuHours)
                .decimal("credits_usd", USD, "what the owner credited its tenants for them", FailureRow::creditsUsd)
                .build();
    }

    static Table<SpotRow> spot() {
        return Keys.period(
                        Table.of(
                                "spot.csv",
                                "point x replication x period x pool; pools that sell no spot leases are left out"),
                        SpotRow::key)
                .text("provider", "owner of the pool", SpotRow::provider)
                .text("country", "country of the site", SpotRow::country)
                .text("chip", "chip model", SpotRow::chip)
                .text("site", "site of the pool", SpotRow::site)
                .decimal(
                        "mean_spot_price_usd_per_gpu_hour",
                        "USD per GPU-hour",
                        "price that stood between clearings; time average",
                        SpotRow::priceUsdPerGpuHour)
                .decimal("gpu_hours", GPU_HOURS, "GPU-hours that spot leases were charged for", SpotRow::gpuHours)
                .decimal("revenue_usd", USD, "charges of spot leases", SpotRow::revenueUsd)
                .integer("started", "leases", "spot leases begun", SpotRow::started)
                .integer("restarted", "leases", "of these, for jobs that came back", SpotRow::restarted)
                .integer("completed", "leases", "spot leases that did all they were for", SpotRow::completed)
                .integer(
                        "reclaimed_for_demand",
                        "leases",
                        "gave way to other kinds of lease",
                        SpotRow::reclaimedForDemand)
                .integer("reclaimed_for_price", "leases", "turned out by a clearing", SpotRow::reclaimedForPrice)
                .decimal(
                        "lost_gpu_hours",
                        GPU_HOURS,
                        "of leases that ended in the period, what brought no lasting work",
                        SpotRow::lostGpuHours)
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

    static Table<ClassRow> classes() {
        return Keys.period(Table.of("classes.csv", "point x replication x period x class of providers"), ClassRow::key)
                .text("class", "gatekeeper, validated or local", ClassRow::ownerClass)
                .decimal("revenue_usd", USD, "charges for the time used in the period", ClassRow::revenueUsd)
                .decimal(
                        "revenue_share_fraction",
                        "fraction",
                        "share of the charges of all providers; empty if there were none",
                        ClassRow::revenueShare)
                .decimal("gpu_hours", GPU_HOURS, "GPU-hours charged for in the period", ClassRow::gpuHours)
                .decimal("h100e_hours", H100E_HOURS, "the same by training performance", ClassRow::h100eHours)
                .decimal(
                        "hhi_points",
                        "points",
                        "its part of the market's HHI by revenue: those of all classes add up to the index, 0 to 10,000",
                        ClassRow::hhiPart)
                .decimal(
                        "hhi_within_points",
                        "points",
                        "HHI by revenue of its providers among themselves, 0 to 10,000",
                        ClassRow::hhiWithin)
                .decimal(
                        "paid_usd_per_h100e_hour",
                        "USD per h100e-hour",
                        "revenue_usd / h100e_hours",
                        ClassRow::usdPerH100eHour)
                .decimal(
                        "margin_usd",
                        USD,
                        "revenue less electricity and operations of the GPU-hours charged: what the owners of capacity take",
                        ClassRow::marginUsd)
                .decimal(
                        "on_demand_scarcity_rent_usd",
                        USD,
                        "charges of leases without commitment less the same GPU-hours at list prices",
                        ClassRow::rentUsd)
                .build();
    }

    static Table<JurisdictionRow> jurisdictions() {
        return Keys.period(
                        Table.of(
                                "jurisdictions.csv",
                                "point x replication x period x jurisdiction x workload; rows without hours are left out"),
                        JurisdictionRow::key)
                .text("jurisdiction", "ISO code of two letters", JurisdictionRow::jurisdiction)
                .text("workload", "what the tenant uses GPUs for: training, inference", JurisdictionRow::workload)
                .decimal(
                        "by_location_h100e_hours",
                        H100E_HOURS,
                        "charged at sites there, by performance for the workload; not to be added to the next two",
                        JurisdictionRow::byLocation)
                .decimal(
                        "by_owner_home_h100e_hours",
                        H100E_HOURS,
                        "charged by providers whose home it is",
                        JurisdictionRow::byOwner)
                .decimal(
                        "by_user_home_h100e_hours",
                        H100E_HOURS,
                        "charged to tenants whose home it is",
                        JurisdictionRow::byUser)
                .build();
    }
}
