package straits.market;

import java.util.Arrays;
import straits.market.tenant.Request;
import straits.units.SimTime;

/** Requests refused at the lease, by tenant, rule and clause. */
public final class Denials {

    /** Which part of a rule refused. */
    public enum Clause {
        /** The licence desk had no room for the application. */
        TURNED_AWAY,
        /** The licence desk refused the licence. */
        REFUSED
    }

    private static final int CLAUSES = Clause.values().length;

    private final int rules;
    private final long[][] requests;
    private final double[][] h100eHours;
    private final long horizonMicros;
    private int period;
    private long measuredSinceMicros;

    Denials(int tenants, int rules, int periods, long horizonMicros) {
        this.rules = rules;
        this.horizonMicros = horizonMicros;
        requests = new long[periods][tenants * rules * CLAUSES];
        h100eHours = new double[periods][tenants * rules * CLAUSES];
    }

    void refused(Request request, int rule, Clause clause) {
        if (request.arrivedMicros() >= measuredSinceMicros) {
            int cell = cell(request.tenant(), rule, clause);
            requests[period][cell]++;
            long cut = Math.min(request.durationMicros(), horizonMicros - request.arrivedMicros());
            h100eHours[period][cell] += request.h100e() * SimTime.toHours(cut);
        }
    }

    private int cell(int tenant, int rule, Clause clause) {
        return (tenant * rules + rule) * CLAUSES + clause.ordinal();
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
    }

    /** Requests refused in a period. */
    public long requests(int inPeriod, int tenant, int rule, Clause clause) {
        return requests[inPeriod][cell(tenant, rule, clause)];
    }

    /** What they asked for, in H100e-hours cut at the end of the run. */
    public double h100eHours(int inPeriod, int tenant, int rule, Clause clause) {
        return h100eHours[inPeriod][cell(tenant, rule, clause)];
    }
}
