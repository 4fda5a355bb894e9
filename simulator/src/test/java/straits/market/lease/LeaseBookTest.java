package straits.market.lease;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import straits.regulation.Gatekeeper;

/** The words in which a lease keeps what it is. */
final class LeaseBookTest {

    /** The last tenant and the last pool that a scenario may have. */
    @Test
    void theGreatestOfEachIsKeptApart() {
        LeaseBook book = new LeaseBook();
        int lease = book.open(32_767, 32_767, Integer.MAX_VALUE, Gatekeeper.NO_QUOTA);
        book.basis(lease, PriceTerms.COMMITTED, Long.MAX_VALUE);
        book.price(lease, Integer.MAX_VALUE);

        assertThat(book.tenant(lease)).isEqualTo(32_767);
        assertThat(book.pool(lease)).isEqualTo(32_767);
        assertThat(book.gpus(lease)).isEqualTo(Integer.MAX_VALUE);
        assertThat(book.active(lease)).isTrue();
        assertThat(book.committed(lease)).isTrue();
        assertThat(book.floating(lease)).isFalse();
        assertThat(book.microUsdPerGpuHour(lease)).isEqualTo(Integer.MAX_VALUE);
        assertThat(book.limitMicroUsd(lease)).isEqualTo(Integer.MAX_VALUE);
    }
}
