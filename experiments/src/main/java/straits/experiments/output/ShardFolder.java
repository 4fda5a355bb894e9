package straits.experiments.output;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder of a shard that has come to its end: its units can be read back one by one, in their order, and written again as they
 * are. Files are open only while a unit is read, so that any number of shards can be merged.
 */
public final class ShardFolder {

    private final Path path;
    private final List<JournalEntry> entries;

    private ShardFolder(Path path, List<JournalEntry> entries) {
        this.path = path;
        this.entries = entries;
    }

    /**
     * Opens a folder whose files were compared with its manifest.
     *
     * @throws UncheckedIOException naming the path, if it cannot be read
     */
    public static ShardFolder open(Path path) {
        Path file = path.resolve(Journal.FILE);
        JournalContent content = JournalContent.read(file);
        if (content == null) {
            throw FileFailure.of("read", file, new IOException("it is not there or has no beginning"));
        }
        return new ShardFolder(path, content.of(UnitForm.tables().size(), file).entries());
    }

    /**
     * A unit, as it was written.
     *
     * @param unit its number in this shard, from 0
     * @throws UncheckedIOException naming the path, if it cannot be read
     */
    public UnitText unit(int unit) {
        if (unit >= entries.size()) {
            throw FileFailure.of(
                    "read",
                    path.resolve(Journal.FILE),
                    new IOException("it ends after " + entries.size() + " runs, and this shard has more"));
        }
        List<TableText> texts = new ArrayList<>();
        for (Table<?> table : UnitForm.tables()) {
            TablePosition from = unit == 0
                    ? new TablePosition(CsvText.header(table).bytes().length, 0, 0)
                    : entries.get(unit - 1).positions().get(texts.size());
            texts.add(text(table, from, entries.get(unit).positions().get(texts.size())));
        }
        return new UnitText(entries.get(unit).result(), texts);
    }

    private TableText text(Table<?> table, TablePosition from, TablePosition to) {
        Path file = path.resolve(table.file());
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long length = to.behind(from).bytes() - from.bytes();
            if (length > in.length()) {
                throw new IOException("it is shorter than " + Journal.FILE + " says");
            }
            byte[] bytes = new byte[Math.toIntExact(length)];
            in.seek(from.bytes());
            in.readFully(bytes);
            return new TableText(bytes, to.rows() - from.rows());
        } catch (IOException e) {
            throw FileFailure.of("read", file, e);
        }
    }
}
