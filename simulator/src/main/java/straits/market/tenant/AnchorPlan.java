package straits.market.tenant;

import java.util.List;
import straits.catalog.Timeline;
import straits.scenario.AnchorTenant;
import straits.scenario.Dated;
import straits.scenario.Quantity;
import straits.units.SimTime;

/** What an anchor tenant wants to hold when, and how much of its budget it may have spent by when. */
public final class AnchorPlan {

    private static final double HOURS_PER_YEAR = 8760;

    private final AnchorTenant spec;
    private final Timeline timeline;
    private final long[] checkpointMicros;

    /** The plan of an anchor tenant. */
    public AnchorPlan(AnchorTenant spec, Timeline timeline) {
        this.spec = spec;
        this.timeline = timeline;
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

    /** What it wants to hold at a time, in H100-equivalents; 0 before the first date. */
    public double needH100e(long nowMicros) {
        double need = 0;
        for (Dated dated : spec.need()) {
            if (timeline.micros(dated.from()) <= nowMicros) {
                need = dated.value().value();
            }
        }
        return need;
    }

    /** What it wants to hold from one time to another, in H100e-hours; 0 if the times are not in order. */
    public double needHours(long fromMicros, long toMicros) {
        double sum = 0;
        for (int step = 0; step < spec.need().size(); step++) {
            boolean last = step + 1 == spec.need().size();
            long begins = timeline.micros(spec.need().get(step).from());
            long ends =
                    last ? toMicros : timeline.micros(spec.need().get(step + 1).from());
            long micros = Math.min(ends, toMicros) - Math.max(begins, fromMicros);
            sum += spec.need().get(step).value().value() * SimTime.toHours(Math.max(0, micros));
        }
        return sum;
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
        double whole = Math.floor(years);
        return spec.budget().value() * (whole + share(years - whole));
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
