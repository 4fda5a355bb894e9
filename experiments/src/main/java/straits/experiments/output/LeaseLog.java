package straits.experiments.output;

import java.nio.file.Path;
import java.util.Arrays;
import straits.experiments.montecarlo.UnitKey;
import straits.market.lease.LeaseBook;
import straits.market.lease.LeaseEnd;
import straits.market.lease.LeaseListener;
import straits.market.lease.Posting;
import straits.units.Money;

/** {@code leases.csv}: a row per lease, when it ends. What it was at signing is kept by the id that it has while it runs. */
final class LeaseLog implements LeaseListener {

    private final UnitKey unit;
    private final LogWords words;
    private final LogFile<LogTables.LeaseRow> file;
    private final LeaseMoney money = new LeaseMoney();
    private LeaseBook leases = new LeaseBook();
    private long[] ordinal = new long[64];
    private long[] startMicros = new long[64];
    private long[] firstMicroUsd = new long[64];
    private long signed;

    LeaseLog(Path folder, UnitKey unit, LogWords words) {
        this.unit = unit;
        this.words = words;
        file = new LogFile<>(folder, LogTables.LEASES);
    }

    @Override
    public void leaseStarted(long nowMicros, LeaseBook book, int lease) {
        leases = book;
        if (lease >= ordinal.length) {
            int room = Math.max(2 * ordinal.length, lease + 1);
            ordinal = Arrays.copyOf(ordinal, room);
            startMicros = Arrays.copyOf(startMicros, room);
            firstMicroUsd = Arrays.copyOf(firstMicroUsd, room);
        }
        ordinal[lease] = signed++;
        startMicros[lease] = nowMicros;
        firstMicroUsd[lease] = book.microUsdPerGpuHour(lease);
        money.started(nowMicros, book, lease);
    }

    @Override
    public void repriced(long nowMicros, LeaseBook book, int lease, long microUsd) {
        money.close(nowMicros, book, lease);
    }

    @Override
    public void posted(long nowMicros, LeaseBook book, int lease, Posting what, long microUsd) {
        money.posted(lease, what, microUsd);
    }

    @Override
    public void leaseEnded(long nowMicros, LeaseBook book, int lease, LeaseEnd reason) {
        add(nowMicros, lease, LogWords.word(reason));
    }

    private void add(long nowMicros, int lease, String reason) {
        money.close(nowMicros, leases, lease);
        file.add(new LogTables.LeaseRow(
                unit,
                ordinal[lease],
                words.tenant(leases.tenant(lease)),
                words.pool(leases.pool(lease)),
                leases.gpus(lease),
                leases.committed(lease),
                words.time(startMicros[lease]),
                words.time(nowMicros),
                Money.toUsd(firstMicroUsd[lease]),
                Money.toUsd(leases.microUsdPerGpuHour(lease)),
                reason,
                money.figures(lease, words)));
    }

    /** Adds what still runs, if the log ends before the run. */
    void close(long nowMicros, boolean early) {
        for (int lease = 0; early && lease < leases.highWater(); lease++) {
            if (leases.active(lease)) {
                add(nowMicros, lease, "still_running");
            }
        }
        file.close();
    }
}
