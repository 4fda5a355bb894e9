package straits.experiments.figures;

import java.util.List;

/** What figures are drawn on: pixels from the upper left corner, colours as in {@code #0072b2}, later things over earlier ones. */
interface Canvas {

    /** Where a text stands: from, around or up to its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** A corner of a line or an area. */
    record Spot(double x, double y) {}

    /**
     * How a text looks.
     *
     * @param size in pixels
     * @param bold whether it is a title
     * @param colour its colour
     */
    record Letters(double size, boolean bold, String colour) {}

    /** A filled rectangle. */
    void rectangle(double x, double y, double width, double height, String fill);

    /** A filled area. */
    void area(List<Spot> corners, String fill, double opacity);

    /** A line through two or more spots. */
    void line(List<Spot> path, String colour, double width, boolean dashed);

    /** A filled circle. */
    void dot(double x, double y, double radius, String fill);

    /** A text on its base line. */
    void text(double x, double y, Anchor anchor, Letters letters, String text);

    /** A text around its point, read upwards. */
    void upwards(double x, double y, Letters letters, String text);
}
