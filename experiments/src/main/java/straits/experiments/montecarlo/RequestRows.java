package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import straits.catalog.Catalog;
import straits.market.Outcome;
import straits.market.OutcomeBook;
import straits.simulation.Snapshot;

/** Rows of requests that were not served. */
final class RequestRows {

    private final Snapshot run;
    private final Catalog catalog;

    RequestRows(Snapshot run) {
        this.run = run;
        catalog = run.catalog();
    }

    List<UnmetRow> unmet(List<Month> months) {
        List<UnmetRow> rows = new ArrayList<>();
        for (Month month : months) {
            for (int tenant = 0; tenant < catalog.classCount(); tenant++) {
                for (Outcome outcome : Outcome.values()) {
                    addUnmet(rows, month, tenant, outcome);
                }
            }
        }
        return rows;
    }

    private void addUnmet(List<UnmetRow> rows, Month month, int tenant, Outcome outcome) {
        OutcomeBook book = run.outcomes();
        long requests = book.requests(month.period(), tenant, outcome);
        if (requests > 0 && outcome != Outcome.SERVED) {
            double hours = book.h100eHours(month.period(), tenant, outcome);
            rows.add(new UnmetRow(month.key(), catalog.tenants().slug(tenant), word(outcome), requests, hours));
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
