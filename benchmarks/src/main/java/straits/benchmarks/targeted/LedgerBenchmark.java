package straits.benchmarks.targeted;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import straits.benchmarks.world.Shipped;
import straits.measurement.Ledger;
import straits.random.Randomness;
import straits.random.Stream;

/** One posting from one of a hundred payers to one of a hundred payees. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LedgerBenchmark {

    private static final int POSTINGS = 1 << 12;
    private static final int ACCOUNTS = 100;
    private static final long MICRO_USD = 2_300_000;

    private final Ledger ledger = new Ledger(ACCOUNTS, ACCOUNTS);
    private final int[] payers = accounts("payer");
    private final int[] payees = accounts("payee");

    private static int[] accounts(String purpose) {
        Stream stream = Randomness.of(Shipped.SEED, 0).stream("ledger", purpose);
        int[] accounts = new int[POSTINGS];
        for (int each = 0; each < POSTINGS; each++) {
            accounts[each] = (int) (stream.next() * ACCOUNTS);
        }
        return accounts;
    }

    /** Postings. */
    @Benchmark
    @OperationsPerInvocation(POSTINGS)
    public Ledger post() {
        for (int each = 0; each < POSTINGS; each++) {
            ledger.post(payers[each], payees[each], MICRO_USD + each);
        }
        return ledger;
    }

    /** Both sides must be worth the same. */
    @TearDown
    public void check() {
        if (ledger.imbalanceMicroUsd() != 0) {
            throw new IllegalStateException("the sides differ by " + ledger.imbalanceMicroUsd() + " micro-USD");
        }
    }
}
