package straits.experiments.montecarlo;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import straits.event.EventKind;
import straits.market.lease.LeaseBook;
import straits.simulation.Observer;

/** Tells the events of a world one by one, by what they happen to; rules that are left out come and go unseen. */
final class WorldEvents implements Observer {

    private final List<String> rules;
    private final Set<String> leftOut;
    private final Consumer<WorldEvent> to;
    private @Nullable LeaseBook leases;

    /**
     * A teller.
     *
     * @param rules keys of the rules of the world, by id
     * @param leftOut keys of rules that are not told of
     * @param to who is told
     */
    WorldEvents(List<String> rules, Set<String> leftOut, Consumer<WorldEvent> to) {
        this.rules = List.copyOf(rules);
        this.leftOut = Set.copyOf(leftOut);
        this.to = to;
    }

    @Override
    public void leaseStarted(long nowMicros, LeaseBook book, int lease) {
        leases = book;
    }

    @Override
    public void event(long nowMicros, EventKind kind, int subject, long payload) {
        LeaseBook book = leases;
        if (kind == EventKind.RULE_CHANGE) {
            String rule = rules.get(subject);
            if (!leftOut.contains(rule)) {
                to.accept(new WorldEvent(nowMicros, kind, 0, payload, -1, -1, 0, rule));
            }
        } else if (book != null && (kind == EventKind.GPU_HOUR || kind == EventKind.LEASE_END)) {
            int tenant = book.tenant(subject);
            to.accept(new WorldEvent(nowMicros, kind, 0, payload, tenant, book.pool(subject), book.gpus(subject), ""));
        } else {
            to.accept(new WorldEvent(nowMicros, kind, subject, payload, -1, -1, 0, ""));
        }
    }
}
