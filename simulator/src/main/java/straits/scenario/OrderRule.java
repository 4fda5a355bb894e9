package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.GPUS;
import static straits.scenario.Dimension.HOURS;

/**
 * How a provider orders GPUs of one chip for one site from the demand it expects, beside its dated orders: at each review it
 * smooths the GPUs leased, extends their trend over the time until an order placed now would serve and the next could, divides by
 * the utilisation it wants, and orders what it neither has nor awaits.
 *
 * @param site where they will stand
 * @param chip which chip
 * @param every time between reviews; the first is one such time after the start
 * @param targetUtilisation utilisation the order aims at
 * @param levelWeight weight of the latest count in the smoothed level
 * @param trendWeight weight of the latest change of the level in the smoothed trend; 0 expects no growth
 * @param lot orders are multiples of this
 * @param most most GPUs of one order
 * @param rentableFraction share of them ever offered
 * @param vendorLead from order or licence to shipment
 * @param install transit and installation, from shipment to service
 * @param slip delay of the service date, drawn per order
 */
public record OrderRule(
        @Meaning("site") @Refers("sites") String site,
        @Meaning("chip") @Refers("chips") String chip,

        @Meaning("time between reviews") @In(HOURS) @Within(low = 24) @Default("30 days")
        Quantity every,

        @Meaning("utilisation the order aims at") @In(FRACTION) @Within(open = true, high = 1)
        Quantity targetUtilisation,

        @Meaning("weight of the latest count of leased GPUs in the smoothed level")
        @In(FRACTION)
        @Within(open = true, high = 1)
        @Default("0.5")
        Quantity levelWeight,

        @Meaning("weight of the latest change of the level in the smoothed trend; 0 expects no growth")
        @In(FRACTION)
        @Within(high = 1)
        @Default("0.2")
        Quantity trendWeight,

        @Meaning("orders are multiples of this") @In(GPUS) @Within(low = 1, high = 3_000_000) @Default("1 GPUs")
        Quantity lot,

        @Meaning("most GPUs of one order") @In(GPUS) @Within(low = 1, high = 3_000_000) @Default("3000000 GPUs")
        Quantity most,

        @Meaning("share ever offered; the rest is captive") @In(FRACTION) @Within(open = true, high = 1) @Default("1")
        Quantity rentableFraction,

        @Meaning("from order or licence to shipment") @In(HOURS) @Within(open = true)
        Quantity vendorLead,

        @Meaning("transit and installation") @In(HOURS) @Within @Default("0 h")
        Quantity install,

        @Meaning("delay of the service date, drawn per order")
        @In(HOURS)
        @Within(low = -8760)
        @Default("{constant: 0 h}")
        Distribution slip) {}
