package straits.experiments.report;

import java.util.List;

/**
 * Colours of series by place, on light and on dark ground: the eight that people with any colour vision tell apart (M. Okabe and K. Ito,
 * "Color Universal Design", 2008, its yellow and black darkened or lightened for contrast with the ground), and two more. Shapes say
 * the same once more.
 */
public final class Palette {

    /** On white. */
    public static final List<String> LIGHT = List.of(
            "#0072b2", "#d55e00", "#009e73", "#b3478f", "#56a0d3", "#b58900", "#5c5c5c", "#7a3e00", "#4b3fa7",
            "#882255");

    /** On near black. */
    public static final List<String> DARK = List.of(
            "#56b4e9", "#ff8c42", "#2fc598", "#e08bc0", "#9ecbf0", "#e6c229", "#b8b8b8", "#d09a5b", "#a99bff",
            "#ff8fb3");

    /** For no difference, on either ground. */
    public static final String GREY = "#8c8c8c";

    private Palette() {}

    /** The colour of a place, in light; places beyond the last begin anew. */
    public static String light(int place) {
        return LIGHT.get(Math.floorMod(place, LIGHT.size()));
    }
}
