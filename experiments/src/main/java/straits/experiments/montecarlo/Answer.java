package straits.experiments.montecarlo;

import java.util.Locale;

/**
 * What a run answers, in the order of the files. <em>h100e</em> is H100-equivalents by training performance; the tenant is
 * the one the scenario asks about, and its answers are missing where nothing is asked.
 */
public enum Answer {
    /** Budget over reference price and hours of a year. */
    BUDGET_BOUND_GPUS(
            "GPUs",
            Kind.CONSTANT,
            "GPUs the budget pays for",
            "budget of a year / reference price / 8,760 h, rounded down: arithmetic, not a forecast"),
    /** Time average held. */
    ANCHOR_MEAN_H100E("h100e", Kind.NUMBER, "Held, on average", "time average of what the tenant holds by rental"),
    /** Most held. */
    ANCHOR_PEAK_H100E(
            "h100e",
            Kind.NUMBER,
            "Held, at most",
            "most the tenant held after any of its reviews, in h100e for its own workload"),
    /** Time average held, in GPUs. */
    ANCHOR_MEAN_GPUS(
            "GPUs", Kind.NUMBER, "Held, on average", "time average of what the tenant holds by rental, in GPUs"),
    /** Time average needed. */
    ANCHOR_NEED_H100E(
            "h100e",
            Kind.NUMBER,
            "Needed, on average",
            "time average of the tenant's need, in h100e for its own workload"),
    /** Need over budget bound. */
    ANCHOR_NEED_OVER_BUDGET_BOUND_FRACTION(
            "fraction", Kind.NUMBER, "Need over what the budget pays for", "anchor_need_h100e / budget_bound_gpus"),
    /** GPU-hours billed. */
    ANCHOR_GPU_HOURS("GPU-hours", Kind.NUMBER, "Billed", "GPU-hours the tenant was billed for"),
    /** H100e-hours billed. */
    ANCHOR_H100E_HOURS("h100e-hours", Kind.NUMBER, "Billed", "h100e-hours the tenant was billed for"),
    /** Rental spend. */
    ANCHOR_SPEND_USD("USD", Kind.NUMBER, "Spent", "rental charges that fell in the period"),
    /** Charges signed for later. */
    ANCHOR_COMMITTED_AFTER_HORIZON_USD(
            "USD", Kind.NUMBER, "Signed for later", "charges after the end of the run for leases in force at its end"),
    /** Average price paid. */
    ANCHOR_PAID_USD_PER_H100E_HOUR(
            "USD per h100e-hour", Kind.RATIO, "Paid, on average", "anchor_spend_usd / anchor_h100e_hours"),
    /** Held over budget bound. */
    ANCHOR_FILL_FRACTION(
            "fraction", Kind.NUMBER, "Held over what the budget pays for", "anchor_mean_h100e / budget_bound_gpus"),
    /** First unmet date. */
    ANCHOR_FIRST_UNMET_DATE(
            "date",
            Kind.DATE,
            "First could not rent what it wanted",
            "first review after the ramp at which the tenant could pay for at least one h100e that it could not rent"),
    /** Binding constraint. */
    ANCHOR_BINDING(
            "",
            Kind.CATEGORY,
            "What stopped it",
            "reason with most unfilled h100e-hours: need (nothing was unfilled), money, price, chips, power, licence, cap, screening, time"),
    /** Leased on the whole market. */
    MARKET_MEAN_H100E("h100e", Kind.NUMBER, "Leased, whole market", "time average of GPUs leased to all tenants"),
    /** Utilisation. */
    MARKET_UTILISATION_FRACTION(
            "fraction", Kind.RATIO, "Utilisation", "GPU-hours leased / GPU-hours leased or free, all pools"),
    /** Average price of the market. */
    MARKET_PAID_USD_PER_H100E_HOUR(
            "USD per h100e-hour",
            Kind.RATIO,
            "Paid, whole market",
            "revenue of all providers / h100e-hours they billed"),
    /** Greatest fall of the price of an H100. */
    H100_PRICE_FALL_FRACTION(
            "fraction",
            Kind.NUMBER,
            "Fall of the H100 price",
            "greatest fall of the mean price on demand of chips of 1 h100e, weighted by GPUs on offer, from a month to a later month; empty without such GPUs"),
    /** Demand of requests not served. */
    UNMET_H100E_HOURS(
            "h100e-hours",
            Kind.NUMBER,
            "Not served",
            "what requests of tenant classes asked for that were not served, cut at the end of the run, each request once, for their own workloads; those still waiting at the end count"),
    /** Share of requests not served. */
    REFUSED_REQUESTS_FRACTION(
            "fraction",
            Kind.RATIO,
            "Requests not served",
            "requests of tenant classes that were not served / all their requests; those still waiting at the end count as not served"),
    /** Revenue share of gatekeepers. */
    GATEKEEPER_SHARE_FRACTION(
            "fraction",
            Kind.RATIO,
            "Revenue share of gatekeepers",
            "revenue of providers of class gatekeeper / all revenue"),
    /** Concentration. */
    HHI_REVENUE(
            "points",
            Kind.NUMBER,
            "Concentration (HHI)",
            "sum of squared revenue shares of providers in percent, 0 to 10,000"),
    /** Price gap between tiers. */
    TIER_PRICE_GAP_FRACTION(
            "fraction",
            Kind.NUMBER,
            "Price gap to gatekeepers",
            "(mean paid to other classes - to gatekeepers) / to gatekeepers, by chip and by with or without commitment, weighted by GPU-hours where both sold"),
    /** Applications. */
    LICENCES_APPLIED(
            "applications",
            Kind.NUMBER,
            "Licences applied for",
            "applications filed at the licence desk, resubmissions left out"),
    /** Approvals. */
    LICENCES_GRANTED("applications", Kind.NUMBER, "Licences granted", "applications approved"),
    /** Mean wait. */
    LICENCE_WAIT_DAYS_MEAN(
            "days",
            Kind.NUMBER,
            "Wait for a licence, mean",
            "mean time from filing to the final decision, resubmissions included; Kaplan-Meier, so that pending applications count as longer than their age, restricted to the longest wait seen"),
    /** First binding cap. */
    FIRST_CAP_BOUND_DATE(
            "date",
            Kind.DATE,
            "A country cap first bound",
            "first date on which a shipment exceeded what was left of a country cap"),
    /** Reports of exempted providers. */
    REPORTS_FILED(
            "reports",
            Kind.NUMBER,
            "Reports of exempted providers",
            "shipments and signed leases that providers under an exemption with reports had to report"),
    /** Price of licensed compute against unlicensed. */
    LICENCE_WEDGE_FRACTION(
            "fraction",
            Kind.NUMBER,
            "Price gap to places free of licence",
            "(mean paid where shipments need a hardware licence - where they do not) / where they do not, by month, chip and by with or without commitment, weighted by GPU-hours where both sold; a month counts as it was for most of it"),
    /** What scarcity added to prices. */
    ON_DEMAND_SCARCITY_RENT_USD(
            "USD",
            Kind.NUMBER,
            "Paid above list on demand",
            "charges of leases without commitment less the same GPU-hours at the providers' list prices on demand: what scarcity added, negative where plenty took away"),
    /** What rules cost providers. */
    COMPLIANCE_COST_USD(
            "USD",
            Kind.NUMBER,
            "Cost of compliance",
            "duties, screenings and shares of revenue that providers paid because of rules"),
    /** Compute lost to waiting for licences. */
    LICENCE_DELAY_H100E_HOURS(
            "h100e-hours",
            Kind.NUMBER,
            "Lost to waiting for licences",
            "rentable GPUs of deliveries from the day they would have been ready without asking for licences or permits to the day they were, or to the end; what caps left behind and waits for power do not count"),
    /** Its value. */
    LICENCE_DELAY_COST_USD(
            "USD",
            Kind.NUMBER,
            "Cost of waiting for licences",
            "the GPU-hours of licence_delay_h100e_hours at their providers' list prices on demand, as if all had been let"),
    /** Free capacity that a rule kept from those who would have paid. */
    STRANDED_H100E_HOURS(
            "h100e-hours",
            Kind.NUMBER,
            "Free but barred by a rule",
            "GPUs that anchor tenants would have signed at a review and a rule kept from them, times the time to their next review, for their own workloads; the same want counts once per quota, so an upper bound where several countries could have met it"),
    /** Share of GPUs that work. */
    AVAILABILITY_FRACTION(
            "fraction",
            Kind.RATIO,
            "Availability",
            "GPU-hours installed and not down / GPU-hours installed, all pools; missing where nothing fails"),
    /** Failures. */
    NODE_FAILURES(
            "failures",
            Kind.NUMBER,
            "Failures",
            "failures of nodes, leased or not, and losses of a part of a pool with its site; missing where nothing fails"),
    /** Interruptions of leases. */
    LEASE_INTERRUPTIONS(
            "interruptions",
            Kind.NUMBER,
            "Leases interrupted",
            "how often a failure hit a lease, whether it went on or ended; missing where nothing fails"),
    /** Work lost. */
    LOST_GPU_HOURS(
            "GPU-hours",
            Kind.NUMBER,
            "Work lost to failures",
            "leased GPU-hours whose work was lost: since the last checkpoint, and restarts; missing where nothing fails"),
    /** What it cost providers. */
    FAILURE_CREDITS_USD(
            "USD",
            Kind.NUMBER,
            "Credited for failures",
            "what providers credited tenants for lost_gpu_hours; missing where nothing fails"),
    /** Price that stood on spot markets. */
    SPOT_PRICE_USD_PER_GPU_HOUR(
            "USD per GPU-hour",
            Kind.NUMBER,
            "Spot price",
            "price that stood at spot markets, mean over time and over the pools that sell spot leases; missing where none does"),
    /** Price paid for spot leases. */
    SPOT_PAID_USD_PER_GPU_HOUR(
            "USD per GPU-hour", Kind.RATIO, "Paid for spot leases", "charges of spot leases / spot_gpu_hours"),
    /** GPU-hours in spot leases. */
    SPOT_GPU_HOURS("GPU-hours", Kind.NUMBER, "Leased at spot", "GPU-hours that spot leases were billed for"),
    /** Spot leases reclaimed. */
    SPOT_RECLAIMED_LEASES(
            "leases",
            Kind.NUMBER,
            "Spot leases reclaimed",
            "spot leases that gave way to others who needed the GPUs, or that a clearing turned out"),
    /** Share of spot leases reclaimed. */
    SPOT_KILLED_FRACTION(
            "fraction",
            Kind.RATIO,
            "Spot leases reclaimed",
            "spot_reclaimed_leases / spot leases begun, those of jobs that came back too"),
    /** Work lost by reclaims. */
    SPOT_LOST_GPU_HOURS(
            "GPU-hours",
            Kind.NUMBER,
            "Lost at spot",
            "GPU-hours of spot leases that ended and brought no lasting work: after the last checkpoint, in jobs given up, or taking work up again"),
    /** Events. */
    EVENTS("events", Kind.NUMBER, "Events", "events handled"),
    /** GPU-hour events. */
    GPU_HOUR_EVENTS("events", Kind.NUMBER, "GPU-hour events", "lease-hours metered, one event each"),
    /** Luck of the demand. */
    DRAWN_DEMAND_H100E_HOURS(
            "h100e-hours",
            Kind.CONTROL,
            "Demand drawn, off its mean",
            "what requests of tenant classes asked for as drawn, warm-up included, each cut at the end of the run, less its expectation: mean 0, a control variate"),
    /** Luck of the supply. */
    DRAWN_SUPPLY_H100E_HOURS(
            "h100e-hours",
            Kind.CONTROL,
            "Supply drawn, off its mean",
            "what deliveries would have brought to the end of the run if nothing but the slips drawn kept them from service, less its expectation: mean 0, a control variate");

