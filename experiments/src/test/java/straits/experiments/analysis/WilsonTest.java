package straits.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.experiments.analysis.CategoryShares.Share;

final class WilsonTest {

    /** Newcombe 1998, Statistics in Medicine 17, table I, method 3; the last two by the formula in Python. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0.0000, 0.1611",
        "1, 29, 0.0061, 0.1718",
        "29, 29, 0.8830, 1.0000",
        "5, 10, 0.2366, 0.7634"
    })
    void publishedIntervals(int successes, int trials, double low, double high) {
        Interval interval = Wilson.interval95(successes, trials);

        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void endsAreExactAtTheEdges() {
        for (int trials = 1; trials <= 200; trials++) {
            assertThat(Wilson.interval95(0, trials).low()).isZero();
            assertThat(Wilson.interval95(trials, trials).high()).isEqualTo(1);
        }
    }

    @Test
    void noTrialsHaveNoInterval() {
        assertThat(Wilson.interval95(0, 0).missing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-1, 3", "4, 3", "1, 0", "0, -1"})
    void impossibleCountsAreRefused(int successes, int trials) {
        assertThatThrownBy(() -> Wilson.interval95(successes, trials)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sharesAreInOrderOfTheValue() {
        List<Share> shares = CategoryShares.of(List.of("power", "chips", "power", "power"));

        assertThat(shares)
                .containsExactly(
                        new Share("chips", 1, 0.25, Wilson.interval95(1, 4)),
                        new Share("power", 3, 0.75, Wilson.interval95(3, 4)));
    }

    @Test
    void aClosedListReportsWhatNeverCame() {
        List<Share> shares = CategoryShares.of(List.of("money", "cap"), List.of("money", "money"));

        assertThat(shares).extracting(Share::value).containsExactly("cap", "money");
        assertThat(shares).extracting(Share::fraction).containsExactly(0.0, 1.0);
    }

    @Test
    void noReplicationsHaveNoShares() {
        assertThat(CategoryShares.of(List.of())).isEmpty();
        assertThat(CategoryShares.of(List.of("money"), List.of()).get(0).fraction())
                .isNaN();
    }
}
