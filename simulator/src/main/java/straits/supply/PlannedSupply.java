package straits.supply;

import straits.catalog.Catalog;
import straits.random.Expectation;
import straits.scenario.Delivery;
import straits.scenario.Workload;
import straits.units.SimTime;

/** What dated orders would bring to the end of a run if nothing but their slip kept them from service. */
public final class PlannedSupply {

    private PlannedSupply() {}

    /** H100e-hours of all rentable GPUs on average over the laws of the slips. */
    public static double expectedH100eHours(Catalog catalog) {
        return catalog.scenario().deliveries().values().stream()
                .mapToDouble(each -> Expectation.of(each.slip(), slipHours -> h100eHours(catalog, each, slipHours)))
                .sum();
    }

    /** H100e-hours of one order with a given slip. */
    static double h100eHours(Catalog catalog, Delivery delivery, double slipHours) {
        double h100e = delivery.gpus().value()
                * delivery.rentableFraction().value()
                * catalog.h100ePerGpu(Workload.TRAINING, catalog.chips().id(delivery.chip()));
        double orderedHours = (double) catalog.timeline().micros(delivery.ordered()) / SimTime.MICROS_PER_HOUR;
        double readyHours = orderedHours
                + delivery.vendorLead().value()
                + delivery.install().value()
                + slipHours;
        double endHours = SimTime.toHours(catalog.timeline().horizonMicros());
        return h100e * Math.max(0, endHours - Math.max(0, readyHours));
    }
}
