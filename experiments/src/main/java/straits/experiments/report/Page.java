package straits.experiments.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import straits.experiments.output.DecimalText;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report as one page that needs nothing else: styles, scripts and data are in it, and its content security policy lets it fetch
 * nothing and run no script but the two that are named by their hashes. Charts are drawn by Apache ECharts from the tables under them.
 */
final class Page {

    /** Longer tables are folded. */
    private static final int MOST_OPEN = 45;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StringBuilder html = new StringBuilder(1 << 20);

    private Page() {}

    static String of(Report report) {
        Page page = new Page();
        String charts = "\n" + resource("echarts.common.min.js");
        String script = "\n" + resource("report.js");
        page.head(report, "'" + hash(charts) + "' '" + hash(script) + "'");
        page.body(report);
        page.html
                .append("<script type=\"application/json\" id=\"palette\">")
                .append(json(
                        Map.of("light", Palette.LIGHT), Map.of("dark", Palette.DARK), Map.of("grey", Palette.GREY)))
                .append("</script>\n<script>")
                .append(charts)
                .append("</script>\n<script>")
                .append(script)
                .append("</script>\n</body>\n</html>\n");
        return page.html.toString();
    }

    private void head(Report report, String scripts) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:;"
                        + " style-src 'unsafe-inline'; script-src ")
                .append(scripts)
                .append("\">\n<link rel=\"icon\" href=\"data:,\">\n<title>")
                .append(text(report.title()))
                .append("</title>\n<style>\n")
                .append(resource("report.css"))
                .append("</style>\n</head>\n");
    }

    private void body(Report report) {
        html.append("<body>\n<a class=\"skip\" href=\"#answer\">Skip to the answer</a>\n<header>\n<h1>")
                .append(text(report.title()))
                .append("</h1>\n<p class=\"name\">")
                .append(text(report.name()))
                .append("</p>\n");
        if (!report.warnings().isEmpty()) {
            html.append("<ul class=\"warnings\" aria-label=\"To know first\">\n");
            report.warnings()
                    .forEach(each -> html.append("<li>").append(text(each)).append("</li>\n"));
            html.append("</ul>\n");
        }
        report.answer().stream()
                .filter(each -> !each.isEmpty())
                .forEach(each ->
                        html.append("<p class=\"answer\">").append(text(each)).append("</p>\n"));
        html.append("</header>\n<nav aria-label=\"Contents\"><ul>\n");
        report.sections()
                .forEach(each -> html.append("<li><a href=\"#")
                        .append(each.id())
                        .append("\">")
                        .append(text(each.title()))
                        .append("</a></li>\n"));
        html.append("</ul></nav>\n<main>\n");
        report.sections().forEach(this::section);
        html.append(
                        "</main>\n<footer>Made by Straits from the tables beside this page. Charts by Apache ECharts 6.1.0 (Apache-2.0).")
                .append(" A chart is drawn from the table under it.</footer>\n");
    }

    private void section(Section section) {
        html.append("<section id=\"")
                .append(section.id())
                .append("\">\n<h2>")
                .append(text(section.title()))
                .append("</h2>\n");
        if (!section.charts().isEmpty()) {
            html.append("<div class=\"charts\">\n");
            section.charts().forEach(this::chart);
            html.append("</div>\n");
        }
        section.sheets().forEach(this::sheet);
        html.append("</section>\n");
    }

    private void chart(Chart chart) {
        html.append("<figure class=\"chart\" id=\"")
                .append(chart.id())
                .append("\" data-chart=\"")
                .append(text(described(chart)))
                .append("\">\n<figcaption><h3>")
                .append(text(chart.title()))
                .append("</h3></figcaption>\n<p class=\"note\">")
                .append(text(chart.y().label()))
                .append("</p>\n<div class=\"plot\" role=\"img\" aria-label=\"")
                .append(text(chart.title() + ". " + chart.y().label() + ". The data is in the table below."))
                .append("\"></div>\n<ul class=\"legend\" aria-label=\"Series\"></ul>\n<p class=\"note\">")
                .append(text(chart.note()))
                .append("</p>\n<details><summary>Data as a table</summary><div class=\"scroll\" tabindex=\"0\">\n");
        table(chart);
        html.append("</div></details>\n");
        tools(chart.source(), "<button type=\"button\" class=\"svg\">Download SVG</button>");
        html.append("</figure>\n");
    }

    private static String described(Chart chart) {
        List<Map<String, Object>> series = chart.series().stream()
                .map(each -> Map.<String, Object>of("name", each.name(), "place", each.colour()))
                .toList();
        List<Map<String, Object>> marks = chart.marks().stream()
                .map(each -> Map.<String, Object>of(
                        "name", each.name(), "value", new BigDecimal(DecimalText.of(each.value()))))
                .toList();
        return json(
                Map.of("kind", chart.kind().name()),
                Map.of("x", chart.x().title()),
                Map.of("unit", chart.y().unit()),
                Map.of("amounts", chart.y().amounts()),
                Map.of("fromZero", chart.y().fromZero()),
                Map.of("categories", chart.x().categories()),
                Map.of("series", series.stream().map(Page::sorted).toList()),
                Map.of("marks", marks.stream().map(Page::sorted).toList()));
    }

    private static Map<String, Object> sorted(Map<String, Object> map) {
        return new java.util.TreeMap<>(map);
    }

    private void table(Chart chart) {
        TableOfChart table = chart.table();
        html.append("<table><thead><tr>");
        table.header()
                .forEach(each ->
                        html.append("<th scope=\"col\">").append(text(each)).append("</th>"));
        html.append("</tr></thead><tbody>\n");
        int at = 0;
        for (int c = 0; c < chart.x().categories().size(); c++) {
            for (int s = 0; s < chart.series().size(); s++) {
                Estimate value = chart.series().get(s).values().get(c);
                if (!value.missing()) {
                    html.append("<tr data-c=\"")
                            .append(c)
                            .append("\" data-s=\"")
                            .append(s)
                            .append('"')
                            .append(value.grey() ? " class=\"grey\">" : ">");
                    row(table.rows().get(at++));
                }
            }
        }
        html.append("</tbody></table>");
    }

    private void row(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            boolean number = column > 1 && !cell.isEmpty();
            if (number) {
                html.append("<td data-v=\"").append(cell).append("\">").append(Numbers.text(Double.parseDouble(cell)));
            } else {
                html.append("<td>").append(text(cell));
            }
            html.append("</td>");
        }
        html.append("</tr>\n");
    }

    private void sheet(Sheet sheet) {
        html.append("<div class=\"sheet\" id=\"")
                .append(sheet.id())
                .append("\">\n<h3>")
                .append(text(sheet.title()))
                .append("</h3>\n<p class=\"note\">")
                .append(text(sheet.note()))
                .append("</p>\n");
        boolean folded = sheet.lines().size() > MOST_OPEN;
        html.append(folded ? "<details><summary>All " + sheet.lines().size() + " rows</summary>\n" : "")
                .append("<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>");
        sheet.header()
                .forEach(each ->
                        html.append("<th scope=\"col\">").append(text(each)).append("</th>"));
        html.append("</tr></thead><tbody>\n");
        for (Sheet.Line line : sheet.lines()) {
            html.append("<tr>");
            line.cells().forEach(this::cell);
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n").append(folded ? "</details>\n" : "");
        tools(sheet.source(), "");
        html.append("</div>\n");
    }

    private void cell(Sheet.Cell cell) {
        html.append("<td");
        if (!cell.exact().isEmpty()) {
            html.append(" data-v=\"").append(text(cell.exact())).append('"');
        }
        if (cell.tone() != Sheet.Tone.PLAIN) {
            html.append(" class=\"")
                    .append(cell.tone().name().toLowerCase(java.util.Locale.ROOT))
                    .append('"');
        }
        html.append('>').append(text(cell.text())).append("</td>");
    }

    private void tools(String source, String more) {
        html.append("<p class=\"tools\"><button type=\"button\" class=\"csv\">Download CSV</button>")
                .append(more)
                .append("<span class=\"source\">From ")
                .append(text(source))
                .append("</span></p>\n");
    }

    /** One object of several of one key each, in that order, which maps do not keep. */
    @SafeVarargs
    private static String json(Map<String, ?>... members) {
        Map<String, Object> object = new java.util.LinkedHashMap<>();
        for (Map<String, ?> member : members) {
            object.putAll(member);
        }
        return JSON.writeValueAsString(object).replace("<", "\\u003c");
    }

    /** Text that a browser shows and never runs. */
    static String text(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the packaged " + name + ": " + e.getMessage(), e);
        }
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
