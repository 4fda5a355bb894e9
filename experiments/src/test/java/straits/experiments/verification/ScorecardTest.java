package straits.experiments.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.experiments.output.LoneTable;

/** The scorecard that ships, and the pages that show it. */
final class ScorecardTest {

    private static final String BEGIN = "<!-- scorecard: written by ScorecardTest -->\n";
    private static final String END = "<!-- end of scorecard -->";

    @Test
    void itHasEveryCaseInOrderAndEachPasses() {
        List<Score> scores = Scorecard.shipped();
        assertThat(scores.stream().map(Score::caseId).distinct()).isEqualTo(Verification.cases());
        assertThat(scores).allMatch(Score::passed).hasSizeGreaterThan(140);
        assertThat(scores)
                .allMatch(score ->
                        Double.isNaN(score.toleranceFraction()) || score.powerReached() <= score.toleranceFraction());
    }

    @Test
    void itIsOfTheVersionOfTheBuild() throws IOException {
        Matcher version = Pattern.compile("<version>(.*?)</version>").matcher(Files.readString(Path.of("../pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(Scorecard.shipped()).extracting(Score::version).containsOnly(version.group(1));
    }

    /** What is read back from the file is what was written. */
    @Test
    void itsFileIsThatOfTheDeclaration() throws IOException {
        try (InputStream in = Objects.requireNonNull(ScorecardTest.class.getResourceAsStream(Scorecard.RESOURCE))) {
            String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(LoneTable.text(Score.TABLE, Scorecard.shipped())).isEqualTo(file);
        }
    }

    /** With -Dstraits.pages=write the pages are written instead. */
    @ParameterizedTest
    @CsvSource({"../README.md, case", "docs/verification.md, output"})
    void thePagesShowIt(Path page, String lines) throws IOException {
        List<Score> scores = Scorecard.shipped();
        String table = lines.equals("case") ? ScorePage.byCase(scores) : ScorePage.byOutput(scores);
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        assertThat(begin).isBetween(BEGIN.length(), end);
        String written = text.substring(0, begin) + "\n" + table + "\n" + text.substring(end);
        if ("write".equals(System.getProperty("straits.pages"))) {
            Files.writeString(page, written);
        }
        assertThat(Files.readString(page)).isEqualTo(written);
    }
}
