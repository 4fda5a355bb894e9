package straits.experiments.design;

/** Any text as a value of a setting. */
public final class SettingText {

    private SettingText() {}

    /** The text as a YAML scalar in double quotes. */
    public static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
