package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import straits.catalog.Catalog;
import straits.catalog.Pools;
import straits.scenario.Workload;
import straits.simulation.Snapshot;

/** Rows of jurisdictions, in the order of their codes, training first; those with nothing charged are left out. */
final class JurisdictionRows {

    private static final int LOCATION = 0;
    private static final int OWNER = 1;
    private static final int USER = 2;

    private final Snapshot run;
    private final Catalog catalog;
    private final String[] isoByCountry;

    JurisdictionRows(Snapshot run) {
        this.run = run;
        catalog = run.catalog();
        isoByCountry = new String[catalog.countries().size()];
        catalog.scenario()
                .countries()
                .forEach((slug, country) -> isoByCountry[catalog.countries().id(slug)] = country.iso());
    }

    List<JurisdictionRow> of(List<Month> months) {
        List<JurisdictionRow> rows = new ArrayList<>();
        for (Month month : months) {
            for (Workload workload : Workload.values()) {
                sums(month, workload)
                        .forEach((jurisdiction, h100eHours) -> rows.add(new JurisdictionRow(
                                month.key(),
                                jurisdiction,
                                workload.name().toLowerCase(Locale.ROOT),
                                h100eHours[LOCATION],
                                h100eHours[OWNER],
                                h100eHours[USER])));
            }
        }
        return rows;
    }

    private Map<String, double[]> sums(Month month, Workload workload) {
        Map<String, double[]> sums = new TreeMap<>();
        Pools pools = catalog.pools();
        for (int tenant = 0; tenant < catalog.tenants().size(); tenant++) {
            for (int pool = 0; catalog.workload(tenant) == workload && pool < pools.size(); pool++) {
                double h100eHours = run.billing().chargedGpuHours(month.period(), tenant, pool)
                        * catalog.h100ePerGpu(workload, pools.chip(pool));
                if (h100eHours > 0) {
                    add(sums, isoByCountry[pools.country(pool)], LOCATION, h100eHours);
                    add(sums, catalog.provider(pools.provider(pool)).home(), OWNER, h100eHours);
                    add(sums, catalog.home(tenant), USER, h100eHours);
                }
            }
        }
        return sums;
    }

    private static void add(Map<String, double[]> sums, String jurisdiction, int view, double h100eHours) {
        sums.computeIfAbsent(jurisdiction, none -> new double[3])[view] += h100eHours;
    }
}