    /** How an answer is summarised over replications. */
    public enum Kind {
        /** Equal in all replications of a point. */
        CONSTANT,
        /** A mean over replications. */
        NUMBER,
        /** A ratio of totals over replications. */
        RATIO,
        /** A date that may never come: probability of never and quantiles, no mean. */
        DATE,
        /** A text: a share per value. */
        CATEGORY,
        /** No answer: chance drawn before the market decides anything, mean 0 by the laws of the scenario; in no summary. */
        CONTROL
    }

    private final String unit;
    private final Kind kind;
    private final String label;
    private final String meaning;

    Answer(String unit, Kind kind, String label, String meaning) {
        this.unit = unit;
        this.kind = kind;
        this.label = label;
        this.meaning = meaning;
    }

    /** Name in files: snake_case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Unit; empty for a text. */
    public String unit() {
        return unit;
    }

    /** How it is summarised. */
    public Kind kind() {
        return kind;
    }

    /** A few words for people. */
    public String label() {
        return label;
    }

    /** One line: how it is computed. */
    public String meaning() {
        return meaning;
    }

    /** Whether it counts things: a whole number in every replication. */
    public boolean whole() {
        return switch (this) {
            case BUDGET_BOUND_GPUS,
                    LICENCES_APPLIED,
                    LICENCES_GRANTED,
                    REPORTS_FILED,
                    NODE_FAILURES,
                    LEASE_INTERRUPTIONS,
                    SPOT_RECLAIMED_LEASES,
                    EVENTS,
                    GPU_HOUR_EVENTS -> true;
            default -> false;
        };
    }
}
