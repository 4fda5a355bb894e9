package straits.benchmarks.report;

/**
 * A figure to reach.
 *
 * @param work what is measured
 * @param atLeast the figure
 * @param stretch a better one
 * @param more whether more is better; else less is
 * @param unit what follows a figure
 * @param reached what was measured; not a number if it was not
 */
record Target(String work, double atLeast, double stretch, boolean more, String unit, double reached) {

    static Target ratio(String work, double atLeast, double stretch, double reached) {
        return new Target(work, atLeast, stretch, true, "x", reached);
    }

    static Target atMost(String work, double atMost, double stretch, String unit, double reached) {
        return new Target(work, atMost, stretch, false, unit, reached);
    }

    /** Which of the two was reached, or how much of the first. */
    String verdict() {
        if (Double.isNaN(reached)) {
            return "not measured";
        }
        if (reaches(stretch)) {
            return "stretch";
        }
        if (reaches(atLeast)) {
            return "yes";
        }
        return "no: " + Markdown.ratio(reached / atLeast) + " of it";
    }

    private boolean reaches(double figure) {
        return more ? reached >= figure : reached <= figure;
    }

    void into(Markdown table) {
        table.row(work, figure(atLeast), figure(stretch), figure(reached), verdict());
    }

    private String figure(double value) {
        return Double.isNaN(value) ? "-" : Markdown.number(value) + unit;
    }
}
