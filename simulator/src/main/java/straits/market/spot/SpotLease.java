package straits.market.spot;

import org.jspecify.annotations.Nullable;
import straits.market.tenant.Request;

/** A spot lease in force. */
public final class SpotLease {

    private final int lease;
    private final int pool;
    private final int gpus;
    private final long bidMicroUsd;
    private final long startedMicros;
    private final long serial;
    private final Request request = new Request();

    /** Whether it has been told to go. */
    private boolean noticed;

    /** Who waits for its GPUs; nobody if a clearing turned it out. */
    private @Nullable Claim claim;

    SpotLease(int lease, Request request, int pool, int gpus, long bidMicroUsd, long startedMicros, long serial) {
        this.lease = lease;
        this.request.copy(request);
        this.pool = pool;
        this.gpus = gpus;
        this.bidMicroUsd = bidMicroUsd;
        this.startedMicros = startedMicros;
        this.serial = serial;
    }

    /** Its id in the book of leases. */
    public int lease() {
        return lease;
    }

    /** Where it runs. */
    public int pool() {
        return pool;
    }

    /** How many GPUs. */
    public int gpus() {
        return gpus;
    }

    /** Most it pays, in micro-USD per GPU-hour. */
    public long bidMicroUsd() {
        return bidMicroUsd;
    }

    /** What it was asked for with. */
    public Request request() {
        return request;
    }

    long startedMicros() {
        return startedMicros;
    }

    /** A number no other spot lease of the run has; later leases have greater ones. */
    long serial() {
        return serial;
    }

    boolean noticed() {
        return noticed;
    }

    void notice(@Nullable Claim by) {
        noticed = true;
        claim = by;
    }

    @Nullable
    Claim claim() {
        return claim;
    }
}
