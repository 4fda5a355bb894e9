package straits.experiments.figures;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import straits.experiments.output.DecimalText;

/** Writes SVG 1.1 that any browser and any drawing program shows: plain elements, texts as texts, the same bytes everywhere. */
final class SvgCanvas implements Canvas {

    /** Liberation Sans has the widths of Arial and Helvetica, one of which is on every machine. */
    private static final String FONT = "Liberation Sans, Arial, Helvetica, sans-serif";

    private static final double HUNDREDTHS = 100;

    private final StringBuilder body = new StringBuilder();

    @Override
    public void rectangle(double x, double y, double width, double height, String fill) {
        element("rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"", x, y, width, height, fill);
    }

    @Override
    public void area(List<Spot> corners, String fill, double opacity) {
        element("polygon points=\"%s\" fill=\"%s\" fill-opacity=\"%s\"", points(corners), fill, opacity);
    }

    @Override
    public void line(List<Spot> path, String colour, double width, boolean dashed) {
        String dashes = dashed ? "\" stroke-dasharray=\"6 4" : "";
        element(
                "polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round%s\"",
                points(path), colour, width, dashes);
    }

    @Override
    public void dot(double x, double y, double radius, String fill) {
        element("circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"", x, y, radius, fill);
    }

    @Override
    public void text(double x, double y, Anchor anchor, Letters letters, String text) {
        write(letters, "x=\"" + number(x) + "\" y=\"" + number(y) + "\"", anchor, text);
    }

    @Override
    public void upwards(double x, double y, Letters letters, String text) {
        write(letters, "transform=\"translate(" + number(x) + " " + number(y) + ") rotate(-90)\"", Anchor.MIDDLE, text);
    }

    private void write(Letters letters, String place, Anchor anchor, String text) {
        body.append("<text ")
                .append(place)
                .append(" font-size=\"")
                .append(number(letters.size()))
                .append(letters.bold() ? "\" font-weight=\"bold" : "")
                .append("\" text-anchor=\"")
                .append(anchor.name().toLowerCase(Locale.ROOT))
                .append("\" fill=\"")
                .append(letters.colour())
                .append("\">")
                .append(escaped(text))
                .append("</text>\n");
    }

    private void element(String form, Object... values) {
        Object[] texts = new Object[values.length];
        for (int each = 0; each < values.length; each++) {
            texts[each] = values[each] instanceof Double number ? number(number) : values[each];
        }
        body.append('<').append(String.format(Locale.ROOT, form, texts)).append("/>\n");
    }

    private static String points(List<Spot> spots) {
        return spots.stream()
                .map(spot -> number(spot.x()) + "," + number(spot.y()))
                .collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        return DecimalText.of(StrictMath.rint(value * HUNDREDTHS) / HUNDREDTHS);
    }

    /** A text within an element or an attribute. A character that XML does not have becomes a question mark. */
    static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}\\x{fffe}\\x{ffff}]", "?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The picture, with a title and a text for those who do not see it. */
    String picture(int width, int height, String id, String title, String description) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\" font-family=\"" + FONT
                + "\" role=\"img\" aria-labelledby=\""
                + id + "-title " + id + "-text\">\n<title id=\"" + id + "-title\">" + escaped(title)
                + "</title>\n<desc id=\"" + id + "-text\">" + escaped(description) + "</desc>\n" + body + "</svg>\n";
    }
}
