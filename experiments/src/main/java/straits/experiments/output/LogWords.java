package straits.experiments.output;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import straits.catalog.Catalog;
import straits.event.EventKind;

/** Ids and simulated times in the words of the scenario. */
final class LogWords {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

    private final Catalog catalog;
    private final LocalDateTime start;
    private final List<String> deliveries;

    LogWords(Catalog catalog) {
        this.catalog = catalog;
        start = catalog.scenario().start().atStartOfDay();
        deliveries = List.copyOf(catalog.scenario().deliveries().keySet());
    }

    /** ISO 8601 in UTC, to the microsecond. */
    String time(long micros) {
        return TIME.format(start.plus(micros, ChronoUnit.MICROS));
    }

    String tenant(int tenant) {
        return catalog.tenants().slug(tenant);
    }

    String pool(int pool) {
        return catalog.poolSlug(pool);
    }

    /** Key of a dated delivery; empty for a tranche that came into being in the run. */
    private String delivery(int tranche) {
        return tranche < deliveries.size() ? deliveries.get(tranche) : "";
    }

    /** What an event happens to, where it has a name. */
    String subject(EventKind kind, int subject) {
        return switch (kind) {
            case LEASE_REQUEST, NEGOTIATION_ROUND, PROCUREMENT_REVIEW -> tenant(subject);
            case ORDER, SHIPMENT, ENERGISATION, ORDER_CHANGE -> delivery(subject);
            case RETIREMENT -> pool(subject);
            case VENDOR_ALLOCATION -> catalog.chips().slug(subject);
            case POWER_STEP -> catalog.sites().slug(subject);
            default -> "";
        };
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
