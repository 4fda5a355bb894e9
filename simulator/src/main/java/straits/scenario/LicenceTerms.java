package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.HOURS;
import static straits.scenario.Dimension.PER_HOUR;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a licence of a review class is worth.
 *
 * @param validity how long it is good for; missing means for ever
 * @param windDown time that leases under it have once it has expired or is revoked; shipments stop at once
 * @param audits whether and how its use is looked into; missing means never
 */
public record LicenceTerms(
        @Meaning("how long it is good for; missing means for ever") @In(HOURS) @Within(open = true) @Nullable
        Quantity validity,

        @Meaning("time for leases under it to end once it is expired or revoked") @In(HOURS) @Within @Default("0 h")
        Quantity windDown,

        @Meaning("how its use is looked into; missing means never") @Nullable
        Audits audits) {

    /**
     * Audits of a licence: each leads to a revocation, to a suspension for a time, or to nothing.
     *
     * @param rate audits per licence and time, at random
     * @param dates days on which every licence in force is audited as well
     * @param revoke probability that an audit leads to revocation
     * @param suspend probability that it leads to suspension
     * @param suspension how long a suspension lasts
     */
    public record Audits(
            @Meaning("audits per licence and time, at random") @In(PER_HOUR) @Within @Default("0 per year")
            Quantity rate,

            @Meaning("days on which all licences are audited") @Default("[]")
            List<LocalDate> dates,

            @Meaning("probability of revocation at an audit") @In(FRACTION) @Within(high = 1) @Default("0")
            Quantity revoke,

            @Meaning("probability of suspension at an audit") @In(FRACTION) @Within(high = 1) @Default("0")
            Quantity suspend,

            @Meaning("length of a suspension") @In(HOURS) @Within @Default("0 h")
            Quantity suspension) {

        /** Copies the list, so that the record stays immutable. */
        public Audits {
            dates = List.copyOf(dates);
        }
    }
}
