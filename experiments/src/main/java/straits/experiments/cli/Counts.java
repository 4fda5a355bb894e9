package straits.experiments.cli;

/** Numbers of things in words. */
final class Counts {

    private Counts() {}

    /** A number and its noun, with an s unless it is one. */
    static String of(long number, String singular) {
        return number + " " + singular + (number == 1 ? "" : "s");
    }
}
