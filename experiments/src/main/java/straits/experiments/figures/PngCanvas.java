package straits.experiments.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws pixels with Java 2D and without a screen. Letters come from the font that ships with the program, as outlines: what fonts the
 * machine has plays no part.
 */
final class PngCanvas implements Canvas {

    /** Pixels of the picture per pixel of the figure: 288 per inch of a figure that is 7.5 inches wide. */
    static final int SCALE = 3;

    /** The same 288 per inch as the file says it. */
    static final int PIXELS_PER_METRE = 11_339;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final BufferedImage image;
    private final Graphics2D graphics;
    private final Typeface typeface;

    PngCanvas(int width, int height, Typeface typeface) {
        this.typeface = typeface;
        image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(SCALE, SCALE);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, String fill) {
        graphics.setColor(Color.decode(fill));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void area(List<Spot> corners, String fill, double opacity) {
        Color solid = Color.decode(fill);
        graphics.setColor(
                new Color(solid.getRed(), solid.getGreen(), solid.getBlue(), (int) Math.round(opacity * 255)));
        Path2D path = path(corners);
        path.closePath();
        graphics.fill(path);
    }

    @Override
    public void line(List<Spot> path, String colour, double width, boolean dashed) {
        graphics.setColor(Color.decode(colour));
        float[] dashes = dashed ? new float[] {6, 4} : null;
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
        graphics.draw(path(path));
    }

    private static Path2D path(List<Spot> spots) {
        Path2D path = new Path2D.Double();
        path.moveTo(spots.get(0).x(), spots.get(0).y());
        spots.stream().skip(1).forEach(spot -> path.lineTo(spot.x(), spot.y()));
        return path;
    }

    @Override
    public void dot(double x, double y, double radius, String fill) {
        graphics.setColor(Color.decode(fill));
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void text(double x, double y, Anchor anchor, Letters letters, String text) {
        double width = TextWidths.of(text, letters);
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        write(AffineTransform.getTranslateInstance(left, y), letters, text);
    }

    @Override
    public void upwards(double x, double y, Letters letters, String text) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.quadrantRotate(-1);
        place.translate(-TextWidths.of(text, letters) / 2, 0);
        write(place, letters, text);
    }

    private void write(AffineTransform place, Letters letters, String text) {
        if (!text.isEmpty()) {
            Font font = (letters.bold() ? typeface.bold() : typeface.regular()).deriveFont((float) letters.size());
            Shape outline = font.createGlyphVector(EXACT, text).getOutline();
            graphics.setColor(Color.decode(letters.colour()));
            graphics.fill(place.createTransformedShape(outline));
        }
    }

    /** The picture. */
    byte[] picture() {
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
            writer.setOutput(stream);
            writer.write(new IIOImage(image, List.of(), resolution(writer)));
            writer.dispose();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a PNG: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    /** The chunk pHYs, without which programs set the figure as wide as its pixels are many. */
    private IIOMetadata resolution(ImageWriter writer) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        IIOMetadataNode root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", Integer.toString(PIXELS_PER_METRE));
        size.setAttribute("pixelsPerUnitYAxis", Integer.toString(PIXELS_PER_METRE));
        size.setAttribute("unitSpecifier", "meter");
        root.appendChild(size);
        metadata.mergeTree(metadata.getNativeMetadataFormatName(), root);
        return metadata;
    }
}
