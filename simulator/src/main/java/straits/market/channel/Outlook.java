package straits.market.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import straits.market.tenant.AnchorPlan;
import straits.scenario.Workload;

/**
 * What a tenant needs, has and will have, as it sees it at a review. Chips that serve one workload count up to the need of that
 * workload; everything else counts for both.
 */
public final class Outlook {

    private final AnchorPlan plan;
    private final List<SupplyChannel> channels;
    private final long nowMicros;
    private final DoubleSupplier rentedNow;
    private final List<Rented> rented = new ArrayList<>();
    private long[] changesMicros;

    private record Rented(double h100e, long endMicros, boolean committed, double unitUsd) {

        boolean lasts(long atMicros, double dearestUsd) {
            return committed ? endMicros > atMicros : unitUsd <= dearestUsd;
        }
    }

    /**
     * An outlook without leases.
     *
     * @param rentedNow H100-equivalents rented now
     */
    public Outlook(AnchorPlan plan, List<SupplyChannel> channels, long nowMicros, DoubleSupplier rentedNow) {
        this.plan = plan;
        this.channels = channels;
        this.nowMicros = nowMicros;
        this.rentedNow = rentedNow;
        changesMicros = changesMicros(plan, channels);
    }

    /** Time of the review. */
    public long nowMicros() {
        return nowMicros;
    }

    /** Notes a lease: one for a term stays to its end, one on demand as long as nothing cheaper takes its place. */
    public void rented(double h100e, long endMicros, boolean committed, double unitUsd) {
        rented.add(new Rented(h100e, endMicros, committed, unitUsd));
    }

    /** Takes chips into account that were ordered since. */
    void ordered() {
        changesMicros = changesMicros(plan, channels);
    }

    /** What is wanted beyond what is there now, for the need of a time; negative if there is too much. */
    public double gap(long needMicros) {
        return missing(null, needMicros, nowMicros, rentedNow.getAsDouble());
    }

    /** What will be wanted at a later time beyond what will be there without a new decision, dearer leases on demand given back. */
    public double gap(@Nullable Workload only, long atMicros, double unitUsd) {
        double lasting = 0;
        for (Rented each : rented) {
            lasting += each.lasts(atMicros, unitUsd) ? each.h100e : 0;
        }
        return missing(only, atMicros, atMicros, lasting);
    }

    /** The least gap from one time to another: what may be taken for that long and is wanted all the time. */
    public double lastingGap(@Nullable Workload only, long fromMicros, long untilMicros, double unitUsd) {
        double least = gap(only, fromMicros, unitUsd);
        for (int each = 0; each < changesMicros.length && least > 0; each++) {
            long at = changesMicros[each];
            if (at > fromMicros && at < untilMicros) {
                least = Math.min(least, gap(only, at, unitUsd));
            }
        }
        return least;
    }

    /** When the gap may shrink: where the need changes, and where chips arrive; it grows where leases end and chips are scrapped. */
    private static long[] changesMicros(AnchorPlan plan, List<SupplyChannel> channels) {
        LongStream chips = channels.stream()
                .flatMapToLong(channel -> channel.arrivalsMicros().stream().mapToLong(Long::longValue));
        return LongStream.concat(LongStream.of(plan.stepsMicros()), chips)
                .sorted()
                .distinct()
                .toArray();
    }

    private double missing(@Nullable Workload only, long needMicros, long atMicros, double rentedH100e) {
        double training = open(Workload.TRAINING, needMicros, atMicros);
        double inference = open(Workload.INFERENCE, needMicros, atMicros);
        double all = training + inference - chips(null, atMicros) - rentedH100e;
        if (only == null) {
            return all;
        }
        return Math.min(all, only == Workload.TRAINING ? training : inference);
    }

    /** What of the need of a workload its own chips leave open. */
    private double open(Workload workload, long needMicros, long atMicros) {
        return Math.max(0, need(workload, needMicros, atMicros) - chips(workload, atMicros));
    }

    private double need(Workload workload, long needMicros, long atMicros) {
        double saved = 0;
        for (SupplyChannel channel : channels) {
            saved += channel.savedFraction(atMicros);
        }
        return plan.needH100e(workload, needMicros, nowMicros) * (1 - saved);
    }

    private double chips(@Nullable Workload workload, long atMicros) {
        double sum = 0;
        for (SupplyChannel channel : channels) {
            sum += channel.workload() == workload ? channel.h100e(atMicros) : 0;
        }
        return sum;
    }

    /** The need of now, in H100-equivalents, before what better software saves. */
    public double needH100e() {
        return plan.needH100e(nowMicros);
    }
}
