package straits.market;

import java.util.Arrays;
import straits.measurement.Tally;
import straits.units.SimTime;

/** Requests by outcome, with what was asked for and how long the served ones waited. */
public final class OutcomeBook {

    private static final int OUTCOMES = Outcome.values().length;

    private final int tenants;
    private final long[][] requests;
    private final double[][] h100eHours;
    private final Tally[] waitHours;
    private final long[] waited;
    private final long horizonMicros;
    private int period;
    private long measuredSinceMicros;
    private long everArrived;
    private long everEnded;
    private double drawnH100eHours;

    OutcomeBook(int tenants, int periods, long horizonMicros) {
        this.tenants = tenants;
        this.horizonMicros = horizonMicros;
        requests = new long[periods][tenants * OUTCOMES];
        h100eHours = new double[periods][tenants * OUTCOMES];
        waitHours = new Tally[tenants];
        Arrays.setAll(waitHours, each -> new Tally());
        waited = new long[tenants];
    }

    /** Counts a request as it is drawn, during the warm-up too. */
    void arrived(double h100e, long nowMicros, long durationMicros) {
        everArrived++;
        drawnH100eHours += h100e * SimTime.toHours(Math.min(durationMicros, horizonMicros - nowMicros));
    }

    /** Files a request that ended; the demand is what it asked for, cut at the end of the run. */
    void ended(Outcome outcome, int tenant, double h100e, long arrivedMicros, long durationMicros) {
        everEnded++;
        if (arrivedMicros >= measuredSinceMicros) {
            int cell = tenant * OUTCOMES + outcome.ordinal();
            requests[period][cell]++;
            long cut = Math.min(durationMicros, horizonMicros - arrivedMicros);
            h100eHours[period][cell] += h100e * SimTime.toHours(cut);
        }
    }

    /** Counts a request that comes back for what is left of its work: its outcome is counted already. */
    void arrivedAgain() {
        everArrived++;
    }

    /** Counts the end of such a wait. */
    void endedAgain() {
        everEnded++;
    }

    void served(int tenant, long arrivedMicros, long nowMicros) {
        if (arrivedMicros >= measuredSinceMicros) {
            waitHours[tenant].add(SimTime.toHours(nowMicros - arrivedMicros));
            if (nowMicros > arrivedMicros) {
                waited[tenant]++;
            }
        }
    }

    void enterPeriod(int next) {
        period = next;
    }

    void restart(long nowMicros) {
        measuredSinceMicros = nowMicros;
        for (int each = 0; each < requests.length; each++) {
            Arrays.fill(requests[each], 0);
            Arrays.fill(h100eHours[each], 0);
        }
        Arrays.fill(waited, 0);
        for (Tally tally : waitHours) {
            tally.restart();
        }
    }

    /** Requests ever made. */
    public long everArrived() {
        return everArrived;
    }

    /** What all requests ever made asked for, in H100e-hours, each cut at the end of the run. */
    public double drawnH100eHours() {
        return drawnH100eHours;
    }

    /** Requests ever ended. */
    public long everEnded() {
        return everEnded;
    }

    /** Requests of a tenant that ended in a period with an outcome. */
    public long requests(int inPeriod, int tenant, Outcome outcome) {
        return requests[inPeriod][tenant * OUTCOMES + outcome.ordinal()];
    }

    /** What those requests asked for, in H100e-hours cut at the end of the run. */
    public double h100eHours(int inPeriod, int tenant, Outcome outcome) {
        return h100eHours[inPeriod][tenant * OUTCOMES + outcome.ordinal()];
    }

    /** Hours the served requests of a tenant waited. */
    public Tally.Summary waitHours(int tenant) {
        return waitHours[tenant].summary();
    }

    /** Served requests of a tenant that waited at all. */
    public long waited(int tenant) {
        return waited[tenant];
    }

    /** Number of tenants. */
    public int tenants() {
        return tenants;
    }
}
