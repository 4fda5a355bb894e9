package straits.experiments.story;

import java.util.Locale;
import straits.units.Money;
import straits.units.SimTime;

/** Numbers in sentences. */
final class Figures {

    private Figures() {}

    static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** With one digit behind the point. */
    static String tenths(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    /** An amount of money, to the cent. */
    static String usd(long microUsd) {
        return String.format(Locale.ROOT, "%,.2f USD", Money.toUsd(microUsd));
    }

    /** A price, to a hundredth of a cent. */
    static String price(long microUsdPerGpuHour) {
        return String.format(Locale.ROOT, "%.4f USD per GPU-hour", Money.toUsd(microUsdPerGpuHour));
    }

    /** A length of time, in hours up to two days, else in days. */
    static String lasting(long micros) {
        double hours = SimTime.toHours(micros);
        return hours <= 48 ? tenths(hours) + " hours" : tenths(hours / 24) + " days";
    }

    /** "1 lease", "2 leases". */
    static String count(long number, String singular) {
        return whole(number) + " " + singular + (number == 1 ? "" : "s");
    }
}
