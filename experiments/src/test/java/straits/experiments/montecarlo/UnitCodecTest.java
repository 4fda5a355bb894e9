package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnitCodecTest {

    private static final LocalDate MAY = LocalDate.of(2025, 5, 31);

    private static UnitResult result(int replication, double value, FillSample... fill) {
        Answers answers = Answers.MISSING
                .with(Answer.ANCHOR_MEAN_H100E, value)
                .with(Answer.ANCHOR_FIRST_UNMET_DATE, Double.POSITIVE_INFINITY)
                .withRatio(Answer.MARKET_UTILISATION_FRACTION, 1, 3)
                .withBinding("chips");
        UnitKey key = new UnitKey(1, "open", replication);
        return new UnitResult(
                key,
                UnitResult.OK,
                UnitResult.HORIZON,
                answers,
                List.of(fill),
                UnitRows.NONE,
                new Fingerprints(-replication, 1L << replication, Long.MAX_VALUE),
                List.of("event 1", "event " + replication));
    }

    private static byte[] bytes(UnitResult... results) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        UnitCodec codec = new UnitCodec(null);
        for (UnitResult result : results) {
            codec.write(result, new DataOutputStream(bytes));
        }
        return bytes.toByteArray();
    }

    private static void assertReadBack(UnitResult... results) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes(results)));
        UnitCodec codec = new UnitCodec(null);
        for (UnitResult result : results) {
            UnitResult read = codec.read(in);
            assertThat(read.key()).isEqualTo(result.key());
            assertThat(read.status()).isEqualTo(result.status());
            assertThat(read.stopReason()).isEqualTo(result.stopReason());
            assertThat(read.fill()).isEqualTo(result.fill());
            assertThat(read.fingerprints()).isEqualTo(result.fingerprints());
            assertThat(read.lastEvents()).isEqualTo(result.lastEvents());
            for (Answer answer : Answer.values()) {
                assertThat(bits(read.answers().value(answer)))
                        .isEqualTo(bits(result.answers().value(answer)));
                assertThat(bits(read.answers().weight(answer)))
                        .isEqualTo(bits(result.answers().weight(answer)));
                assertThat(read.answers().category(answer))
                        .isEqualTo(result.answers().category(answer));
            }
        }
        assertThat(in.read()).isNegative();
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }

    @Test
    void everyBitReadsBack() throws IOException {
        assertReadBack(
                result(0, 0.1 + 0.2, new FillSample(MAY, 1.3, 0.1)),
                result(1, -0.0, new FillSample(MAY, 1.3, Double.MIN_VALUE)),
                result(2, Double.MIN_VALUE, new FillSample(MAY.plusDays(1), 1.3, 5)),
                result(3, Double.MAX_VALUE),
                result(4, 7, new FillSample(MAY, 1.3, 2), new FillSample(MAY, 2, 3)));
    }

    @Test
    void aFailureReadsBackWithItsReasonHoweverLong() throws IOException {
        assertReadBack(
                UnitResult.failed(new UnitKey(0, "open", 0), "größer als 0"),
                UnitResult.failed(new UnitKey(0, "open", 1), "x".repeat(100_000)));
    }

    @Test
    void datesAndPricesAreHeldOnceForAllRuns() throws IOException {
        FillSample[] samples = {new FillSample(MAY, 1, 1), new FillSample(MAY, 2, 1)};
        int first = bytes(result(0, 1, samples)).length;
        int both = bytes(result(0, 1, samples), result(1, 1, samples)).length;
        assertThat(first - (both - first)).isEqualTo(2 * (Integer.BYTES + 2 * Double.BYTES));
        UnitResult shared = result(1, 2, samples).sharing(result(0, 1, samples));
        assertThat(shared.fill()).isEqualTo(List.of(samples));
    }

    @Test
    void answersOfAnotherVersionAreRefused() {
        assertThatThrownBy(() -> Answers.of(new double[3], new double[3], ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 answers");
    }
}
