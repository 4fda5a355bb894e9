package straits.experiments.figures;

import java.util.List;
import straits.experiments.figures.Canvas.Spot;

/** What is drawn of a chart between its title and its note. */
interface Plot {

    /**
     * Where it goes, with what stands beside it.
     *
     * @param left in pixels
     * @param top in pixels
     * @param right in pixels
     */
    record Place(double left, double top, double right) {}

    /** Pixels from its top to the end of what stands below it. */
    double height();

    /** Draws it. */
    void draw(Canvas canvas, Place place);

    /** A straight line. */
    static List<Spot> straight(double x1, double y1, double x2, double y2) {
        return List.of(new Spot(x1, y1), new Spot(x2, y2));
    }
}
