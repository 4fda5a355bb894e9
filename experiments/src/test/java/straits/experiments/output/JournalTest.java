package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Answers;
import straits.experiments.montecarlo.Shard;

final class JournalTest {

    private static final JournalHead HEAD = new JournalHead(
            Hashes.sha256("experiment"),
            new Shard(2, 3),
            TableFormat.CSV,
            "abc",
            Instant.parse("2026-01-02T03:04:05Z"));

    private static final int JOURNAL_HEAD_BYTES = 200;

    @TempDir
    Path folder;

    private final List<JournalHead> heads = new ArrayList<>();
    private final List<JournalEntry> entries = new ArrayList<>();

    private Path file() {
        return folder.resolve(Journal.FILE);
    }

    private static JournalEntry entry(int replication) {
        Answers answers = Answers.MISSING.with(Answer.ANCHOR_MEAN_H100E, 1.0 / (3 + replication));
        return new JournalEntry(
                Runs.run(0, "open", replication, answers),
                List.of(
                        new TablePosition(100L * replication, replication, 0xFFFFFFFFL),
                        new TablePosition(1L << 40, 2, replication)));
    }

    private void write(int units) {
        try (Journal journal = Journal.create(file(), HEAD)) {
            for (int unit = 0; unit < units; unit++) {
                journal.add(entry(unit));
            }
            journal.force();
        }
    }

    private @Nullable Journal resume() {
        heads.clear();
        entries.clear();
        return Journal.resume(file(), heads::add, entries::add);
    }

    private void assertHolds(int units) {
        assertThat(heads).containsExactly(HEAD);
        assertThat(entries)
                .extracting(each -> each.result().key().replication())
                .hasSize(units);
        for (int unit = 0; unit < units; unit++) {
            assertThat(entries.get(unit).positions()).isEqualTo(entry(unit).positions());
            assertThat(entries.get(unit).result().answers().value(Answer.ANCHOR_MEAN_H100E))
                    .isEqualTo(1.0 / (3 + unit));
        }
    }

    /** A crash may cut the file at any byte: what was whole is kept, and going on gives the same bytes as never having crashed. */
    @Test
    void goesOnFromAnyPlaceWhereItWasCutOff() throws IOException {
        write(3);
        byte[] whole = Files.readAllBytes(file());
        int begun = 0;
        for (int cut = whole.length; cut >= 0; cut -= 13) {
            Files.write(file(), Arrays.copyOf(whole, cut));
            try (Journal journal = resume()) {
                if (journal == null) {
                    assertThat(cut).isLessThan(JOURNAL_HEAD_BYTES);
                    continue;
                }
                begun++;
                assertHolds(entries.size());
                for (int unit = entries.size(); unit < 3; unit++) {
                    journal.add(entry(unit));
                }
                journal.force();
            }
            assertThat(Files.readAllBytes(file())).isEqualTo(whole);
        }
        assertThat(begun).isGreaterThan(50);
    }

    @Test
    void garbledBytesEndIt() throws IOException {
        write(3);
        byte[] whole = Files.readAllBytes(file());
        whole[whole.length - 200] ^= 1;
        Files.write(file(), whole);
        try (Journal journal = resume()) {
            assertThat(journal).isNotNull();
            assertHolds(2);
        }
    }

    @Test
    void whatWasNotForcedIsNotThere() {
        try (Journal journal = Journal.create(file(), HEAD)) {
            journal.add(entry(0));
        }
        try (Journal journal = resume()) {
            assertThat(journal).isNotNull();
            assertHolds(0);
        }
    }

    @Test
    void noJournalIsNone() throws IOException {
        assertThat(resume()).isNull();
        Files.writeString(file(), "half");
        assertThat(resume()).isNull();
        assertThatThrownBy(() -> JournalHead.of(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file().toString());
    }

    @Test
    void theHeadIsReadByItself() {
        write(1);
        assertThat(JournalHead.of(folder)).isEqualTo(HEAD);
        assertThat(Journal.read(file(), heads::add)).hasSize(1);
        assertThat(heads).containsExactly(HEAD);
    }
}
