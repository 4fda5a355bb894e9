package straits.experiments.output;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import straits.experiments.montecarlo.UnitCodec;
import straits.experiments.montecarlo.UnitResult;

/**
 * What a run has done so far: {@code units.journal}, one record per unit with its answers, to the bit, and with the length of every
 * table after its rows. Tables are forced to the disk before the records that speak of them, so that whatever the journal says is
 * there; what is there beyond it is cut off when the run goes on. For one thread.
 */
final class Journal implements Closeable {

    static final String FILE = "units.journal";

    private final Path path;
    private final FileOutputStream out;
    private final UnitCodec codec;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    private Journal(Path path, FileOutputStream out, UnitCodec codec) {
        this.path = path;
        this.out = out;
        this.codec = codec;
    }

    /**
     * Begins a journal; one that is there begins anew.
     *
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    static Journal create(Path path, JournalHead head) {
        try {
            Journal journal = new Journal(path, new FileOutputStream(path.toFile()), new UnitCodec());
            journal.add(head::write);
            journal.force();
            return journal;
        } catch (IOException e) {
            throw FileFailure.of("create", path, e);
        }
    }

    /**
     * Goes on with a journal after its last whole record.
     *
     * @param entries takes what it says, in order
     * @return null if there is none, or none whose head is whole
     * @throws UncheckedIOException naming the path, if it cannot be read or written or is of another form
     */
    static @Nullable Journal resume(Path path, Consumer<JournalHead> head, Consumer<JournalEntry> entries) {
        if (!Files.isRegularFile(path)) {
            return null;
        }
        try {
            UnitCodec codec = new UnitCodec();
            long length = read(path, codec, head, entries);
            if (length == 0) {
                return null;
            }
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                file.setLength(length);
            }
            return new Journal(path, new FileOutputStream(path.toFile(), true), codec);
        } catch (IOException e) {
            throw FileFailure.of("go on with", path, e);
        }
    }

    /**
     * Reads a journal that nobody writes to.
     *
     * @throws UncheckedIOException naming the path, if it cannot be read or has no whole head
     */
    static List<JournalEntry> read(Path path, Consumer<JournalHead> head) {
        List<JournalEntry> entries = new ArrayList<>();
        try {
            if (read(path, new UnitCodec(), head, entries::add) == 0) {
                throw new IOException("it has no beginning");
            }
        } catch (IOException e) {
            throw FileFailure.of("read", path, e);
        }
        return entries;
    }

    private static long read(Path path, UnitCodec codec, Consumer<JournalHead> head, Consumer<JournalEntry> entries)
            throws IOException {
        long length = 0;
        try (InputStream file = Files.newInputStream(path);
                DataInputStream in = new DataInputStream(new BufferedInputStream(file, 1 << 16))) {
            byte[] record = Frames.read(in);
            if (record != null) {
                head.accept(JournalHead.read(Frames.fields(record)));
            }
            while (record != null) {
                length += Frames.length(record);
                record = Frames.read(in);
                if (record != null) {
                    entries.accept(entry(codec, Frames.fields(record)));
                }
            }
        }
        return length;
    }

    private static JournalEntry entry(UnitCodec codec, DataInputStream in) throws IOException {
        UnitResult result = codec.read(in);
        TablePosition[] positions = new TablePosition[in.readInt()];
        for (int each = 0; each < positions.length; each++) {
            positions[each] = TablePosition.read(in);
        }
        return new JournalEntry(result, List.of(positions));
    }

    /** Notes a unit whose rows were appended; it counts once the journal is forced. */
    void add(JournalEntry entry) {
        add(to -> {
            codec.write(entry.result(), to);
            to.writeInt(entry.positions().size());
            for (TablePosition position : entry.positions()) {
                position.write(to);
            }
        });
    }

    /** Writes the fields of a record. */
    private interface Fields {
        void write(DataOutputStream to) throws IOException;
    }

    private void add(Fields fields) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        try {
            fields.write(new DataOutputStream(record));
            Frames.write(new DataOutputStream(pending), record.toByteArray());
        } catch (IOException e) {
            throw FileFailure.of("write", path, e);
        }
    }

    /**
     * Writes what was noted and forces it to the disk; the tables must have been forced before.
     *
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    void force() {
        try {
            pending.writeTo(out);
            out.getFD().sync();
            pending.reset();
        } catch (IOException e) {
            throw FileFailure.of("write", path, e);
        }
    }

    /**
     * Closes without writing what was noted only.
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
