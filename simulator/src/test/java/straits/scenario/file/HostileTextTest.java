package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.scenario.LoadedScenario;

/** Whatever a file holds, the reader answers with faults, never with an exception. */
final class HostileTextTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ` ` | w: the file is empty
            # a comment | w: the file is empty
            --- | w: the file is empty
            just a text | w:1:1: found "just a text"; a file is a map of keys and values
            [a, b] | w:1:1: found a list; a file is a map of keys and values
            *a | w:1:1: an alias (*); write the value out
            {a: b | w:1:6: not YAML: expected ',' or '}', but got <stream end>
            a:\\n\\tb: c | w:2:1: not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
            a: <NUL> | w:1:4: a control character; only printable text is allowed
            a: 1\\nb: <ESC> | w:2:4: a control character; only printable text is allowed
            """)
    void refusesWhatIsNoMap(String text, String fault) {
        assertThat(faults(unescaped(text))).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            horizon: 40 days | horizon: &h 40 days | w:6:10 horizon: an anchor (&); write the value out where it is needed
            horizon: 40 days | horizon: !!str 40 days | w:6:10 horizon: a tag (tag:yaml.org,2002:str); tags are not accepted
            horizon: 40 days | horizon: !!javax.script.ScriptEngineManager [] | w:6:10 horizon: a tag (tag:yaml.org,2002:javax.script.ScriptEngineManager); tags are not accepted
            horizon: 40 days | horizon: 40 days\\nhorizon: 40 days | w:7:1 horizon: this key a second time; first in line 6
            horizon: 40 days | horizon: 40 days\\n? [a, b]\\n: c | w:7:3: a key that is a list; keys are texts
            reference_regime: open | reference_regime: open\\n---\\na: b | w:51:1: a second document; a file holds one
            """)
    void refusesYamlThatAScenarioDoesNotNeed(String part, String replacement, String fault) {
        assertThat(faults(Worlds.with(Worlds.S01, part, unescaped(replacement))))
                .contains(fault);
    }

    @Test
    void aBombOfAliasesIsNeverExpanded() {
        StringBuilder bomb = new StringBuilder("a0: &a0 x\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + " , ").repeat(9) + "x"));
        }
        assertThat(faults(bomb.toString()))
                .anyMatch(fault -> fault.contains("an anchor (&)"))
                .anyMatch(fault -> fault.contains("an alias (*)"));
    }

    @Test
    void mergeKeysAreUnknownKeys() {
        String world = Worlds.with(Worlds.S01, "horizon: 40 days", "horizon: 40 days\n<<: {warm_up: 0 h}");
        assertThat(faults(world)).singleElement().asString().startsWith("w:7:1 <<: unknown key \"<<\"");
    }

    @ParameterizedTest
    @CsvSource({"[", "{a: "})
    void depthIsLimited(String opening) {
        assertThat(faults("horizon: " + opening.repeat(100_000)))
                .singleElement()
                .asString()
                .endsWith("nested deeper than 50 levels");
    }

    @Test
    void aLongDigitStringIsNoNumber() {
        assertThat(faults(Worlds.with(Worlds.S01, "40 days", "4".repeat(1_000_000) + " days")))
                .singleElement()
                .asString()
                .startsWith("w:6:10 horizon: found 4444")
                .hasSizeLessThan(200);
    }

    @Test
    void lineEndsOfWindowsAndAByteOrderMarkAreAccepted() throws IOException {
        Path file = Files.writeString(folder.resolve("w.yaml"), "\uFEFF" + Worlds.S01.replace("\n", "\r\n"));
        assertThat(ScenarioReader.read(file, RegimeLibrary.NONE).value()).isEqualTo(Worlds.load(Worlds.S01));
    }

    @Test
    void filesThatCannotBeReadAreFaults() throws IOException {
        Path latin = Files.write(folder.resolve("latin.yaml"), "a: b\nc: \u00fc".getBytes(StandardCharsets.ISO_8859_1));
        Path large = Files.write(folder.resolve("large.yaml"), new byte[100_000_001]);
        Path empty = Files.createFile(folder.resolve("empty.yaml"));
        assertThat(faults(folder)).containsExactly(folder + ": a directory, not a file");
        assertThat(faults(folder.resolve("none"))).containsExactly(folder.resolve("none") + ": no such file");
        assertThat(faults(latin)).containsExactly(latin + ":2:4: not UTF-8");
        assertThat(faults(large)).containsExactly(large + ": larger than 100 MB");
        assertThat(faults(empty)).containsExactly(empty + ": the file is empty");
        assertThat(ScenarioReader.readRegime(folder).faults()).hasSize(1);
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("<NUL>", "\0")
                .replace("<ESC>", "\u001b");
    }

    private static List<String> faults(String text) {
        Reading<LoadedScenario> reading = ScenarioReader.read("w", text, RegimeLibrary.NONE);
        return reading.faults().stream().map(Fault::toString).toList();
    }

    private static List<String> faults(Path file) {
        return ScenarioReader.read(file, RegimeLibrary.NONE).faults().stream()
                .map(Fault::toString)
                .toList();
    }
}
