package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import straits.catalog.Catalog;
import straits.catalog.Pools;
import straits.market.Procurement;
import straits.market.channel.SupplyChannel;
import straits.scenario.AnchorTenant;
import straits.scenario.Channel;
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
        addChips(sums, month.period(), workload);
        return sums;
    }

    /** Chips that anchors own count where they stand: licensed ones at their site, others at the tenant's home. */
    private void addChips(Map<String, double[]> sums, int period, Workload workload) {
        for (Procurement procurement : run.procurements()) {
            AnchorTenant anchor = catalog.anchor(procurement.tenant());
            for (SupplyChannel channel : procurement.channels()) {
                double h100eHours = channel.measures().h100eHours(period);
                if (anchor.channels().get(channel.name()) instanceof Channel.Chips chips
                        && counted(chips, anchor) == workload
                        && h100eHours > 0) {
                    add(sums, standing(chips, anchor), LOCATION, h100eHours);
                    add(sums, anchor.home(), OWNER, h100eHours);
                    add(sums, anchor.home(), USER, h100eHours);
                }
            }
        }
    }

    private static Workload counted(Channel.Chips chips, AnchorTenant anchor) {
        return chips.workload() == null ? anchor.workload() : chips.workload();
    }

    private String standing(Channel.Chips chips, AnchorTenant anchor) {
        return chips instanceof Channel.LicensedChips licensed
                ? isoByCountry[
                        catalog.countries()
                                .id(catalog.site(catalog.sites().id(licensed.site()))
                                        .country())]
                : anchor.home();
    }

    private static void add(Map<String, double[]> sums, String jurisdiction, int view, double h100eHours) {
        sums.computeIfAbsent(jurisdiction, none -> new double[3])[view] += h100eHours;
    }
}
