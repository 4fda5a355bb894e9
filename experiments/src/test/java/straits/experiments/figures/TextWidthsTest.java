package straits.experiments.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.experiments.figures.Canvas.Letters;

final class TextWidthsTest {

    private static final Letters TEN = new Letters(10, false, "#000000");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theTableIsTheFontThatIsDrawn(boolean bold) {
        Font font = (bold ? Typeface.read().bold() : Typeface.read().regular()).deriveFont(2048f);
        FontRenderContext exact = new FontRenderContext(null, true, true);
        for (char letter = ' '; letter <= '~'; letter++) {
            double width = font.createGlyphVector(exact, new char[] {letter})
                    .getGlyphMetrics(0)
                    .getAdvanceX();
            Letters letters = new Letters(2048, bold, "#000000");
            assertThat(TextWidths.of(String.valueOf(letter), letters))
                    .as("%s", letter)
                    .isCloseTo(width, within(1.5));
        }
    }

    @Test
    void breaksAtBlanks() {
        // A digit is 5.56 wide at size 10, a blank 2.78.
        assertThat(TextWidths.wrapped("11 22 33 4444444444", TEN, 26)).containsExactly("11 22", "33", "4444444444");
        assertThat(TextWidths.wrapped("", TEN, 26)).isEmpty();
    }

    @Test
    void leavesOutTheEndOfWhatIsTooWide() {
        assertThat(TextWidths.cut("1234567890", TEN, 60)).isEqualTo("1234567890");
        String cut = TextWidths.cut("1234567890", TEN, 40);
        assertThat(cut).isEqualTo("12345...");
        assertThat(TextWidths.of(cut, TEN)).isLessThanOrEqualTo(40);
        assertThat(List.of(TextWidths.cut("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", TEN, 14)))
                .containsExactly("\uD83D\uDE00...");
    }
}
