package straits.scenario.file;

import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import straits.scenario.Within;

/** Allowed numbers in base units; the least value itself is out if open. */
record Range(double low, double high, boolean open) {

    static final Range ALL = new Range(-Double.MAX_VALUE, Double.MAX_VALUE, false);

    static Range of(@Nullable Within within) {
        return within == null ? ALL : new Range(within.low(), within.high(), within.open());
    }

    Range and(Range other) {
        boolean leastOpen = low == other.low ? open || other.open : (low > other.low ? open : other.open);
        return new Range(Math.max(low, other.low), Math.min(high, other.high), leastOpen);
    }

    boolean holds(double value) {
        return (open ? value > low : value >= low) && value <= high;
    }

    /** The range in words, each end written with its unit. */
    String words(DoubleFunction<String> text) {
        if (low == high) {
            return "must be " + text.apply(low);
        }
        boolean bounded = high < Double.MAX_VALUE;
        if (low == -Double.MAX_VALUE) {
            return bounded ? "must be at most " + text.apply(high) : "must be a finite number";
        }
        String least = "must be " + (open ? "above " : "at least ") + text.apply(low);
        return bounded ? least + " and at most " + text.apply(high) : least;
    }
}
