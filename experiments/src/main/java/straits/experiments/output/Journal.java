package straits.experiments.output;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.experiments.montecarlo.UnitCodec;
import straits.experiments.montecarlo.UnitResult;

/**
 * What a run has done so far: {@code units.journal}, one record per unit with its answers, to the bit, and with length and CRC of every
 * table after its rows. Records are with the operating system at once, so that a process that is killed loses nothing it had
 * written. When the power fails, tables and journal may reach the disk in any order: the run goes on after the last unit that all of
 * them agree on ({@link WrittenUnits}). An empty record says that everything before it was forced to the disk. For one thread.
 */
final class Journal implements Closeable {

    static final String FILE = "units.journal";

    private static final byte[] FORCED = {};

    private final Path path;
    private final WrittenFile out;
    private final UnitCodec codec;

    private Journal(Path path, WrittenFile out, @Nullable UnitResult before) {
        this.path = path;
        this.out = out;
        codec = new UnitCodec(before);
    }

    /**
     * Begins a journal; one that is there begins anew.
     *
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    static Journal create(Disk disk, Path path, JournalHead head) {
        try {
            Journal journal = new Journal(path, disk.create(path), null);
            ByteArrayOutputStream record = new ByteArrayOutputStream();
            head.write(new DataOutputStream(record));
            journal.put(record.toByteArray());
            return journal;
        } catch (IOException e) {
            throw FileFailure.of("create", path, e);
        }
    }

    /**
     * Goes on with a journal after a content; what lies behind it is cut off.
     *
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    static Journal resume(Disk disk, Path path, JournalContent content) {
        try {
            List<UnitResult> results = content.results();
            UnitResult before = results.isEmpty() ? null : results.get(results.size() - 1);
            long length = content.ends().get(content.entries().size());
            return new Journal(path, disk.goOn(path, length), before);
        } catch (IOException e) {
            throw FileFailure.of("go on with", path, e);
        }
    }

    /**
     * Adds a unit whose rows were appended.
     *
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    void add(JournalEntry entry) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        try {
            entry.write(codec, new DataOutputStream(record));
            put(record.toByteArray());
        } catch (IOException e) {
            throw FileFailure.of("write", path, e);
        }
    }

    private void put(byte[] record) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(Frames.length(record));
        Frames.write(new DataOutputStream(frame), record);
        out.write(frame.toByteArray());
    }

    /**
     * Says that all units so far are on the disk, which their tables must be, and forces itself there.
     *
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    void force() {
        try {
            out.force();
            put(FORCED);
        } catch (IOException e) {
            throw FileFailure.of("write", path, e);
        }
    }

    /**
     * Closes; what was added stays.
     *
     * @throws UncheckedIOException naming the path
     */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw FileFailure.of("close", path, e);
        }
    }
}
