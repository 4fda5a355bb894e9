package straits.random;

/** What parameters must satisfy. The comparisons are written so that NaN fails them too. */
final class Requirement {

    private Requirement() {}

    static double positive(String name, double value) {
        return require(value > 0 && value < Double.POSITIVE_INFINITY, name, value, "a finite number above 0");
    }

    static double notNegative(String name, double value) {
        return require(value >= 0 && value < Double.POSITIVE_INFINITY, name, value, "a finite number, 0 or more");
    }

    static double finite(String name, double value) {
        return require(Double.isFinite(value), name, value, "a finite number");
    }

    static double require(boolean holds, String name, double value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": " + value + "; expected " + expected);
        }
        return value;
    }
}
