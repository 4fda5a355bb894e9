package straits.regulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Double-entry ledger of quotas in TPP: granted = drawn + left for every quota, always. A quota is an id; what it stands
 * for is its rule, its subject and its scope.
 */
public final class Quotas {

    private final List<Name> names = new ArrayList<>();
    private long[] granted = new long[8];
    private long[] drawn = new long[8];
    private long[] left = new long[8];
    private long[] beyond = new long[8];
    private long[] firstBoundMicros = new long[8];

    /**
     * What a quota stands for.
     *
     * @param rule key of the rule
     * @param holder who draws: a provider, a tenant, or empty for all
     * @param country where; empty for anywhere
     */
    public record Name(String rule, String holder, String country) {}

    /** Time of a quota that never bound. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Opens a quota. */
    public int open(Name name, long grantedTpp) {
        int quota = names.size();
        names.add(name);
        if (quota == granted.length) {
            grow();
        }
        granted[quota] = grantedTpp;
        left[quota] = grantedTpp;
        firstBoundMicros[quota] = NEVER;
        return quota;
    }

    private void grow() {
        int size = granted.length * 2;
        granted = java.util.Arrays.copyOf(granted, size);
        drawn = java.util.Arrays.copyOf(drawn, size);
        left = java.util.Arrays.copyOf(left, size);
        beyond = java.util.Arrays.copyOf(beyond, size);
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

    /** All that was granted. */
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

    /** Returns what was drawn. */
    public void giveBack(int quota, long tpp) {
        drawn[quota] -= tpp;
        left[quota] += tpp;
    }

    /** Notes that more was wanted than was left. */
    public void bound(int quota, long nowMicros) {
        firstBoundMicros[quota] = Math.min(firstBoundMicros[quota], nowMicros);
    }

    /** Whether granted = drawn + left and nothing is negative, for every quota. */
    public boolean balanced() {
        for (int quota = 0; quota < names.size(); quota++) {
            boolean sums = granted[quota] == drawn[quota] + left[quota];
            if (!sums || drawn[quota] < 0 || left[quota] < 0) {
                return false;
            }
        }
        return true;
    }
}
