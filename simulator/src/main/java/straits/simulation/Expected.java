package straits.simulation;

import straits.catalog.Catalog;
import straits.market.tenant.DemandLaw;
import straits.scenario.TenantClass;
import straits.supply.PlannedSupply;
import straits.units.SimTime;

/**
 * What the laws of a scenario give on average for things that are drawn before the market decides anything. A measure less its
 * expectation has mean zero, whatever the market does, and can take chance out of other measures.
 *
 * @param demandH100eHours h100e-hours that requests of tenant classes ask for, each cut at the end of the run
 * @param supplyH100eHours h100e-hours to the end of the run of what is delivered, if nothing but its slip kept it from service
 */
public record Expected(double demandH100eHours, double supplyH100eHours) {

    /** The expectations of a scenario; some milliseconds. */
    public static Expected of(Catalog catalog) {
        double horizonHours = SimTime.toHours(catalog.timeline().horizonMicros());
        double demand = 0;
        for (TenantClass each : catalog.scenario().tenantClasses().values()) {
            demand += DemandLaw.expectedH100eHours(each, horizonHours);
        }
        return new Expected(demand, PlannedSupply.expectedH100eHours(catalog));
    }
}
