package straits.scenario;

import static straits.scenario.Dimension.H100E;
import static straits.scenario.Dimension.USD_PER_GPU_HOUR;
import static straits.scenario.Dimension.USD_PER_H100E_HOUR;

import java.time.LocalDate;
import java.util.List;

/**
 * The question a scenario asks about one anchor tenant.
 *
 * @param tenant the anchor tenant
 * @param referencePrice price at which its budget is turned into a number of GPUs around the clock
 * @param rampEnds date after which an unmet want counts for the first unmet date
 * @param fillPrices price thresholds of the fill surface
 * @param fillH100e size thresholds of the fill surface
 */
public record Question(
        @Meaning("the anchor tenant") @Refers("anchors") String tenant,

        @Meaning("price that turns the budget into GPUs around the clock") @In(USD_PER_GPU_HOUR) @Within(open = true)
        Quantity referencePrice,

        @Meaning("date after which an unmet want counts") LocalDate rampEnds,

        @Meaning("price thresholds of the fill surface") @In(USD_PER_H100E_HOUR) @Within @Default("[]")
        List<Quantity> fillPrices,

        @Meaning("size thresholds of the fill surface") @In(H100E) @Within @Default("[]")
        List<Quantity> fillH100e) {

    /** Copies the lists, so that the record stays immutable. */
    public Question {
        fillPrices = List.copyOf(fillPrices);
        fillH100e = List.copyOf(fillH100e);
    }
}
