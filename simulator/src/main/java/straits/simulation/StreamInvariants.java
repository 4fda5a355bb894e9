package straits.simulation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import straits.random.DrawAudit;

/** Random streams: each is opened once, and no two begin where another does. */
final class StreamInvariants implements DrawAudit {

    private final @Nullable DrawAudit next;
    private final Map<String, String> stateOf = new HashMap<>();
    private final Map<String, String> streamAt = new HashMap<>();

    /**
     * No stream yet.
     *
     * @param next told of everything too
     */
    StreamInvariants(@Nullable DrawAudit next) {
        this.next = next;
    }

    @Override
    public void drawn(String stream, long ordinal, double value) {
        Invariant.STREAMS.require(value > 0 && value < 1, () -> stream + " gives " + value + ", not between 0 and 1");
        if (next != null) {
            next.drawn(stream, ordinal, value);
        }
    }

    @Override
    public void opened(String stream, String state) {
        String before = stateOf.put(stream, state);
        Invariant.STREAMS.require(
                before == null, () -> stream + " is used twice: it stood at " + before + " and stands at " + state);
        String other = streamAt.put(state, stream);
        Invariant.SUBSTREAMS.require(
                other == null, () -> stream + " begins at " + state + ", where " + other + " does");
        if (next != null) {
            next.opened(stream, state);
        }
    }
}
