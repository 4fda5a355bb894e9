package straits.scenario;

import static straits.scenario.Dimension.GPUS;
import static straits.scenario.Dimension.HOURS;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When GPUs of a provider leave service for good. No lease is broken: free GPUs go first, the others as soon as they come free.
 *
 * @param age time in service after which a GPU retires; missing means it never does by age
 * @param planned retirements by date
 */
public record Retirement(
        @Meaning("time in service after which a GPU retires; missing means never")
        @In(HOURS)
        @Within(open = true)
        @Nullable
        Quantity age,

        @Meaning("retirements by date") @Default("[]") List<Planned> planned) {

    /** Copies the list, so that the record stays immutable. */
    public Retirement {
        planned = List.copyOf(planned);
    }

    /**
     * GPUs of one pool that retire on a date, the oldest first.
     *
     * @param site where they stand
     * @param chip which chip
     * @param gpus how many; no more than there are
     * @param on the date
     */
    public record Planned(
            @Meaning("site") @Refers("sites") String site,
            @Meaning("chip") @Refers("chips") String chip,

            @Meaning("GPUs that retire") @In(GPUS) @Within(low = 1, high = 3_000_000)
            Quantity gpus,

            @Meaning("the date") LocalDate on) {}
}
