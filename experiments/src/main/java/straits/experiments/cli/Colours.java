package straits.experiments.cli;

import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** Colours on a terminal. Java cannot tell where its streams go, so the launcher says whether there are any. */
final class Colours {

    private Colours() {}

    /** The colours of every command: none unless the launcher found a terminal and no {@code NO_COLOR}. */
    static ColorScheme chosen() {
        return Help.defaultColorScheme(Boolean.getBoolean("straits.colour") ? Ansi.ON : Ansi.OFF);
    }
}
