package straits.experiments.figures;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The font of pixels: Liberation Sans, by the SIL Open Font License, which comes with the program.
 *
 * @param regular for texts
 * @param bold for titles
 */
record Typeface(Font regular, Font bold) {

    /**
     * Reads it.
     *
     * @throws UncheckedIOException if it cannot be read, or this Java machine cannot draw
     */
    static Typeface read() {
        try {
            return new Typeface(font("Regular"), font("Bold"));
        } catch (IOException | FontFormatException | LinkageError | InternalError e) {
            throw new UncheckedIOException(
                    "PNG figures cannot be drawn by this Java machine: " + e.getMessage()
                            + "\nIt needs the libraries freetype and fontconfig of the system; SVG figures need neither",
                    new IOException(e));
        }
    }

    private static Font font(String weight) throws IOException, FontFormatException {
        String name = "/liberation/LiberationSans-" + weight + ".ttf";
        try (InputStream in = Typeface.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the program is not whole: " + name + " is missing");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        }
    }
}
