package straits.experiments.output;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.event.EventKind;
import straits.experiments.montecarlo.UnitKey;
import straits.market.bargaining.Negotiation;
import straits.market.bargaining.NegotiationResult;
import straits.market.lease.LeaseBook;
import straits.market.lease.LeaseEnd;
import straits.market.lease.Posting;
import straits.regulation.LicenceDesk;
import straits.regulation.Licences;
import straits.scenario.Regime;
import straits.scenario.Review;
import straits.simulation.Observer;
import straits.supply.Deliveries;
import straits.supply.DeliveryBook;

/** Writes down what happens in one run, as tables in a folder. For one thread. */
public final class RunLog implements Observer, Closeable {

    private final UnitKey unit;
    private final LogWords words;
    private final @Nullable LogFile<LogTables.EventRow> events;
    private final @Nullable LogFile<LogTables.DeliveryRow> deliveries;
    private final @Nullable LeaseLog leases;
    private final @Nullable LicenceLog licences;
    private final @Nullable NegotiationLog negotiations;
    private final Map<Integer, Long> applications = new HashMap<>();
    private long count;
    private long nowMicros;
    private boolean ended;

    /**
     * Begins the logs.
     *
     * @param folder where to; files of their names begin anew
     * @param kinds which logs
     * @param unit which run
     * @param catalog its scenario
     * @param regime its regime
     * @throws java.io.UncheckedIOException naming the path, if a file cannot be written
     */
    public RunLog(Path folder, Set<LogKind> kinds, UnitKey unit, Catalog catalog, Regime regime) {
        this.unit = unit;
        words = new LogWords(catalog);
        Map<String, Review> reviews = regime.desk().reviewClasses();
        events = kinds.contains(LogKind.EVENTS) ? new LogFile<>(folder, LogTables.EVENTS) : null;
        leases = kinds.contains(LogKind.LEASES) ? new LeaseLog(folder, unit, words) : null;
        licences = kinds.contains(LogKind.LICENCES) ? new LicenceLog(folder, unit, words, reviews) : null;
        negotiations = kinds.contains(LogKind.NEGOTIATIONS) ? new NegotiationLog(folder, unit, words) : null;
        deliveries = kinds.contains(LogKind.DELIVERIES) ? new LogFile<>(folder, LogTables.DELIVERIES) : null;
    }

    @Override
    public void event(long atMicros, EventKind kind, int subject, long payload) {
        nowMicros = atMicros;
        if (events != null) {
            String name = words.subject(kind, subject);
            events.add(new LogTables.EventRow(
                    unit, count, words.time(atMicros), LogWords.word(kind), subject, name, payload));
        }
        count++;
    }

    @Override
    public void leaseStarted(long atMicros, LeaseBook book, int lease) {
        if (leases != null) {
            leases.leaseStarted(atMicros, book, lease);
        }
    }

    @Override
    public void leaseEnded(long atMicros, LeaseBook book, int lease, LeaseEnd reason) {
        ended |= reason == LeaseEnd.RUNNING_AT_END;
        if (leases != null) {
            leases.leaseEnded(atMicros, book, lease, reason);
        }
    }

    @Override
    public void repriced(long atMicros, LeaseBook book, int lease, long microUsd) {
        if (leases != null) {
            leases.repriced(atMicros, book, lease, microUsd);
        }
    }

    @Override
    public void posted(long atMicros, LeaseBook book, int lease, Posting what, long microUsd) {
        if (leases != null) {
            leases.posted(atMicros, book, lease, what, microUsd);
        }
    }

    @Override
    public void filed(
            long atMicros,
            int application,
            LicenceDesk.Applicant applicant,
            int subject,
            int reviewClass,
            int attempt) {
        if (applicant instanceof Deliveries orders) {
            applications.put(orders.book().order(subject), (long) application);
        }
        if (licences != null) {
            licences.filed(atMicros, application, applicant, subject, reviewClass, attempt);
        }
    }

    @Override
    public void decided(long atMicros, int application, Decision decision) {
        if (licences != null) {
            licences.decided(atMicros, application, decision);
        }
    }

    @Override
    public void licenceChanged(long atMicros, Licences of, int licence) {
        if (licences != null) {
            licences.licenceChanged(atMicros, of, licence);
        }
    }

    @Override
    public void delivery(long atMicros, DeliveryBook book, int tranche) {
        if (deliveries != null) {
            deliveries.add(new LogTables.DeliveryRow(
                    unit,
                    words.time(atMicros),
                    book.name(tranche),
                    words.pool(book.pool(tranche)),
                    LogWords.word(book.state(tranche)),
                    applications.get(book.order(tranche)),
                    book.part(tranche),
                    book.gpus(tranche)));
        }
    }

    @Override
    public void negotiated(long atMicros, Negotiation negotiation, NegotiationResult result) {
        if (negotiations != null) {
            negotiations.negotiated(atMicros, negotiation, result);
        }
    }

    /** Events seen. */
    public long events() {
        return count;
    }

    /**
     * Ends the logs.
     *
     * @throws java.io.UncheckedIOException naming the path, if a file cannot be written
     */
    @Override
    public void close() {
        if (events != null) {
            events.close();
        }
        if (leases != null) {
            leases.close(nowMicros, !ended);
        }
        if (licences != null) {
            licences.close();
        }
        if (deliveries != null) {
            deliveries.close();
        }
        if (negotiations != null) {
            negotiations.close();
        }
    }
}
