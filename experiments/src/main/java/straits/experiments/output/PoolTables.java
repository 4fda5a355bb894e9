package straits.experiments.output;

import straits.experiments.montecarlo.ClassRow;
import straits.experiments.montecarlo.FailureRow;
import straits.experiments.montecarlo.PoolRow;
import straits.experiments.montecarlo.SpotRow;

/** Declarations of the tables of one run about pools and those who own them. */
final class PoolTables {

    private static final String GPUS = "GPUs";
    private static final String GPU_HOURS = "GPU-hours";
    private static final String H100E_HOURS = "h100e-hours";
    private static final String USD = "USD";

    private PoolTables() {}

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

    static Table<FailureRow> failures() {
        return Keys.pool(Table.<FailureRow>of(
                        "failures.csv", "point x replication x period x pool; no rows where nothing fails"))
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
        return Keys.pool(Table.<SpotRow>of(
                        "spot.csv", "point x replication x period x pool; pools that sell no spot leases are left out"))
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
}
