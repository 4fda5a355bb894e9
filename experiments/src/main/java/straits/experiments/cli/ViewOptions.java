package straits.experiments.cli;

import picocli.CommandLine.Option;
import straits.experiments.figures.FigureFiles;

/** What there is to be seen of a run beside its tables. */
final class ViewOptions {

    @Option(
            names = "--live",
            description = "While it runs, show how far each point is and the main answers so far with their intervals.")
    private boolean live;

    @Option(
            names = "--figures",
            description = "Leave each chart of the report as SVG and PNG too, for papers; afterwards: straits figures.")
    private boolean figures;

    boolean live() {
        return live;
    }

    /**
     * Whether figures are wanted.
     *
     * @throws java.io.UncheckedIOException if they are and this machine cannot draw: better now than after the run
     */
    boolean figures() {
        if (figures) {
            FigureFiles.requireDrawing();
        }
        return figures;
    }
}
