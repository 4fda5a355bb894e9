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
    private int period;

    Denials(int tenants, int rules, int periods) {
        this.rules = rules;
        requests = new long[periods][tenants * rules * CLAUSES];
        h100eHours = new double[periods][tenants * rules * CLAUSES];
    }

    void refused(Request request, int rule, Clause clause) {
        int cell = cell(request.tenant(), rule, clause);
        requests[period][cell]++;
        h100eHours[period][cell] += request.h100e() * SimTime.toHours(request.durationMicros());
    }

    private int cell(int tenant, int rule, Clause clause) {
        return (tenant * rules + rule) * CLAUSES + clause.ordinal();
    }

    void enterPeriod(int next) {
        period = next;
    }

    void restart() {
        for (int each = 0; each < requests.length; each++) {
            Arrays.fill(requests[each], 0);
            Arrays.fill(h100eHours[each], 0);
        }
    }

    /** Requests refused in a period. */
    public long requests(int inPeriod, int tenant, int rule, Clause clause) {
        return requests[inPeriod][cell(tenant, rule, clause)];
    }

    /** What they asked for, in H100e-hours. */
    public double h100eHours(int inPeriod, int tenant, int rule, Clause clause) {
        return h100eHours[inPeriod][cell(tenant, rule, clause)];
    }
}
