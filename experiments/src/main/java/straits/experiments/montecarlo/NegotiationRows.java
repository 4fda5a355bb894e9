package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.List;
import straits.market.Procurement;
import straits.market.bargaining.NegotiationMeasures;
import straits.market.bargaining.NegotiationMeasures.Sum;
import straits.simulation.Snapshot;

/** Rows of negotiations, by month, anchor tenant and provider; none where none ended. */
final class NegotiationRows {

    private final Snapshot run;

    NegotiationRows(Snapshot run) {
        this.run = run;
    }

    List<NegotiationRow> of(List<Month> months) {
        List<NegotiationRow> rows = new ArrayList<>();
        for (Month month : months) {
            for (Procurement each : run.procurements()) {
                add(rows, month, each);
            }
        }
        return rows;
    }

    private void add(List<NegotiationRow> rows, Month month, Procurement of) {
        NegotiationMeasures measures = of.measures().negotiations();
        for (int provider = 0; provider < run.catalog().providers().size(); provider++) {
            if (measures.sum(month.period(), provider, Sum.ENDED) > 0) {
                rows.add(row(month, of.tenant(), provider, measures));
            }
        }
    }

    private NegotiationRow row(Month month, int tenant, int provider, NegotiationMeasures measures) {
        int period = month.period();
        double agreed = measures.sum(period, provider, Sum.AGREED);
        return new NegotiationRow(
                month.key(),
                run.catalog().tenants().slug(tenant),
                run.catalog().providers().slug(provider),
                (long) measures.sum(period, provider, Sum.ENDED),
                (long) agreed,
                measures.sum(period, provider, Sum.ROUNDS) / agreed,
                (long) measures.sum(period, provider, Sum.GPUS),
                measures.sum(period, provider, Sum.GPU_HOURS),
                measures.sum(period, provider, Sum.LIST_USD),
                measures.sum(period, provider, Sum.AGREED_USD),
                measures.sum(period, provider, Sum.TENANT_GAIN_USD),
                measures.sum(period, provider, Sum.PROVIDER_GAIN_USD));
    }
}
