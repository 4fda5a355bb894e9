package straits.experiments.montecarlo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A quota at the end of a run.
 *
 * @param unit the run
 * @param rule key of the rule
 * @param holder who draws; empty for all
 * @param country where; empty for anywhere
 * @param grantedTpp all that was granted
 * @param drawnTpp what is drawn
 * @param leftTpp what is left
 * @param firstBound date on which more was wanted than was left; null for never
 * @param year calendar year it is good for; empty for any time
 * @param licence number of the licence it belongs to; empty for none
 * @param renews date on which another takes its place; null for never
 */
public record QuotaRow(
        UnitKey unit,
        String rule,
        String holder,
        String country,
        long grantedTpp,
        long drawnTpp,
        long leftTpp,
        @Nullable LocalDate firstBound,
        String year,
        String licence,
        @Nullable LocalDate renews) {}
