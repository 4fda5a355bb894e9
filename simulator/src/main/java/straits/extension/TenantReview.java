package straits.extension;

import java.time.LocalDate;
import java.util.List;

/**
 * An anchor tenant at one of its reviews.
 *
 * @param tenant its key
 * @param date the day
 * @param needH100e what it wants to hold now
 * @param heldH100e what it holds
 * @param maxUsdPerH100eHour the most it pays
 * @param offers what it can sign, the cheapest per h100e-hour first
 */
public record TenantReview(
        String tenant,
        LocalDate date,
        double needH100e,
        double heldH100e,
        double maxUsdPerH100eHour,
        List<BlockOffer> offers) {

    /** Copies the list, so that the record stays immutable. */
    public TenantReview {
        offers = List.copyOf(offers);
    }

    /** What it needs and does not hold, in h100e; 0 if it holds enough. */
    public double gapH100e() {
        return Math.max(0, needH100e - heldH100e);
    }
}
