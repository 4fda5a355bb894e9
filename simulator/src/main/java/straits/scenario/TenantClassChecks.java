package straits.scenario;

import java.util.List;
import java.util.stream.Stream;
import straits.scenario.TenantClass.ChoiceRule;

/** How the values of a tenant class fit together. */
final class TenantClassChecks {

    private final String path;
    private final TenantClass tenants;
    private final List<Finding> findings;
    private final DistributionChecks distributions;

    /** The chips of a row are a set of bits. */
    private static final int MOST_CHIPS = Long.SIZE;

    private final double horizonHours;
    private final int chips;

    TenantClassChecks(String key, TenantClass tenants, Scenario scenario, List<Finding> findings) {
        horizonHours = scenario.horizon().value();
        chips = scenario.chips().size();
        path = "tenant_classes." + key + ".";
        this.tenants = tenants;
        this.findings = findings;
        distributions = new DistributionChecks(findings);
    }

    void run() {
        distributions.check(path + "size", tenants.size());
        distributions.check(path + "duration", tenants.duration());
        distributions.check(path + "willingness", tenants.willingness());
        distributions.check(path + "patience", tenants.patience());
        if (tenants.opening().value() > 0) {
            distributions.checkInProgress(path + "duration", tenants.duration(), path + "opening");
        }
        oneOrigin();
        population();
        trace(horizonHours);
        choice();
        spot();
        Retrial retrial = tenants.retrial();
        if (retrial != null) {
            distributions.check(path + "retrial.after", retrial.after());
        }
        if (tenants.elasticity() != null && tenants.arrivals() == null) {
            fault("elasticity", "found an elasticity; it goes with arrivals, whose rate it changes", "arrivals");
        }
    }

    /** Requests come from one place. */
    private void oneOrigin() {
        List<String> origins = Stream.of("arrivals", "population", "trace")
                .filter(this::stated)
                .toList();
        if (origins.isEmpty()) {
            fault("arrivals", "missing: when requests come; must have arrivals, population or trace");
        } else if (origins.size() > 1) {
            fault(
                    origins.get(1),
                    "found beside " + origins.get(0) + "; requests come from one of them, leave the other out",
                    origins.get(0));
        }
    }

    private boolean stated(String origin) {
        return switch (origin) {
            case "arrivals" -> tenants.arrivals() != null;
            case "population" -> tenants.population() != null;
            default -> tenants.trace() != null;
        };
    }

    private void trace(double horizonHours) {
        Trace trace = tenants.trace();
        if (trace == null) {
            return;
        }
        TraceRows rows = trace.rows();
        boolean replayed = trace.mode() == Trace.Mode.REPLAYED;
        double end = replayed ? horizonHours : trace.blocks() * trace.block().value();
        int left = rows.size() - rows.before(end);
        if (left > 0) {
            String why = replayed ? "come at or after the end of the run" : "lie behind the last whole block";
            findings.add(Finding.warning(
                    path + "trace.rows",
                    left + " of " + rows.size() + " rows " + why + ", at " + Words.number(end) + " h, and never arrive",
                    "horizon"));
        }
        if (rows.chipLists().size() > 1 && chips > MOST_CHIPS) {
            fault("trace.rows", "found a column chips; it goes with at most " + MOST_CHIPS + " chips in all");
        }
    }

    private void population() {
        Population population = tenants.population();
        if (population == null) {
            return;
        }
        distributions.check(path + "population.think", population.think());
        if (tenants.opening().value() > 0) {
            fault(
                    "opening",
                    "found leases at the start; every member of a closed population starts thinking",
                    "population");
        }
    }

    /** What a spot lease loses comes back as the same request, and a market that clears asks no single request what it leaves. */
    private void spot() {
        if (tenants.contract() != TenantClass.Contract.SPOT) {
            return;
        }
        if (tenants.population() != null) {
            fault("population", "found one; it goes with the contracts on_demand and reserved only", "contract");
        }
        if (tenants.reserveGpus() > 0) {
            fault(
                    "reserve_gpus",
                    "found a reserve; it goes with the contracts on_demand and reserved only",
                    "contract");
        }
    }

    private void choice() {
        boolean listed = tenants.choice().rule() == ChoiceRule.LISTED;
        List<String> providers = tenants.choice().providers();
        if (listed && providers.isEmpty()) {
            fault(
                    "choice.providers",
                    "missing: providers to try, first to last; rule: listed needs them",
                    "choice.rule");
        } else if (!listed && !providers.isEmpty()) {
            fault("choice.providers", "found a list of providers; it goes with rule: listed only", "choice.rule");
        }
    }

    private void fault(String key, String message, String... uses) {
        String[] paths = List.of(uses).stream().map(path::concat).toArray(String[]::new);
        findings.add(Finding.fault(path + key, message, paths));
    }
}
