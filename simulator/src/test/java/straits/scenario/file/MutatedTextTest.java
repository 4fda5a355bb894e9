package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.scenario.LoadedScenario;

/** Random damage to a sound world: the reader answers with faults, or with a scenario that its writer keeps. */
final class MutatedTextTest {

    private static final String RICH = Worlds.text("rich.yaml");
    private static final String LETTERS = "{}[]:,#&*!|>'\"%@`-?\n\t 0129aeNxX.~=_\u00e9\uD83D";
    private static final int WORLDS_PER_SEED = 25;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isAlwaysAnswered(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < WORLDS_PER_SEED; i++) {
            String world = RICH;
            for (int damages = 1 + random.nextInt(3); damages > 0; damages--) {
                world = damaged(world, random);
            }
            Reading<LoadedScenario> reading = ScenarioReader.read("w", world, RegimeLibrary.NONE);
            if (reading.value() != null) {
                assertThat(Worlds.load(ScenarioWriter.text(reading.orThrow()))).isEqualTo(reading.value());
            }
        }
    }

    private static String damaged(String text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(6));
        String letter = String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 -> text.substring(0, at) + letter + text.substring(at);
            case 2 -> text.substring(0, at) + letter + text.substring(end);
            default -> withoutLine(text, at);
        };
    }

    private static String withoutLine(String text, int at) {
        int from = text.lastIndexOf('\n', at) + 1;
        int to = text.indexOf('\n', at);
        return to < from ? text : text.substring(0, from) + text.substring(to);
    }
}
