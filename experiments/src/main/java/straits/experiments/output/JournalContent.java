package straits.experiments.output;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.experiments.montecarlo.UnitCodec;
import straits.experiments.montecarlo.UnitResult;

/**
 * What a journal says, up to its last whole record.
 *
 * @param head whose it is
 * @param entries the units, in order
 * @param ends length of the journal after its head and after each unit
 * @param forced how many of the units are known to be on the disk with all their rows
 */
record JournalContent(JournalHead head, List<JournalEntry> entries, List<Long> ends, int forced) {

    JournalContent {
        entries = List.copyOf(entries);
        ends = List.copyOf(ends);
    }

    /**
     * Reads a journal.
     *
     * @return null if there is none, or none whose head is whole
     * @throws UncheckedIOException naming the path, if it cannot be read or is of another form
     */
    static @Nullable JournalContent read(Path path) {
        if (!Files.isRegularFile(path)) {
            return null;
        }
        try (InputStream file = Files.newInputStream(path);
                DataInputStream in = new DataInputStream(new BufferedInputStream(file, 1 << 16))) {
            byte[] head = Frames.read(in);
            return head == null ? null : read(in, JournalHead.read(Frames.fields(head)), Frames.length(head));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw FileFailure.of("read", path, e);
        }
    }

    private static JournalContent read(DataInputStream in, JournalHead head, long start) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        List<Long> ends = new ArrayList<>(List.of(start));
        UnitCodec codec = new UnitCodec(null);
        int forced = 0;
        long end = start;
        for (byte[] record = Frames.read(in); record != null; record = Frames.read(in)) {
            end += Frames.length(record);
            if (record.length == 0) {
                forced = entries.size();
            } else {
                JournalEntry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
                entries.add(JournalEntry.read(codec, Frames.fields(record), last));
                ends.add(end);
            }
        }
        return new JournalContent(head, entries, ends, forced);
    }

    /** The first of the units only. */
    JournalContent first(int units) {
        return new JournalContent(head, entries.subList(0, units), ends.subList(0, units + 1), Math.min(forced, units));
    }

    /**
     * The same, of a run that has this many tables.
     *
     * @throws UncheckedIOException naming the path, if this one has not
     */
    JournalContent of(int tables, Path path) {
        int found = entries.isEmpty() ? tables : entries.get(0).positions().size();
        if (found != tables) {
            throw FileFailure.of("read", path, new IOException("it is of " + found + " tables, not of " + tables));
        }
        return this;
    }

    /** Where each unit ends in one of the tables. */
    List<TablePosition> positions(int table) {
        return entries.stream().map(entry -> entry.positions().get(table)).toList();
    }

    /** The results of the units. */
    List<UnitResult> results() {
        return entries.stream().map(JournalEntry::result).toList();
    }
}
