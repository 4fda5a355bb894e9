package straits.market.spot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import straits.scenario.SpotSale;

/** Which spot leases give way, by the rule of their provider: as few as the rule needs, none that is not needed. */
final class Victims {

    private Victims() {}

    /**
     * The leases that give way.
     *
     * @param running those that may be told to go
     * @param gpus how many GPUs are needed; no more than they have together
     */
    static List<SpotLease> of(SpotSale.Victims rule, List<SpotLease> running, int gpus) {
        List<SpotLease> ranked = new ArrayList<>(running);
        ranked.sort(order(rule));
        List<SpotLease> chosen = new ArrayList<>();
        int sum = 0;
        for (SpotLease lease : ranked) {
            if (sum < gpus) {
                chosen.add(lease);
                sum += lease.gpus();
            }
        }
        return spare(chosen, sum - gpus);
    }

    /** Lets those stay, the last in rank first, without whom there are still enough. */
    private static List<SpotLease> spare(List<SpotLease> chosen, int surplus) {
        int left = surplus;
        for (int each = chosen.size() - 1; each >= 0; each--) {
            if (chosen.get(each).gpus() <= left) {
                left -= chosen.remove(each).gpus();
            }
        }
        return chosen;
    }

    private static Comparator<SpotLease> order(SpotSale.Victims rule) {
        Comparator<SpotLease> oldest = Comparator.comparingLong(SpotLease::serial);
        return switch (rule) {
            case LOWEST_BID -> Comparator.comparingLong(SpotLease::bidMicroUsd).thenComparing(oldest.reversed());
            case NEWEST -> oldest.reversed();
            case OLDEST -> oldest;
        };
    }
}
