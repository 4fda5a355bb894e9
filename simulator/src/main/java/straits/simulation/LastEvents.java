package straits.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import straits.event.EventKind;
import straits.units.SimTime;

/** The last events of a run, for whoever must find out what went wrong. */
final class LastEvents {

    private static final int KEPT = 50;

    private final long[] atMicros = new long[KEPT];
    private final EventKind[] kinds = new EventKind[KEPT];
    private final int[] subjects = new int[KEPT];
    private final long[] payloads = new long[KEPT];
    private long count;

    void add(long nowMicros, EventKind kind, int subject, long payload) {
        int at = (int) (count++ % KEPT);
        atMicros[at] = nowMicros;
        kinds[at] = kind;
        subjects[at] = subject;
        payloads[at] = payload;
    }

    /** One line each, the last at the end. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (long event = Math.max(0, count - KEPT); event < count; event++) {
            int at = (int) (event % KEPT);
            lines.add("event " + (event + 1) + ", hour " + SimTime.toHours(atMicros[at]) + ": "
                    + kinds[at].name().toLowerCase(Locale.ROOT) + " of " + subjects[at] + " with " + payloads[at]);
        }
        return lines;
    }
}
