package straits.experiments.output;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that is written from front to back. By a plain stream: an interrupted thread would close a channel under our hands.
 */
final class WrittenFile implements Closeable {

    private final Disk disk;
    private final Path path;
    private final FileOutputStream out;

    WrittenFile(Disk disk, Path path, FileOutputStream out) {
        this.disk = disk;
        this.path = path;
        this.out = out;
    }

    /** Gives bytes to the operating system. */
    void write(byte[] bytes) throws IOException {
        disk.write(path, out, bytes);
    }

    /** Forces what was written to the disk. */
    void force() throws IOException {
        disk.force(path, out);
    }

    @Override
    public void close() throws IOException {
        disk.close(path, out);
    }
}
