package straits.experiments.figures;

import java.util.List;
import straits.experiments.figures.Canvas.Letters;
import straits.experiments.report.Palette;

/**
 * Colours of a figure.
 *
 * @param ground behind everything
 * @param ink of texts and axes
 * @param pale of the grid
 * @param series by place, see {@link Palette}
 */
public record Theme(String ground, String ink, String pale, List<String> series) {

    /** Dark on white, as in print. */
    public static final Theme LIGHT = new Theme("#ffffff", "#222222", "#dddddd", Palette.LIGHT);

    /** Light on near black. */
    public static final Theme DARK = new Theme("#16181c", "#e6e6e6", "#3a3d44", Palette.DARK);

    private static final double TITLE_SIZE = 15;
    private static final double TEXT_SIZE = 12;
    private static final double NOTE_SIZE = 10.5;

    /** Copies the list. */
    public Theme {
        series = List.copyOf(series);
    }

    String colour(int place) {
        return series.get(Math.floorMod(place, series.size()));
    }

    Letters title() {
        return new Letters(TITLE_SIZE, true, ink);
    }

    Letters text() {
        return new Letters(TEXT_SIZE, false, ink);
    }

    Letters note() {
        return new Letters(NOTE_SIZE, false, ink);
    }
}
