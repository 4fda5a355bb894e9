package straits.experiments.report;

import java.util.Locale;
import straits.experiments.analysis.Interval;

/** Numbers for people: four digits or all before the point, whatever the locale. The exact ones stand beside them in the page. */
final class Numbers {

    private static final double THOUSAND = 1_000;

    private Numbers() {}

    /** A number; "n/a" if there is none. */
    static String text(double value) {
        if (!Double.isFinite(value)) {
            return "n/a";
        }
        double size = Math.abs(value);
        int decimals = size >= THOUSAND || value == Math.rint(value)
                ? 0
                : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : size >= 0.1 ? 4 : size >= 0.01 ? 5 : 6;
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return decimals > 2 ? text.replaceAll("(\\.\\d\\d?\\d*?)0+$", "$1").replaceAll("\\.0$", "") : text;
    }

    /** An interval in brackets; "no interval" if it is missing. */
    static String text(Interval interval) {
        return interval.missing() ? "no interval" : "[" + text(interval.low()) + " .. " + text(interval.high()) + "]";
    }

    /** A sentence that says which of many are shown; nothing where all are. */
    static String most(int shown, int all, String which) {
        return shown == all ? "" : "The " + shown + " of " + all + " " + which + ". ";
    }

    /** A count. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
