package straits.experiments.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code experiment.hash} of an unfinished run: what is run on its first line, then every file the run is about to create,
 * each written here before it exists, so that a run that goes on knows what is its own. The lock against a second run lies on it
 * too. It goes once the manifest is there.
 *
 * <p>All reading is through the one channel: POSIX drops a lock when its process closes any other channel of the file.
 */
final class RunMarker implements Closeable {

    static final String FILE = "experiment.hash";

    /** Far beyond the content: where locks are mandatory, the file can still be read by others. */
    private static final long LOCKED_BYTE = 1L << 40;

    private final Disk disk;
    private final Path path;
    private final FileChannel channel;
    private String text;

    private RunMarker(Disk disk, Path path, FileChannel channel) throws IOException {
        this.disk = disk;
        this.path = path;
        this.channel = channel;
        ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (content.hasRemaining() && channel.read(content) >= 0) {}
        text = new String(content.array(), 0, content.position(), StandardCharsets.UTF_8);
    }

    /** Opens or creates the marker of a folder and locks it; null if another run holds the lock. */
    static @Nullable RunMarker lock(Disk disk, Path folder) {
        Path path = folder.resolve(FILE);
        try {
            FileChannel channel = FileChannel.open(
                    path,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            return locked(disk, path, channel);
        } catch (IOException e) {
            throw FileFailure.of("lock", path, e);
        }
    }

    private static @Nullable RunMarker locked(Disk disk, Path path, FileChannel channel) throws IOException {
        RunMarker marker = null;
        try {
            marker = tryLock(channel) == null ? null : new RunMarker(disk, path, channel);
            return marker;
        } finally {
            if (marker == null) {
                channel.close();
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    /** The text of the file. */
    String text() {
        return text;
    }

    /** What is run, or the empty text when its line was not written to the end. */
    String work() {
        List<String> lines = wholeLines();
        return lines.isEmpty() ? "" : lines.get(0);
    }

    /** The files that the unfinished run may have created; a name that leads out of the folder is none of them. */
    List<String> files() {
        return wholeLines().stream().skip(1).filter(FileEntry::isPlainName).toList();
    }

    /** A last line without its end was cut off by a crash: what it names was never created. */
    private List<String> wholeLines() {
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** Goes on behind the last whole line. */
    void resume() {
        text = text.substring(0, text.lastIndexOf('\n') + 1);
        try {
            disk.cut(path, channel, text.getBytes(StandardCharsets.UTF_8).length);
        } catch (IOException e) {
            throw FileFailure.of("write", path, e);
        }
    }

    /** Forgets everything and writes what is run. */
    void start(String work) {
        try {
            disk.cut(path, channel, 0);
            text = "";
        } catch (IOException e) {
            throw FileFailure.of("write", path, e);
        }
        add(work);
    }

    /** Adds a line and forces it to the disk. */
    void add(String line) {
        try {
            disk.add(path, channel, (line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw FileFailure.of("write", path, e);
        }
        text += line + "\n";
    }

    /** Removes the file; the lock stays until closed. */
    void delete() {
        try {
            disk.delete(path);
        } catch (IOException e) {
            throw FileFailure.of("delete", path, e);
        }
    }

    /**
     * Releases the lock.
     *
     * @throws UncheckedIOException naming the path
     */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw FileFailure.of("close", path, e);
        }
    }
}
