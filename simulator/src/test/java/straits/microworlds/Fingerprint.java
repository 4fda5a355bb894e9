package straits.microworlds;

import java.util.Map;
import java.util.TreeMap;
import straits.catalog.Catalog;
import straits.market.Outcome;
import straits.market.Procurement;
import straits.market.Reason;
import straits.market.inventory.PoolState;
import straits.regulation.Quotas;
import straits.simulation.Snapshot;

/** Everything a run counts, by the names of things and not by their order: two runs that print alike were alike. */
final class Fingerprint {

    private final Snapshot run;
    private final Catalog catalog;
    private final Map<String, Object> numbers = new TreeMap<>();

    private Fingerprint(Snapshot run) {
        this.run = run;
        catalog = run.catalog();
    }

    static Map<String, Object> of(Snapshot run) {
        Fingerprint print = new Fingerprint(run);
        for (int period = 0; period < run.catalog().timeline().periods(); period++) {
            print.pools(period);
            print.tenants(period);
        }
        print.anchors();
        print.whole();
        return print.numbers;
    }

    private void pools(int period) {
        for (int pool = 0; pool < catalog.pools().size(); pool++) {
            String key = "pool " + catalog.poolSlug(pool) + " " + period + " ";
            for (PoolState state : PoolState.values()) {
                numbers.put(key + state, run.inventory().gpuHours(period, pool, state));
            }
            numbers.put(key + "revenue", run.billing().revenueUsd(period, pool, false));
            numbers.put(key + "committed revenue", run.billing().revenueUsd(period, pool, true));
            numbers.put(key + "price", run.prices().meanUsd(period, pool));
        }
    }

    private void tenants(int period) {
        for (int tenant = 0; tenant < catalog.tenants().size(); tenant++) {
            String key = "tenant " + catalog.tenants().slug(tenant) + " " + period + " ";
            numbers.put(key + "spend", run.billing().spendUsd(period, tenant));
            if (tenant < catalog.classCount()) {
                for (Outcome outcome : Outcome.values()) {
                    numbers.put(key + outcome, run.outcomes().requests(period, tenant, outcome));
                    numbers.put(key + outcome + " h", run.outcomes().h100eHours(period, tenant, outcome));
                }
                numbers.put(key + "waits", run.outcomes().waitHours(tenant));
            }
        }
    }

    private void anchors() {
        for (Procurement anchor : run.procurements()) {
            String key = "anchor " + catalog.tenants().slug(anchor.tenant()) + " ";
            for (Reason reason : Reason.values()) {
                numbers.put(
                        key + reason,
                        Books.overPeriods(run, period -> anchor.measures().reasonHours(period, reason)));
            }
            numbers.put(key + "peak", anchor.measures().peakH100e());
            numbers.put(key + "committed", anchor.committedAfterHorizonUsd());
        }
    }

    private void whole() {
        for (int quota = 0; quota < run.quotas().size(); quota++) {
            Quotas.Name name = run.quotas().name(quota);
            numbers.put(
                    "quota " + name,
                    run.quotas().drawnTpp(quota) + " of " + run.quotas().grantedTpp(quota) + " from "
                            + run.quotas().firstBoundMicros(quota));
        }
        numbers.put("gpu hour events", run.gpuHourEvents());
        numbers.put("desk", run.desk());
    }
}
