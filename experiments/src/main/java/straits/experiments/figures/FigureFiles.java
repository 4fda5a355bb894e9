package straits.experiments.figures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import straits.experiments.report.Chart;

/** Every chart of a report as two files: SVG, to be edited and scaled, and PNG, to be shown as it is. */
public final class FigureFiles {

    private FigureFiles() {}

    /**
     * The files by their names, {@code figure-} and the name of the chart.
     *
     * @throws UncheckedIOException if this machine cannot draw pixels
     */
    public static Map<String, byte[]> of(List<Chart> charts) {
        Typeface typeface = Typeface.read();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Chart chart : charts) {
            Figure figure = new Figure(chart, Theme.LIGHT);
            files.put("figure-" + chart.id() + ".svg", figure.svg().getBytes(UTF_8));
            files.put("figure-" + chart.id() + ".png", figure.png(typeface));
        }
        return files;
    }

    /**
     * Makes sure, before a long run, that figures can be drawn after it.
     *
     * @throws UncheckedIOException if this machine cannot draw pixels
     */
    public static void requireDrawing() {
        of(List.of());
    }
}
