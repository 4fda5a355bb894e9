package straits.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import straits.event.EventKind;
import straits.units.SimTime;

/** A run was stopped that would not have ended: events follow each other, and time hardly goes on. */
public final class EventStormException extends IllegalStateException {

    private static final long serialVersionUID = 1;
    private static final int DIGITS = 6;

    private final String what;
    private final EventKind kind;
    private final int subject;
    private final long payload;
    private final long nowMicros;

    EventStormException(String what, EventKind kind, int subject, long payload, long nowMicros) {
        this(what, kind, subject, payload, nowMicros, "subject " + subject);
    }

    private EventStormException(String what, EventKind kind, int subject, long payload, long nowMicros, String entity) {
        super("an event storm: " + what + ", hour " + hours(nowMicros) + "; the last was " + kind + " of " + entity
                + ", where a rate, an interval or a size is probably out of scale");
        this.what = what;
        this.kind = kind;
        this.subject = subject;
        this.payload = payload;
        this.nowMicros = nowMicros;
    }

    /** Never with an exponent, which storms at the very start would have. */
    private static String hours(long micros) {
        return BigDecimal.valueOf(SimTime.toHours(micros))
                .setScale(DIGITS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** The same, told with the name of what the event happened to. */
    public EventStormException of(String entity) {
        return new EventStormException(what, kind, subject, payload, nowMicros, entity);
    }

    /** What the event under way was. */
    public EventKind kind() {
        return kind;
    }

    /** To what it happened, as {@link EventKind} says. */
    public int subject() {
        return subject;
    }

    /** What else belongs to it, as {@link EventKind} says. */
    public long payload() {
        return payload;
    }
}
