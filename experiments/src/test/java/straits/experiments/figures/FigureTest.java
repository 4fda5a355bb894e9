package straits.experiments.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import straits.experiments.output.Hashes;
import straits.experiments.report.Axis;
import straits.experiments.report.Chart;
import straits.experiments.report.Estimate;
import straits.experiments.report.Palette;
import straits.experiments.report.Series;

final class FigureTest {

    private static final Locale BEFORE = Locale.getDefault();

    @AfterEach
    void putTheLocaleBack() {
        Locale.setDefault(BEFORE);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> all(Document svg, String name) {
        NodeList found = svg.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(each -> (Element) found.item(each))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsDrawnWithinItsPicture(Chart.Kind kind) throws Exception {
        Figure figure = new Figure(SampleCharts.of(kind), Theme.LIGHT);
        Document svg = parsed(figure.svg());
        assertThat(svg.getDocumentElement().getAttribute("height")).isEqualTo(Integer.toString(figure.height()));
        assertThat(figure.svg()).doesNotContain("NaN", "Infinity", "null");
        for (Element text : all(svg, "text")) {
            if (!text.getAttribute("y").isEmpty()) {
                assertThat(Double.parseDouble(text.getAttribute("y"))).isBetween(0.0, (double) figure.height());
                assertThat(Double.parseDouble(text.getAttribute("x"))).isBetween(0.0, (double) Figure.WIDTH);
            }
        }
        for (String points : all(svg, "polyline").stream()
                .map(line -> line.getAttribute("points"))
                .toList()) {
            for (String point : points.split(" ", -1)) {
                assertThat(Double.parseDouble(point.split(",", -1)[0])).isBetween(0.0, (double) Figure.WIDTH);
                assertThat(Double.parseDouble(point.split(",", -1)[1])).isBetween(0.0, (double) figure.height());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameBytesInAnyLocale(Chart.Kind kind) {
        String svg = new Figure(SampleCharts.of(kind), Theme.LIGHT).svg();
        for (String locale : List.of("de-DE", "tr-TR", "ar-EG", "hi-IN", "th-TH-u-nu-thai")) {
            Locale.setDefault(Locale.forLanguageTag(locale));
            assertThat(new Figure(SampleCharts.of(kind), Theme.LIGHT).svg())
                    .as(locale)
                    .isEqualTo(svg);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pixelsShowTheSamePicture(Chart.Kind kind) throws IOException {
        Figure figure = new Figure(SampleCharts.of(kind), Theme.LIGHT);
        BufferedImage image = image(figure);
        assertThat(image.getWidth()).isEqualTo(Figure.WIDTH * PngCanvas.SCALE);
        assertThat(image.getHeight()).isEqualTo(figure.height() * PngCanvas.SCALE);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xffffffff);
        long inked = pixels(image).chars().filter(each -> each != 0xff).count();
        assertThat(inked).as("something is drawn").isGreaterThan(10_000);
        assertThat(Hashes.sha256(pixels(image(figure)))).isEqualTo(Hashes.sha256(pixels(image)));
    }

    @Test
    void pixelsSayHowLargeTheyAre() throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        byte[] png = new Figure(SampleCharts.of(Chart.Kind.DOTS), Theme.LIGHT).png();
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
        Element root = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
        Element size = (Element) root.getElementsByTagName("pHYs").item(0);
        assertThat(size.getAttribute("pixelsPerUnitXAxis")).isEqualTo("11339");
        assertThat(size.getAttribute("pixelsPerUnitYAxis")).isEqualTo("11339");
        assertThat(size.getAttribute("unitSpecifier")).isEqualTo("meter");
    }

    private static BufferedImage image(Figure figure) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(figure.png())));
    }

    private static String pixels(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        ByteBuffer bytes = ByteBuffer.allocate(pixels.length * Integer.BYTES);
        bytes.asIntBuffer().put(pixels);
        return new String(bytes.array(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void valuesStandWhereTheyBelong() throws Exception {
        Chart chart = new Chart(
                "one",
                "One",
                Chart.Kind.DOTS,
                Axis.of("regime", List.of("a", "b", "c")),
                Axis.of("held", "h100e"),
                List.of(new Series("held", 0, List.of(Estimate.of(0, 1), Estimate.of(50, 1), Estimate.of(100, 1)))),
                List.of(),
                "",
                "");
        List<Double> x = all(parsed(new Figure(chart, Theme.LIGHT).svg()), "circle").stream()
                .map(dot -> Double.valueOf(dot.getAttribute("cx")))
                .toList();
        assertThat(x).hasSize(3);
        assertThat(x.get(1)).isCloseTo((x.get(0) + x.get(2)) / 2, within(0.02));
        assertThat(x.get(2)).isGreaterThan(x.get(0) + 300);
    }

    @Test
    void aDifferenceThatIsNoneIsGreyAndAMissingValueIsNothing() throws Exception {
        Document svg = parsed(new Figure(SampleCharts.of(Chart.Kind.DOTS), Theme.LIGHT).svg());
        List<String> fills =
                all(svg, "circle").stream().map(dot -> dot.getAttribute("fill")).toList();
        // Two series over four regimes, of which one has no value.
        assertThat(fills).hasSize(6);
        assertThat(fills.stream().filter(Palette.GREY::equals)).hasSize(2);
    }

    @Test
    void aLineWithAGapIsTwoLines() throws Exception {
        Document svg = parsed(new Figure(SampleCharts.of(Chart.Kind.LINES), Theme.LIGHT).svg());
        String second = Theme.LIGHT.colour(1);
        assertThat(all(svg, "polyline").stream()
                        .filter(line -> line.getAttribute("stroke").equals(second)))
                .hasSize(2);
        assertThat(all(svg, "polygon").stream()
                        .filter(band -> band.getAttribute("fill").equals(second)))
                .as("two bands in two pieces")
                .hasSize(4);
    }

    @Test
    void textsAreTextsWhateverIsInThem() throws Exception {
        Chart chart = new Chart(
                "odd",
                "a < b & \"c\" \u0007 d",
                Chart.Kind.TORNADO,
                Axis.of("input", List.of("<script>alert(1)</script>")),
                Axis.of("effect", ""),
                List.of(new Series("x", 0, List.of(Estimate.of(1, 1)))),
                List.of(),
                "",
                "");
        Document svg = parsed(new Figure(chart, Theme.LIGHT).svg());
        assertThat(all(svg, "title").get(0).getTextContent()).isEqualTo("a < b & \"c\" ? d");
        assertThat(all(svg, "script")).isEmpty();
        assertThat(all(svg, "text").stream().map(Element::getTextContent)).contains("<script>alert(1)</script>");
    }
}
