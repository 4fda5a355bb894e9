package straits.market.tenant;

import java.util.List;
import java.util.Optional;
import straits.catalog.Timeline;
import straits.scenario.AnchorTenant;
import straits.scenario.Quantity;
import straits.scenario.Workload;
import straits.units.SimTime;

/** What an anchor tenant wants to hold when, and how much of its budget it may have spent by when. */
public final class AnchorPlan {

    private static final double HOURS_PER_YEAR = 8760;

    private final AnchorTenant spec;
    private final Timeline timeline;
    private final List<NeedPath> parts;
    private final long[] stepsMicros;
    private final Shocks shocks;
    private final long[] checkpointMicros;

    /** The plan of an anchor tenant. */
    public AnchorPlan(AnchorTenant spec, Timeline timeline) {
        this.spec = spec;
        this.timeline = timeline;
        parts = spec.needs() == null
                ? List.of(NeedPath.dated(spec.need(), spec.workload(), timeline))
                : List.copyOf(NeedPath.of(spec.needs(), timeline));
        stepsMicros = steps();
        shocks = new Shocks(spec.efficiencyShocks(), timeline);
        checkpointMicros =
                spec.pacing().kind() == AnchorTenant.Pacing.Kind.AS_NEEDED ? yearEnds(timeline) : monthEnds(timeline);
    }

    private static long[] yearEnds(Timeline timeline) {
        long year = SimTime.ofHours(HOURS_PER_YEAR);
        int years = (int) ((timeline.horizonMicros() + year - 1) / year);
        long[] ends = new long[years];
        for (int each = 0; each < years; each++) {
            ends[each] = Math.min(timeline.horizonMicros(), (each + 1) * year);
        }
        return ends;
    }

    private static long[] monthEnds(Timeline timeline) {
        long[] ends = new long[timeline.periods()];
        for (int period = 0; period < ends.length; period++) {
            ends[period] = timeline.periodEndMicros(period);
        }
        return ends;
    }

    /** The parts of what it needs. */
    public List<NeedPath> parts() {
        return parts;
    }

    /** The need by date where it stands beside {@link #parts()} and is only reported. */
    public Optional<NeedPath> besides() {
        return spec.needs() == null || spec.need().isEmpty()
                ? Optional.empty()
                : Optional.of(NeedPath.dated(spec.need(), spec.workload(), timeline));
    }

    /** What it wants to hold at a time, in H100-equivalents; 0 before the first date. */
    public double needH100e(long nowMicros) {
        return needH100e(Workload.TRAINING, nowMicros, nowMicros) + needH100e(Workload.INFERENCE, nowMicros, nowMicros);
    }

    /** What it thinks at one time that it will want for a workload at another: of shocks it knows those that were. */
    public double needH100e(Workload workload, long atMicros, long knownMicros) {
        double sum = 0;
        for (NeedPath part : parts) {
            if (part.workload() == workload) {
                sum += part.at(atMicros);
            }
        }
        return sum * shocks.factor(Math.min(atMicros, knownMicros));
    }

    /** Times after the start at which a part of its need changes by plan, ascending. */
    public long[] stepsMicros() {
        return stepsMicros.clone();
    }

    private long[] steps() {
        return parts.stream()
                .flatMap(part -> part.fromMicros().stream())
                .mapToLong(Long::longValue)
                .filter(micros -> micros > 0)
                .sorted()
                .distinct()
                .toArray();
    }

    /** What it wants to hold from one time to another, in H100e-hours; 0 if the times are not in order. */
    public double needHours(long fromMicros, long toMicros) {
        double sum = 0;
        for (NeedPath part : parts) {
            sum += needHours(part, fromMicros, toMicros);
        }
        return sum;
    }

    /** What it wants to hold for a part of its need, in H100e-hours, shocks included. */
    public double needHours(NeedPath part, long fromMicros, long toMicros) {
        return shocks.integral(part::hours, fromMicros, toMicros);
    }

    /** Whether its budget binds at all. */
    public boolean limited() {
        return spec.pacing().kind() != AnchorTenant.Pacing.Kind.UNLIMITED;
    }

    /** Budget of the whole run, in USD: the yearly budget for each year begun, in proportion; infinite if it does not bind. */
    public double budgetUsd() {
        return allowanceUsd(timeline.horizonMicros());
    }

    /** Times by which spending is limited, ascending, the end of the run last. */
    public long[] checkpointsMicros() {
        return checkpointMicros.clone();
    }

    /** What may have been spent by a time, in USD. */
    public double allowanceUsd(long atMicros) {
        if (!limited()) {
            return Double.POSITIVE_INFINITY;
        }
        double years = SimTime.toHours(atMicros) / HOURS_PER_YEAR;
        int whole = (int) Math.floor(years);
        if (spec.laterBudgets().isEmpty()) {
            return spec.budget().value() * (whole + share(years - whole));
        }
        double sum = spec.budgetOfYear(whole) * share(years - whole);
        for (int year = 0; year < whole; year++) {
            sum += spec.budgetOfYear(year);
        }
        return sum;
    }

    private double share(double yearFraction) {
        return switch (spec.pacing().kind()) {
            case EVEN, AS_NEEDED, UNLIMITED -> yearFraction;
            case FRONT_LOADED -> 1 - (1 - yearFraction) * (1 - yearFraction);
            case SCHEDULED -> scheduledShare(spec.pacing().shares(), yearFraction);
        };
    }

    private static double scheduledShare(List<Quantity> shares, double yearFraction) {
        double parts = yearFraction * shares.size();
        double sum = 0;
        for (int part = 0; part < shares.size(); part++) {
            sum += shares.get(part).value() * Math.max(0, Math.min(1, parts - part));
        }
        return sum;
    }
}
