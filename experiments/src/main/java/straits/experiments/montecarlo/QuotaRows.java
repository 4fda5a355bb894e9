package straits.experiments.montecarlo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.regulation.Quotas;
import straits.simulation.Snapshot;

/** Rows of quotas, in the order in which they were opened. */
final class QuotaRows {

    private QuotaRows() {}

    static List<QuotaRow> of(UnitKey unit, Snapshot run) {
        List<QuotaRow> rows = new ArrayList<>();
        Quotas quotas = run.quotas();
        for (int quota = 0; quota < quotas.size(); quota++) {
            Quotas.Name name = quotas.name(quota);
            rows.add(new QuotaRow(
                    unit,
                    name.rule(),
                    name.holder(),
                    name.country(),
                    quotas.grantedTpp(quota),
                    quotas.drawnTpp(quota),
                    quotas.leftTpp(quota),
                    date(run, quotas.firstBoundMicros(quota)),
                    name.year(),
                    name.licence(),
                    name.renews()));
        }
        return rows;
    }

    private static @Nullable LocalDate date(Snapshot run, long micros) {
        return micros == Quotas.NEVER ? null : run.catalog().timeline().date(micros);
    }
}
