package straits.experiments.output;

/**
 * Refuses texts that a spreadsheet would run as a formula. They are refused, not altered: keys of a valid scenario are slugs, so
 * that such a text is a defect of the program, and a prefixed quote would no longer join with other tables.
 */
final class TextGuard {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final String file;
    private final String column;

    TextGuard(String file, String column) {
        this.file = file;
        this.column = column;
    }

    /** The text itself, if it is harmless. */
    String checked(String text) {
        if (!text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            throw new IllegalArgumentException(file + " column \"" + column + "\": text \"" + text
                    + "\" would run as a formula in a spreadsheet; it must not begin with = + - @ TAB or CR");
        }
        return text;
    }
}
