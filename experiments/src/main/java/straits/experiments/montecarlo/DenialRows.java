package straits.experiments.montecarlo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.catalog.Index;
import straits.regulation.Denials;
import straits.regulation.Denials.Denial;
import straits.regulation.Gatekeeper;
import straits.regulation.Refusal;
import straits.simulation.Snapshot;

/** Rows of what rules refused. */
final class DenialRows {

    private final Snapshot run;
    private final Catalog catalog;

    DenialRows(Snapshot run) {
        this.run = run;
        catalog = run.catalog();
    }

    List<DenialRow> of(List<Month> months) {
        List<DenialRow> rows = new ArrayList<>();
        for (Month month : months) {
            run.denials().in(month.period()).forEach(each -> rows.add(row(month.key(), each)));
        }
        return rows;
    }

    private DenialRow row(PeriodKey key, Denial denial) {
        Refusal refusal = denial.refusal();
        boolean shipment = denial.subject() == Denials.Subject.SHIPMENT;
        return new DenialRow(
                key,
                denial.subject().name().toLowerCase(Locale.ROOT),
                slug(catalog.tenants(), denial.tenant()),
                slug(catalog.providers(), denial.provider()),
                slug(catalog.countries(), denial.country()),
                run.gatekeeper().ruleKey(refusal.rule()),
                refusal.clause().word(),
                denial.refusals(),
                denial.h100eHours(),
                shipment ? denial.gpus() : null,
                left(denial),
                renews(denial));
    }

    private static String slug(Index names, int id) {
        return id == Denials.NONE ? "" : names.slug(id);
    }

    private @Nullable LocalDate renews(Denial denial) {
        int quota = denial.refusal().quota();
        return quota == Gatekeeper.NO_QUOTA ? null : run.quotas().name(quota).renews();
    }

    private static @Nullable Long left(Denial denial) {
        return denial.refusal().quota() == Gatekeeper.NO_QUOTA ? null : denial.quotaLeftTpp();
    }
}
