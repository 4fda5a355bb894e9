package straits.scenario;

import static straits.scenario.Dimension.MEGAWATTS;
import static straits.scenario.Dimension.NUMBER;

import java.util.List;

/**
 * A data-centre site, or all sites of one owner class in a country taken together.
 *
 * @param country where it stands
 * @param pue facility power over IT power; enters costs only
 * @param loadFactor mean drawn over rated IT power; enters costs only
 * @param itPowerLimit IT power usable by GPUs, by date: installed GPUs x kW never exceed it
 */
public record Site(
        @Meaning("country of the site") @Refers("countries") String country,

        @Meaning("facility power over IT power, for costs") @In(NUMBER) @Within(low = 1, high = 3) @Default("1")
        Quantity pue,

        @Meaning("mean drawn over rated IT power, for costs") @In(Dimension.FRACTION) @Within(high = 1) @Default("1")
        Quantity loadFactor,

        @Meaning("critical IT power usable by GPUs, by date; installed GPUs x kW never exceed it")
        @In(MEGAWATTS)
        @Within
        List<Dated> itPowerLimit) {

    /** Copies the list, so that the record stays immutable. */
    public Site {
        itPowerLimit = List.copyOf(itPowerLimit);
    }
}
