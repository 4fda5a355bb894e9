package straits.regulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Double-entry ledger of quotas in TPP: granted = drawn + left for every quota, always. A quota is an id; what it stands
 * for is its rule, its subject and its scope.
 */
public final class Quotas {

    private final List<Name> names = new ArrayList<>();
    private long[] opened = new long[8];
    private long[] granted = new long[8];
    private long[] drawn = new long[8];
    private long[] left = new long[8];
    private long[] beyond = new long[8];
    private long[] withdrawing = new long[8];
    private long[] firstBoundMicros = new long[8];

    /**
     * What a quota stands for.
     *
     * @param rule key of the rule
     * @param holder who draws: a provider, a tenant, or empty for all
     * @param country where; empty for anywhere
     * @param year the calendar year it is good for; empty for any time
     * @param licence number of the licence it belongs to; empty if it belongs to none
     */
    public record Name(String rule, String holder, String country, String year, String licence) {

        /** A quota for all time that belongs to no licence. */
        public Name(String rule, String holder, String country) {
            this(rule, holder, country, "", "");
        }

        /** When a new quota takes its place: 1 January after its year; null for never. */
        public @Nullable LocalDate renews() {
            return year.isEmpty() ? null : LocalDate.of(Integer.parseInt(year) + 1, 1, 1);
        }
    }

    /** Time of a quota that never bound. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Opens a quota. */
    public int open(Name name, long grantedTpp) {
        int quota = names.size();
        names.add(name);
        if (quota == granted.length) {
            grow();
        }
        opened[quota] = grantedTpp;
        granted[quota] = grantedTpp;
        left[quota] = grantedTpp;
        firstBoundMicros[quota] = NEVER;
        return quota;
    }

    private void grow() {
        int size = granted.length * 2;
        opened = java.util.Arrays.copyOf(opened, size);
        granted = java.util.Arrays.copyOf(granted, size);
        drawn = java.util.Arrays.copyOf(drawn, size);
        left = java.util.Arrays.copyOf(left, size);
        beyond = java.util.Arrays.copyOf(beyond, size);
        withdrawing = java.util.Arrays.copyOf(withdrawing, size);
        firstBoundMicros = java.util.Arrays.copyOf(firstBoundMicros, size);
    }

    /** Number of quotas. */
    public int size() {
        return names.size();
    }

    /** What a quota stands for. */
    public Name name(int quota) {
        return names.get(quota);
    }

    /** What was granted when it was opened. */
    public long openedTpp(int quota) {
        return opened[quota];
    }

    /** All that is granted. */
    public long grantedTpp(int quota) {
        return granted[quota];
    }

    /** All that is drawn now. */
    public long drawnTpp(int quota) {
        return drawn[quota];
    }

    /** What can still be drawn. */
    public long leftTpp(int quota) {
        return left[quota];
    }

    /** When a want first exceeded what was left; {@link #NEVER} if it did not. */
    public long firstBoundMicros(int quota) {
        return firstBoundMicros[quota];
    }

    /** What was counted while nothing was left. */
    public long beyondTpp(int quota) {
        return beyond[quota];
    }

    /** Adds to what is granted; what was counted beyond it draws first. */
    public void grant(int quota, long tpp) {
        granted[quota] = Math.addExact(granted[quota], tpp);
        left[quota] = Math.addExact(left[quota], tpp);
        long counted = beyond[quota];
        beyond[quota] = 0;
        count(quota, counted);
    }

    /** Counts what nobody was asked to hold back: draws what is left for it and remembers the rest. */
    public void count(int quota, long tpp) {
        long covered = Math.min(tpp, left[quota]);
        draw(quota, covered);
        beyond[quota] = Math.addExact(beyond[quota], tpp - covered);
    }

    /**
     * Draws.
     *
     * @throws IllegalStateException if more is asked than is left
     */
    public void draw(int quota, long tpp) {
        if (tpp < 0 || tpp > left[quota]) {
            throw new IllegalStateException(
                    "draw of " + tpp + " TPP on " + name(quota) + " with " + left[quota] + " left");
        }
        drawn[quota] += tpp;
        left[quota] -= tpp;
    }

    /** Returns what was drawn; of a quota that is being withdrawn it goes first to that. */
    public void giveBack(int quota, long tpp) {
        drawn[quota] -= tpp;
        long gone = Math.min(tpp, withdrawing[quota]);
        withdrawing[quota] -= gone;
        granted[quota] -= gone;
        left[quota] += tpp - gone;
    }

    /** Takes back a part of what is granted: at once what is left, the rest as it is given back. */
    public void withdraw(int quota, long tpp) {
        long gone = Math.min(tpp, left[quota]);
        left[quota] -= gone;
        granted[quota] -= gone;
        withdrawing[quota] = Math.addExact(withdrawing[quota], tpp - gone);
    }

    /** Undoes {@link #withdraw}. */
    public void restore(int quota, long tpp) {
        long kept = Math.min(tpp, withdrawing[quota]);
        withdrawing[quota] -= kept;
        grant(quota, tpp - kept);
    }

    /** Lets what is left, granted since, stand in for what is withdrawn and still drawn. */
    public void settle(int quota) {
        long covered = Math.min(left[quota], withdrawing[quota]);
        left[quota] -= covered;
        granted[quota] -= covered;
        withdrawing[quota] -= covered;
    }

    /** What is drawn beyond what may still be, and goes as soon as it is given back; what has been shipped never is. */
    public long withdrawingTpp(int quota) {
        return withdrawing[quota];
    }

    /** Notes that more was wanted than was left. */
    public void bound(int quota, long nowMicros) {
        firstBoundMicros[quota] = Math.min(firstBoundMicros[quota], nowMicros);
    }

    /** Whether granted = drawn + left and nothing is negative, for every quota. */
    public boolean balanced() {
        for (int quota = 0; quota < names.size(); quota++) {
            boolean sums = granted[quota] == drawn[quota] + left[quota];
            boolean covered = withdrawing[quota] >= 0 && withdrawing[quota] <= drawn[quota];
            if (!sums || !covered || drawn[quota] < 0 || left[quota] < 0) {
                return false;
            }
        }
        return true;
    }
}
