package straits.experiments.output;

import java.io.Closeable;
import java.nio.file.Path;

/** A table that is written row by row, through a buffer. */
final class LogFile<R> implements Closeable {

    private static final int CHUNK = 1 << 16;

    private final TableFile file;
    private final CsvText<R> text;

    LogFile(Path folder, Table<R> table) {
        file = TableFile.create(Disk.PLAIN, folder, table);
        text = new CsvText<>(table);
    }

    void add(R row) {
        text.add(row);
        if (text.size() >= CHUNK) {
            file.append(text.take());
        }
    }

    @Override
    public void close() {
        file.append(text.take());
        file.close();
    }
}
