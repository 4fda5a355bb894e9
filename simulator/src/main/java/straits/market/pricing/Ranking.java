package straits.market.pricing;

import java.util.Arrays;
import straits.scenario.Workload;

/**
 * The pools a tenant accepts, by price on demand per H100-equivalent, ties by pool: the order in which one who buys on
 * demand meets them. Follows the price book: call {@link #refresh} before reading.
 */
public final class Ranking {

    private final PriceBook book;
    private final Workload workload;
    private final int[] pools;
    private final PriceBook.Quote quote;
    private final long[] microUsd;
    private final double[] unitUsd;
    private long version = -1;

    Ranking(PriceBook book, Workload workload, int[] pools, PriceBook.Quote quote) {
        this.book = book;
        this.workload = workload;
        this.pools = pools;
        this.quote = quote;
        microUsd = new long[pools.length];
        unitUsd = new double[pools.length];
    }

    /** Takes price changes into account, if there were any. */
    public void refresh() {
        if (version != book.version()) {
            version = book.version();
            Arrays.sort(pools);
            sort();
        }
    }

    private void sort() {
        for (int place = 0; place < pools.length; place++) {
            int pool = pools[place];
            long price = quote.microUsd(pool, book.onDemandMicroUsd(pool));
            double unit = book.unitUsd(pool, price, workload);
            int at = place;
            while (at > 0 && unitUsd[at - 1] > unit) {
                move(at - 1, at);
                at--;
            }
            pools[at] = pool;
            microUsd[at] = price;
            unitUsd[at] = unit;
        }
    }

    private void move(int from, int to) {
        pools[to] = pools[from];
        microUsd[to] = microUsd[from];
        unitUsd[to] = unitUsd[from];
    }

    /** Number of pools. */
    public int size() {
        return pools.length;
    }

    /** The pool at a place. */
    public int pool(int place) {
        return pools[place];
    }

    /** Its price on demand, in USD per H100-equivalent and hour. */
    public double unitUsd(int place) {
        return unitUsd[place];
    }

    /** Its price on demand, in micro-USD per GPU-hour. */
    public long microUsd(int place) {
        return microUsd[place];
    }
}
