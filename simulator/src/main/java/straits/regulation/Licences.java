package straits.regulation;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The licences granted in a run, by number: who holds them, what they allow, and what has become of them. What a licence
 * allows is a quota of its own (a hardware licence), a part of its holder's quota in a country (a licence for remote
 * access of an anchor tenant), or one lease (that of a request).
 */
public final class Licences {

    /** No licence. */
    public static final int NONE = -1;

    /** What never happens. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Whether a licence is good. */
    public enum State {
        /** In force. */
        ACTIVE,
        /** Nothing new may be done under it for a time. */
        SUSPENDED,
        /** Its time is over. */
        EXPIRED,
        /** Taken away. */
        REVOKED;

        /** Whether it is gone for good. */
        public boolean ended() {
            return this == EXPIRED || this == REVOKED;
        }
    }

    private final Quotas quotas;
    private Filing[] filing = new Filing[8];
    private int[] application = new int[8];
    private int[] attempt = new int[8];
    private boolean[] conditional = new boolean[8];
    private State[] state = new State[8];
    private int[] quota = new int[8];
    private long[] grantedTpp = new long[8];
    private long[] grantedMicros = new long[8];
    private long[] expiryMicros = new long[8];
    private long[] suspendedMicros = new long[8];
    private long[] revokedMicros = new long[8];
    private int size;

    Licences(Quotas quotas) {
        this.quotas = quotas;
    }

    /** Enters a licence that allows nothing yet; returns its number. */
    int grant(Application file, boolean withConditions, long atMicros, long untilMicros) {
        if (size == filing.length) {
            grow();
        }
        filing[size] = file.filing();
        application[size] = file.id();
        attempt[size] = file.attempt();
        conditional[size] = withConditions;
        state[size] = State.ACTIVE;
        quota[size] = Gatekeeper.NO_QUOTA;
        grantedMicros[size] = atMicros;
        expiryMicros[size] = untilMicros;
        suspendedMicros[size] = NEVER;
        revokedMicros[size] = NEVER;
        return size++;
    }

    private void grow() {
        int longer = 2 * size;
        filing = Arrays.copyOf(filing, longer);
        application = Arrays.copyOf(application, longer);
        attempt = Arrays.copyOf(attempt, longer);
        conditional = Arrays.copyOf(conditional, longer);
        state = Arrays.copyOf(state, longer);
        quota = Arrays.copyOf(quota, longer);
        grantedTpp = Arrays.copyOf(grantedTpp, longer);
        grantedMicros = Arrays.copyOf(grantedMicros, longer);
        expiryMicros = Arrays.copyOf(expiryMicros, longer);
        suspendedMicros = Arrays.copyOf(suspendedMicros, longer);
        revokedMicros = Arrays.copyOf(revokedMicros, longer);
    }

    /** Opens a quota of its own for a licence. */
    void open(int licence, String ruleKey, long tpp) {
        Filing by = filing[licence];
        quota[licence] =
                quotas.open(new Quotas.Name(ruleKey, by.holder(), by.country(), "", Integer.toString(licence)), tpp);
        grantedTpp[licence] = tpp;
    }

    /** Adds what a licence allows to a quota that others may share. */
    void add(int licence, int toQuota, long tpp) {
        quotas.grant(toQuota, tpp);
        quota[licence] = toQuota;
        grantedTpp[licence] = tpp;
    }

    void suspend(int licence, long nowMicros) {
        state[licence] = State.SUSPENDED;
        suspendedMicros[licence] = nowMicros;
        withdraw(licence);
    }

    void resume(int licence) {
        state[licence] = State.ACTIVE;
        if (quota[licence] != Gatekeeper.NO_QUOTA) {
            quotas.restore(quota[licence], grantedTpp[licence]);
        }
    }

    void expire(int licence) {
        end(licence, State.EXPIRED);
    }

    void revoke(int licence, long nowMicros) {
        end(licence, State.REVOKED);
        revokedMicros[licence] = nowMicros;
    }

    private void end(int licence, State how) {
        if (state[licence] == State.ACTIVE) {
            withdraw(licence);
        }
        state[licence] = how;
    }

    private void withdraw(int licence) {
        if (quota[licence] != Gatekeeper.NO_QUOTA) {
            quotas.withdraw(quota[licence], grantedTpp[licence]);
        }
    }

    /** The ledger its amounts are kept in. */
    public Quotas quotas() {
        return quotas;
    }

    /** Licences granted so far; their numbers are below. */
    public int size() {
        return size;
    }

