package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.GPUS;
import static straits.scenario.Dimension.HOURS;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated order of GPUs: ordered, licensed where the regime asks, shipped after the vendor's lead time, in service after
 * transit and installation if the site has the power.
 *
 * @param provider who ordered
 * @param site where they will stand
 * @param chip which chip
 * @param gpus how many
 * @param rentableFraction share of them ever offered
 * @param ordered date of the order; may lie before the start
 * @param vendorLead from order (or licence) to shipment, where country quotas are drawn
 * @param install transit and installation, from shipment to service
 * @param slip delay of the service date, drawn per replication; may be negative
 * @param licensed whether a hardware licence was in hand before the start
 * @param cancellation whether what has not left by a date may be cancelled; missing means never
 * @param diversion whether what has not left by a date may go to another site; missing means never
 */
public record Delivery(
        @Meaning("provider") @Refers("providers") String provider,
        @Meaning("site") @Refers("sites") String site,
        @Meaning("chip") @Refers("chips") String chip,

        @Meaning("GPUs") @In(GPUS) @Within(low = 1, high = 3_000_000)
        Quantity gpus,

        @Meaning("share ever offered; the rest is captive") @In(FRACTION) @Within(high = 1) @Default("1")
        Quantity rentableFraction,

        @Meaning("date of the order; may lie before the start")
        LocalDate ordered,

        @Meaning("from order or licence to shipment") @In(HOURS) @Within
        Quantity vendorLead,

        @Meaning("transit and installation") @In(HOURS) @Within @Default("0 h")
        Quantity install,

        @Meaning("delay of the service date, drawn per replication")
        @In(HOURS)
        @Within(low = -8760)
        @Default("{constant: 0 h}")
        Distribution slip,

        @Meaning("hardware licence in hand before the start") @Default("false")
        boolean licensed,

        @Meaning("whether what has not left by a date may be cancelled; missing means never") @Nullable
        Cancellation cancellation,

        @Meaning("whether what has not left by a date may go elsewhere; missing means never") @Nullable
        Diversion diversion) {

    /**
     * What has not been shipped on a date is cancelled, or not: drawn once per replication.
     *
     * @param probability that it is cancelled
     * @param on the date
     */
    public record Cancellation(
            @Meaning("probability of being cancelled") @In(FRACTION) @Within(high = 1) @Default("1")
            Quantity probability,

            @Meaning("date from which the rest may be cancelled")
            LocalDate on) {}

    /**
     * What has not been shipped on a date goes to another site of the same provider, or not: drawn once per replication. Licences
     * do not cross borders: in another country it needs new ones.
     *
     * @param probability that it goes elsewhere
     * @param on the date
     * @param to the other site
     */
    public record Diversion(
            @Meaning("probability of going elsewhere") @In(FRACTION) @Within(high = 1) @Default("1")
            Quantity probability,

            @Meaning("date from which the rest may go elsewhere")
            LocalDate on,

            @Meaning("the other site") @Refers("sites") String to) {}
}
