package straits.scenario;

import static straits.scenario.Dimension.GPUS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A maker of chips whose supply these regions share with the rest of the world. What it makes in a month is shared on the first
 * day of the month among all orders that wait; what an order does not get then stays in the backlog. Chips of no vendor are
 * never short.
 *
 * @param allocation how a month's supply is shared
 * @param ranks rank of providers; the higher is served first; those not named have 0
 * @param restOfWorldRank rank of the orders of the rest of the world
 * @param chips supply by chip
 */
public record Vendor(
        @Meaning("how a month's supply is shared") @Default("pro_rata")
        Allocation allocation,

        @Meaning("rank of providers for the allocation by priority; those not named have 0") @Default("[]")
        List<Rank> ranks,

        @Meaning("rank of the orders of the rest of the world") @Within(low = -1000, high = 1000) @Default("0")
        int restOfWorldRank,

        @Meaning("supply by chip") @Refers("chips") Map<String, Line> chips) {

    /** Copies the collections, so that the record stays immutable. */
    public Vendor {
        ranks = List.copyOf(ranks);
        chips = Copies.of(chips);
    }

    /** Rank of a provider. */
    public int rank(String provider) {
        return ranks.stream()
                .filter(each -> each.provider().equals(provider))
                .mapToInt(Rank::rank)
                .findFirst()
                .orElse(0);
    }

    /** How a month's supply is shared among the orders that wait. */
    public enum Allocation {
        /** Everybody gets the same share of what is asked. */
        PRO_RATA,
        /** The higher rank is served in full before the lower; pro rata within a rank. */
        PRIORITY
    }

    /**
     * Rank of a provider.
     *
     * @param provider who
     * @param rank the higher is served first
     */
    public record Rank(
            @Meaning("provider") @Refers("providers") String provider,

            @Meaning("the higher is served first") @Within(low = -1000, high = 1000)
            int rank) {}

    /**
     * Supply of one chip.
     *
     * @param monthlySupply GPUs made for each month; the value in force on its first day counts
     * @param restOfWorld GPUs the rest of the world orders each month; the value in force on its first day counts
     * @param restOfWorldBacklog GPUs the rest of the world waits for at the start
     */
    public record Line(
            @Meaning("GPUs made each month, by date; the value on the first day of the month counts") @In(GPUS) @Within
            List<Dated> monthlySupply,

            @Meaning("GPUs ordered each month by the rest of the world, by date") @In(GPUS) @Within @Default("[]")
            List<Dated> restOfWorld,

            @Meaning("GPUs the rest of the world waits for at the start") @In(GPUS) @Within @Default("0 GPUs")
            Quantity restOfWorldBacklog) {

        /** Copies the lists, so that the record stays immutable. */
        public Line {
            monthlySupply = List.copyOf(monthlySupply);
            restOfWorld = List.copyOf(restOfWorld);
        }

        /** GPUs made for the month of a date. */
        public long suppliedGpus(LocalDate date) {
            return inForce(monthlySupply, date);
        }

        /** GPUs the rest of the world orders in the month of a date. */
        public long restOfWorldGpus(LocalDate date) {
            return inForce(restOfWorld, date);
        }

        private static long inForce(List<Dated> values, LocalDate date) {
            long value = 0;
            for (Dated each : values) {
                if (!each.from().isAfter(date)) {
                    value = Math.round(each.value().value());
                }
            }
            return value;
        }
    }
}
