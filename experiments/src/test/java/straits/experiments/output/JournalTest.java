package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Answers;
import straits.experiments.montecarlo.FillSample;
import straits.experiments.montecarlo.Shard;
import straits.experiments.montecarlo.UnitCodec;

final class JournalTest {

    private static final JournalHead HEAD = new JournalHead(
            Hashes.sha256("experiment"),
            new Shard(2, 3),
            TableFormat.CSV,
            "abc",
            Instant.parse("2026-01-02T03:04:05Z"));

    private static final int HEAD_BYTES = 200;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve(Journal.FILE);
    }

    private static JournalEntry entry(int replication) {
        Answers answers = Answers.MISSING.with(Answer.ANCHOR_MEAN_H100E, 1.0 / (3 + replication));
        return new JournalEntry(
                Runs.run(0, "open", replication, answers, new FillSample(LocalDate.of(2025, 5, 31), 2, replication)),
                List.of(
                        new TablePosition(100L * replication, replication, 0xFFFFFFFFL),
                        new TablePosition(1L << 40, 2, replication)));
    }

    private void write(int units) {
        try (Journal journal = Journal.create(Disk.PLAIN, file(), HEAD)) {
            for (int unit = 0; unit < units; unit++) {
                journal.add(entry(unit));
                if (unit == 1) {
                    journal.force();
                }
            }
        }
    }

    private static void assertHolds(JournalContent content, int units) {
        assertThat(content.head()).isEqualTo(HEAD);
        assertThat(content.entries()).hasSize(units);
        for (int unit = 0; unit < units; unit++) {
            JournalEntry read = content.entries().get(unit);
            assertThat(read.positions()).isEqualTo(entry(unit).positions());
            assertThat(read.result().key()).isEqualTo(entry(unit).result().key());
            assertThat(read.result().answers().value(Answer.ANCHOR_MEAN_H100E)).isEqualTo(1.0 / (3 + unit));
            assertThat(read.result().fill()).isEqualTo(entry(unit).result().fill());
        }
    }

    /** A crash may cut the file at any byte: what was whole is kept, and going on gives the records of never having crashed. */
    @Test
    void goesOnFromAnyPlaceWhereItWasCutOff() throws IOException {
        write(3);
        byte[] whole = Files.readAllBytes(file());
        int begun = 0;
        for (int cut = whole.length; cut >= 0; cut--) {
            Files.write(file(), Arrays.copyOf(whole, cut));
            JournalContent content = JournalContent.read(file());
            if (content == null) {
                assertThat(cut).isLessThan(HEAD_BYTES);
                continue;
            }
            begun++;
            try (Journal journal = Journal.resume(Disk.PLAIN, file(), content)) {
                for (int unit = content.entries().size(); unit < 3; unit++) {
                    journal.add(entry(unit));
                }
            }
            assertHolds(Objects.requireNonNull(JournalContent.read(file())), 3);
        }
        assertThat(begun).isGreaterThan(1000);
    }

    @Test
    void goesOnAfterFewerUnitsThanItHolds() {
        write(3);
        JournalContent content = Objects.requireNonNull(JournalContent.read(file()));
        assertThat(content.forced()).isEqualTo(2);
        try (Journal journal = Journal.resume(Disk.PLAIN, file(), content.first(1))) {
            journal.add(entry(1));
        }
        JournalContent again = Objects.requireNonNull(JournalContent.read(file()));
        assertHolds(again, 2);
        assertThat(again.forced()).isZero();
    }

    @Test
    void garbledBytesEndIt() throws IOException {
        write(3);
        byte[] whole = Files.readAllBytes(file());
        whole[whole.length - 200] ^= 1;
        Files.write(file(), whole);
        assertHolds(Objects.requireNonNull(JournalContent.read(file())), 2);
    }

    /** With sums that fit, as only somebody who means it would write: a length below zero or beyond all memory at every place. */
    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 27, 7, 0})
    void whateverARecordSaysItIsReadOrRefused(int number) throws IOException {
        int refused = 0;
        for (int record = 0; record < 2; record++) {
            byte[] whole = bytesOf(record);
            for (int at = 0; at + Integer.BYTES <= whole.length; at++) {
                byte[] changed = whole.clone();
                ByteBuffer.wrap(changed).putInt(at, number);
                try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file()))) {
                    Frames.write(out, record == 0 ? changed : bytesOf(0));
                    Frames.write(out, record == 1 ? changed : bytesOf(1));
                }
                refused += isRefused() ? 1 : 0;
            }
        }
        assertThat(refused).isGreaterThan(50);
    }

    private static byte[] bytesOf(int record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        if (record == 0) {
            HEAD.write(out);
        } else {
            entry(0).write(new UnitCodec(null), out);
        }
        return bytes.toByteArray();
    }

    private boolean isRefused() {
        try {
            JournalContent.read(file());
            return false;
        } catch (UncheckedIOException told) {
            assertThat(told).hasMessageStartingWith("cannot read " + file() + ": ");
            return true;
        }
    }

    @Test
    void aTableThatBecomesShorterIsRefused() throws IOException {
        try (Journal journal = Journal.create(Disk.PLAIN, file(), HEAD)) {
            journal.add(entry(1));
            journal.add(entry(0));
        }
        assertThatThrownBy(() -> JournalContent.read(file()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageEndingWith("garbled: a table that becomes shorter");
    }

    @Test
    void ofAnotherNumberOfTablesItIsRefused() {
        write(1);
        JournalContent content = Objects.requireNonNull(JournalContent.read(file()));
        assertThat(content.of(2, file())).isSameAs(content);
        assertThatThrownBy(() -> content.of(3, file()))
                .hasMessage("cannot read " + file() + ": it is of 2 tables, not of 3");
    }

    @Test
    void noJournalIsNone() throws IOException {
        assertThat(JournalContent.read(file())).isNull();
        Files.writeString(file(), "half");
        assertThat(JournalContent.read(file())).isNull();
        assertThatThrownBy(() -> JournalHead.of(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file().toString());
    }

    @Test
    void theHeadIsReadByItself() {
        write(1);
        assertThat(JournalHead.of(folder)).isEqualTo(HEAD);
    }
}
