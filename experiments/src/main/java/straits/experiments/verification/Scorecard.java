package straits.experiments.verification;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The scores that ship with the program: what the full verification of this version gave. */
public final class Scorecard {

    /** Where they are beside the classes; the form is that of {@code verification.csv}. */
    public static final String RESOURCE = "/verification/scorecard.csv";

    private Scorecard() {}

    /**
     * All scores, in order of case.
     *
     * @throws UncheckedIOException if they are not there
     */
    public static List<Score> shipped() {
        try (InputStream in = Objects.requireNonNull(Scorecard.class.getResourceAsStream(RESOURCE), RESOURCE);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
            return rows.stream().map(Scorecard::score).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    private static Score score(NamedCsvRecord row) {
        return new Score(
                row.getField("case"),
                row.getField("title"),
                row.getField("output"),
                number(row, "exact"),
                number(row, "estimate"),
                number(row, "low"),
                number(row, "high"),
                number(row, "tolerance_fraction"),
                number(row, "power_reached"),
                Finding.ofWord(row.getField("verdict")),
                row.getField("source"),
                row.getField("version"),
                row.getField("rule"),
                Integer.parseInt(row.getField("replications")),
                row.getField("seed"),
                row.getField("note"));
    }

    private static double number(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
}
