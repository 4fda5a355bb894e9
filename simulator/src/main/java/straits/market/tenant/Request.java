package straits.market.tenant;

/**
 * What one tenant of a class asks for; all of it drawn at its arrival, before any decision. Objects are filled
 * anew instead of made anew: nothing is allocated per request.
 */
public final class Request {

    private int tenant;
    private long ordinal;
    private double h100e;
    private long durationMicros;
    private double limitUsd;
    private double patienceUniform;
    private long arrivedMicros;
    private int visit;
    private int attempt;
    private long chips;

    /** Fills in a request. */
    public void set(
            int tenantClass,
            long arrivalOrdinal,
            double amountH100e,
            long duration,
            double limitUsdPerH100eHour,
            double patienceDrawn,
            long arrived) {
        tenant = tenantClass;
        ordinal = arrivalOrdinal;
        h100e = amountH100e;
        durationMicros = duration;
        limitUsd = limitUsdPerH100eHour;
        patienceUniform = patienceDrawn;
        arrivedMicros = arrived;
        visit = 0;
        attempt = 0;
        chips = -1;
    }

    /** The same request comes back for what is left of its work. */
    public void comeBack(long leftMicros, long nowMicros) {
        durationMicros = leftMicros;
        arrivedMicros = nowMicros;
        visit++;
    }

    /** Fills in what another request holds. */
    public void copy(Request other) {
        set(
                other.tenant,
                other.ordinal,
                other.h100e,
                other.durationMicros,
                other.limitUsd,
                other.patienceUniform,
                other.arrivedMicros);
        visit = other.visit;
        attempt = other.attempt;
        chips = other.chips;
    }

    /** How often it has come back. */
    public int visit() {
        return visit;
    }

    /** Lets it accept only some of the chips of its class, each by its bit. */
    void onlyOn(long acceptedChips) {
        chips = acceptedChips;
    }

    /** Whether it accepts a chip that its class accepts; chips of 64 and above go with none but the class. */
    public boolean accepts(int chip) {
        return chips == -1 || (chips >>> chip & 1) != 0;
    }

    /** Lets it try once more. */
    public void again() {
        attempt++;
    }

    /** Number of its attempt, from 0. */
    public int attempt() {
        return attempt;
    }

    /** The tenant class. */
    public int tenant() {
        return tenant;
    }

    /** Number of the arrival within its class, from 0; of a closed population, 2^32 x member + visit. */
    public long ordinal() {
        return ordinal;
    }

    /** Amount wanted, in H100-equivalents for the workload of the class. */
    public double h100e() {
        return h100e;
    }

    /** Length of the lease wanted. */
    public long durationMicros() {
        return durationMicros;
    }

    /** Most it pays, in USD per H100-equivalent and hour. */
    public double limitUsd() {
        return limitUsd;
    }

    /** What its patience is worked out from. */
    double patienceUniform() {
        return patienceUniform;
    }

    /** When it arrived. */
    public long arrivedMicros() {
        return arrivedMicros;
    }
}
