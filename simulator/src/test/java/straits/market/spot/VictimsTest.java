package straits.market.spot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.market.tenant.Request;
import straits.scenario.SpotSale;

/** Four spot leases in order of age, of 8, 2, 4 and 1 GPUs at bids of 3, 1, 2 and 1 micro-USD: who gives way. */
final class VictimsTest {

    private static SpotLease lease(int gpus, long bidMicroUsd, long serial) {
        return new SpotLease((int) serial, new Request(), 0, gpus, bidMicroUsd, 0, serial);
    }

    private static final List<SpotLease> RUNNING =
            List.of(lease(8, 3, 0), lease(2, 1, 1), lease(4, 2, 2), lease(1, 1, 3));

    /** Whoever was chosen on the way and is not needed in the end stays; of equal bids the younger goes first. */
    @ParameterizedTest
    @CsvSource({
        "LOWEST_BID, 1, 1",
        "LOWEST_BID, 2, 2",
        "LOWEST_BID, 3, 1 2",
        "LOWEST_BID, 4, 4",
        "LOWEST_BID, 5, 1 4",
        "LOWEST_BID, 8, 8",
        "LOWEST_BID, 15, 1 2 4 8",
        "NEWEST, 1, 1",
        "NEWEST, 2, 4",
        "NEWEST, 5, 1 4",
        "NEWEST, 7, 1 4 2",
        "OLDEST, 1, 8",
        "OLDEST, 9, 8 2",
        "OLDEST, 11, 8 4",
    })
    void asFewGoAsTheRuleNeeds(SpotSale.Victims rule, int needed, String gpusOfThoseWhoGo) {
        List<Integer> gone =
                Victims.of(rule, RUNNING, needed).stream().map(SpotLease::gpus).toList();

        assertThat(gone.stream().map(String::valueOf)).containsExactly(gpusOfThoseWhoGo.split(" "));
    }
}
