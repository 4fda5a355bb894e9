package straits.experiments.serve;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import straits.experiments.figures.Figure;
import straits.experiments.figures.Theme;
import straits.experiments.montecarlo.Answer;
import straits.experiments.output.FileEntry;
import straits.experiments.output.Manifest;
import straits.experiments.output.RunProgress;
import straits.experiments.output.Standing;
import straits.experiments.output.Standings;
import straits.experiments.report.Chart;
import straits.experiments.report.Report;

/** The changing part of the page, as HTML: how far the run is, what its points say so far, and its files. */
final class LivePage {

    private final LiveFolder folder;
    private final List<Answer> headline;

    LivePage(LiveFolder folder) {
        this.folder = folder;
        headline = Standings.headline(folder.experiment().scenario());
    }

    /** As of now. */
    String text() {
        String title = "<h1>" + escaped(folder.experiment().scenario().title()) + "</h1>\n";
        try {
            return title + body(folder.look());
        } catch (UncheckedIOException e) {
            return title + "<p role=\"alert\">" + escaped(String.valueOf(e.getMessage())) + "</p>\n";
        }
    }

    private String body(RunProgress progress) {
        StringBuilder page = new StringBuilder();
        page.append("<p role=\"status\">").append(status(progress)).append("</p>\n");
        page.append("<progress aria-label=\"runs\" max=\"")
                .append(Math.max(1, progress.planned()))
                .append("\" value=\"")
                .append(progress.runs())
                .append("\"></progress>\n");
        if (progress.failed() > 0) {
            page.append("<p class=\"failed\">")
                    .append(progress.failed())
                    .append(" failed and are left out of every mean; outcomes.csv says why.</p>\n");
        }
        table(page, progress);
        for (Chart chart : LiveCharts.of(progress, headline)) {
            figure(page, chart);
        }
        files(page, progress);
        return page.toString();
    }

    private String status(RunProgress progress) {
        String runs = String.format(Locale.ROOT, "%,d", progress.runs());
        if (progress.finished()) {
            return "Finished: " + runs + " runs." + report();
        }
        boolean open = folder.experiment().replications().areOpen();
        String of = runs + " of " + (open ? "at most " : "") + String.format(Locale.ROOT, "%,d", progress.planned())
                + " runs.";
        return of + pace(folder.pace(progress), open) + last(progress.changed());
    }

    private String report() {
        return file(Report.FILE) == null ? "" : " <a href=\"files/" + Report.FILE + "\">The report</a>";
    }

    private static String pace(LiveFolder.@Nullable Pace pace, boolean open) {
        return pace == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        " %.1f million events/s, %s%s left.",
                        pace.eventsPerSecond() / 1e6,
                        open ? "at most " : "",
                        words(pace.left()));
    }

    private String last(@Nullable Instant changed) {
        if (changed == null) {
            return " None has ended yet.";
        }
        Duration ago = Duration.between(changed, folder.now());
        return " The last one was written " + words(ago.isNegative() ? Duration.ZERO : ago)
                + " ago. If nobody runs it any more, straits resume goes on with it.";
    }

    private static String words(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 90) {
            return seconds + " s";
        }
        return seconds < 5400 ? Math.round(seconds / 60.0) + " min" : Math.round(seconds / 3600.0) + " h";
    }

    private void table(StringBuilder page, RunProgress progress) {
        page.append("<div class=\"wide\"><table><caption>Points, with 95 % intervals</caption><thead><tr>")
                .append("<th scope=\"col\">Point</th><th scope=\"col\">Runs</th>");
        headline.forEach(answer -> page.append("<th scope=\"col\">")
                .append(escaped(progress.label(answer)))
                .append("</th>"));
        page.append("</tr></thead><tbody>\n");
        for (Standing point : progress.points()) {
            page.append("<tr><th scope=\"row\">")
                    .append(escaped(point.title()))
                    .append("</th><td>")
                    .append(point.runs())
                    .append('/')
                    .append(point.planned())
                    .append("</td>");
            progress.texts(point, headline)
                    .forEach(text -> page.append("<td>").append(text).append("</td>"));
            page.append("</tr>\n");
        }
        page.append("</tbody></table></div>\n");
    }

    /** Once for light and once for dark, of which the style shows one. */
    private static void figure(StringBuilder page, Chart chart) {
        page.append("<figure class=\"light\">")
                .append(new Figure(chart, Theme.LIGHT).svg())
                .append("</figure>\n<figure class=\"dark\">")
                .append(new Figure(chart, Theme.DARK).svg())
                .append("</figure>\n");
    }

    private void files(StringBuilder page, RunProgress progress) {
        if (!progress.finished()) {
            return;
        }
        page.append("<h2>Files</h2>\n<ul>\n");
        for (FileEntry file : Manifest.read(folder.folder()).files()) {
            page.append("<li><a href=\"files/")
                    .append(file.file())
                    .append("\">")
                    .append(file.file())
                    .append("</a>");
            if (file.rows() > 0) {
                page.append(String.format(Locale.ROOT, ", %,d rows", file.rows()));
            }
            page.append("</li>\n");
        }
        page.append("</ul>\n");
    }

    /** A listed file that is there; null for anything else. */
    @Nullable
    Path file(String name) {
        Path manifest = folder.folder().resolve(Manifest.FILE);
        return Files.exists(manifest)
                        && Manifest.read(folder.folder()).files().stream()
                                .anyMatch(entry -> entry.file().equals(name))
                        && Files.isRegularFile(folder.folder().resolve(name), LinkOption.NOFOLLOW_LINKS)
                ? folder.folder().resolve(name)
                : null;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
