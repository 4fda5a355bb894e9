package straits.market.tenant;

import org.jspecify.annotations.Nullable;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.scenario.Trace;
import straits.scenario.TraceRows;
import straits.units.SimTime;

/**
 * Goes through the rows of a trace: as recorded, or block by block, each drawn with replacement from its whole blocks (E. Carlstein,
 * Annals of Statistics 14, 1986), which keeps what happens within a block and makes replications differ.
 */
final class TraceReplay {

    private final TraceRows rows;
    private final double blockHours;
    private final int blocks;
    private final @Nullable KeyedDraws which;
    private final long key;
    private long block = -1;
    private int drawn;
    private int next;
    private int end;

    TraceReplay(Trace trace, String slug, Randomness randomness) {
        rows = trace.rows();
        boolean resampled = trace.mode() == Trace.Mode.RESAMPLED;
        blockHours = trace.block().value();
        blocks = trace.blocks();
        which = resampled ? randomness.keyed("trace-block") : null;
        key = Randomness.key(slug);
        end = resampled ? 0 : rows.size();
    }

    /** Moves to the next row; gives when it arrives, {@link Long#MAX_VALUE} if that is not before the end of the run. */
    long advance(long endMicros) {
        while (next == end && which != null) {
            block++;
            if (SimTime.ofHours(block * blockHours) >= endMicros) {
                return Long.MAX_VALUE;
            }
            drawn = (int) (which.uniform(key, block, 0) * blocks);
            next = rows.before(drawn * blockHours);
            end = rows.before((drawn + 1) * blockHours);
        }
        if (next == end) {
            return Long.MAX_VALUE;
        }
        double shift = which == null ? 0 : (block - drawn) * blockHours;
        long at = SimTime.ofHours(Math.max(0, rows.arrivalHours(next++) + shift));
        return at < endMicros ? at : Long.MAX_VALUE;
    }

    /** The row that {@link #advance} came to last. */
    int row() {
        return next - 1;
    }
}