    /** Whether a licence is good. */
    public State state(int licence) {
        return state[licence];
    }

    /** Number of the application it was granted on. */
    public int application(int licence) {
        return application[licence];
    }

    /** The application it was granted on. */
    public Filing filing(int licence) {
        return filing[licence];
    }

    int attempt(int licence) {
        return attempt[licence];
    }

    /** Whether it carries the conditions of its review class. */
    public boolean conditional(int licence) {
        return conditional[licence];
    }

    /** The quota it opened or added to; {@link Gatekeeper#NO_QUOTA} if it has none. */
    public int quota(int licence) {
        return quota[licence];
    }

    /** What it allowed when it was granted; 0 if it has no quota. */
    public long grantedTpp(int licence) {
        return grantedTpp[licence];
    }

    /** When it was granted; may lie before the start. */
    public long grantedMicros(int licence) {
        return grantedMicros[licence];
    }

    /** When its time is over; {@link #NEVER} if it has no end. */
    public long expiryMicros(int licence) {
        return expiryMicros[licence];
    }

    /** When it was last suspended; {@link #NEVER} if it was not. */
    public long suspendedMicros(int licence) {
        return suspendedMicros[licence];
    }

    /** When it was revoked; {@link #NEVER} if it was not. */
    public long revokedMicros(int licence) {
        return revokedMicros[licence];
    }

    /** What of it is drawn; in a quota that others share the first granted is the first drawn. */
    public long drawnTpp(int licence) {
        int of = quota[licence];
        if (of == Gatekeeper.NO_QUOTA || ownsQuota(licence)) {
            return of == Gatekeeper.NO_QUOTA ? 0 : quotas.drawnTpp(of);
        }
        boolean active = state[licence] == State.ACTIVE;
        long rest = active
                ? quotas.drawnTpp(of) - quotas.withdrawingTpp(of) - withoutLicences(of)
                : quotas.withdrawingTpp(of);
        for (int each = 0; each < licence; each++) {
            boolean before = quota[each] == of && (state[each] == State.ACTIVE) == active;
            rest -= before ? grantedTpp[each] : 0;
        }
        return Math.max(0, Math.min(rest, grantedTpp[licence]));
    }

    /** What may still be drawn under it. */
    public long leftTpp(int licence) {
        return state[licence] == State.ACTIVE ? grantedTpp[licence] - drawnTpp(licence) : 0;
    }

    private boolean ownsQuota(int licence) {
        return !quotas.name(quota[licence]).licence().isEmpty();
    }

    /** What a quota would be if no licence in force had added to it. */
    private long withoutLicences(int of) {
        long tpp = quotas.grantedTpp(of) - quotas.withdrawingTpp(of);
        for (int each = 0; each < size; each++) {
            tpp -= quota[each] == of && state[each] == State.ACTIVE ? grantedTpp[each] : 0;
        }
        return tpp;
    }

    /**
     * The first licence whose dates do not follow each other, or that is in force out of its time; {@link #NONE} if none is.
     *
     * @param moot whether the rule of a licence is gone, so that its time does not matter any more
     */
    int outOfTime(long nowMicros, IntPredicate moot) {
        for (int each = 0; each < size; each++) {
            boolean granted = grantedMicros[each] <= nowMicros && grantedMicros[each] <= expiryMicros[each];
            boolean over = state[each] != State.EXPIRED || expiryMicros[each] <= nowMicros;
            boolean inTime = state[each].ended() || nowMicros <= expiryMicros[each] || moot.test(each);
            boolean after = suspendedMicros[each] >= grantedMicros[each] && revokedMicros[each] >= grantedMicros[each];
            if (!granted || !over || !inTime || !after) {
                return each;
            }
        }
        return NONE;
    }

    /** Whether every quota is what it was opened with and what the licences in force add to it. */
    public boolean balanced() {
        long[] tpp = new long[quotas.size()];
        boolean[] licensed = new boolean[tpp.length];
        for (int each = 0; each < size; each++) {
            if (quota[each] != Gatekeeper.NO_QUOTA) {
                licensed[quota[each]] = true;
                tpp[quota[each]] += state[each] == State.ACTIVE ? grantedTpp[each] : 0;
            }
        }
        for (int of = 0; of < tpp.length; of++) {
            boolean own = !quotas.name(of).licence().isEmpty();
            long opened = own ? 0 : quotas.openedTpp(of);
            if (licensed[of] && quotas.grantedTpp(of) - quotas.withdrawingTpp(of) != opened + tpp[of]) {
                return false;
            }
        }
        return true;
    }
}
