package straits.experiments.output;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The one door through which a run changes files. Behind it every step can be made to fail as a real disk does, so that a test sees
 * what is left: it is the same code, with the same order of steps, that writes when nothing fails.
 */
public final class Disk {

    /** What is about to happen to a file. */
    public enum Step {
        /** A folder is made, if it is not there. */
        MAKE_FOLDER,
        /** A file is created or begun anew. */
        CREATE,
        /** A file is opened to go on with it; what lies behind its good part is cut off. */
        CUT,
        /** Bytes are written; the only step that can succeed by half. */
        WRITE,
        /** What was written is forced to the disk. */
        FORCE,
        /** A file is closed. */
        CLOSE,
        /** A file gets its final name. */
        RENAME,
        /** A file is removed. */
        DELETE
    }

    /** How a disk misbehaves. */
    @FunctionalInterface
    public interface Trouble {

        /**
         * Strikes, or lets pass.
         *
         * @param step what is about to happen
         * @param path to which file
         * @param bytes how many bytes are to be written; 0 at other steps
         * @return how many of them reach the file before it fails; all of them if it does not
         * @throws IOException if the step fails before it has any effect
         */
        int before(Step step, Path path, int bytes) throws IOException;
    }

    /** The disk of the machine, which fails by itself only. */
    public static final Disk PLAIN = new Disk((step, path, bytes) -> bytes);

    /** Name of a file that is not whole yet. */
    static final String TEMPORARY = "unfinished.tmp";

    private final Trouble trouble;

    /** The disk of the machine, with trouble. */
    public Disk(Trouble trouble) {
        this.trouble = trouble;
    }

    void makeFolder(Path folder) throws IOException {
        trouble.before(Step.MAKE_FOLDER, folder, 0);
        Files.createDirectories(folder);
    }

    /** Begins a file; one that is there begins anew. */
    WrittenFile create(Path path) throws IOException {
        trouble.before(Step.CREATE, path, 0);
        return new WrittenFile(this, path, new FileOutputStream(path.toFile()));
    }

    /** Goes on with a file behind its first bytes; the others are cut off. */
    WrittenFile goOn(Path path, long length) throws IOException {
        trouble.before(Step.CUT, path, 0);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(length);
        }
        return new WrittenFile(this, path, new FileOutputStream(path.toFile(), true));
    }

    void write(Path path, FileOutputStream out, byte[] bytes) throws IOException {
        int good = trouble.before(Step.WRITE, path, bytes.length);
        out.write(bytes, 0, good);
        requireAll(good, bytes.length);
    }

    /** Adds bytes at the end of a channel and forces them to the disk. */
    void add(Path path, FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer good = ByteBuffer.wrap(bytes, 0, trouble.before(Step.WRITE, path, bytes.length));
        channel.position(channel.size());
        while (good.hasRemaining()) {
            channel.write(good);
        }
        requireAll(good.limit(), bytes.length);
        trouble.before(Step.FORCE, path, 0);
        channel.force(true);
    }

    void cut(Path path, FileChannel channel, long length) throws IOException {
        trouble.before(Step.CUT, path, 0);
        channel.truncate(length);
    }

    void force(Path path, FileOutputStream out) throws IOException {
        trouble.before(Step.FORCE, path, 0);
        out.getFD().sync();
    }

    /** The bytes are with the system then, but a system may say only now that it cannot keep them. */
    void close(Path path, FileOutputStream out) throws IOException {
        try (out) {
            trouble.before(Step.CLOSE, path, 0);
        }
    }

    void delete(Path path) throws IOException {
        trouble.before(Step.DELETE, path, 0);
        Files.deleteIfExists(path);
    }

    /** Writes a file under the temporary name and renames it to the final one: the old one is there until the new one is whole. */
    void replace(Path folder, String finalName, byte[] bytes) {
        try {
            try (WrittenFile file = create(folder.resolve(TEMPORARY))) {
                file.write(bytes);
            }
            rename(folder, finalName);
        } catch (IOException e) {
            throw FileFailure.of("write", folder.resolve(finalName), e);
        }
    }

    /** The same of a temporary file that somebody else has written, as a library does. */
    void adopt(Path folder, String finalName) throws IOException {
        Path temporary = folder.resolve(TEMPORARY);
        int bytes = (int) Math.min(Integer.MAX_VALUE, Files.size(temporary));
        int good = trouble.before(Step.WRITE, temporary, bytes);
        if (good < bytes) {
            goOn(temporary, good).close();
        }
        requireAll(good, bytes);
        rename(folder, finalName);
    }

    /** Forces the temporary file to the disk and gives it its final name, over another of the final name if there is one. */
    void rename(Path folder, String finalName) throws IOException {
        Path temporary = folder.resolve(TEMPORARY);
        trouble.before(Step.FORCE, temporary, 0);
        try (RandomAccessFile whole = new RandomAccessFile(temporary.toFile(), "rw")) {
            whole.getFD().sync();
        }
        trouble.before(Step.RENAME, folder.resolve(finalName), 0);
        Files.move(temporary, folder.resolve(finalName), StandardCopyOption.ATOMIC_MOVE);
        forceNames(folder);
    }

    /** Forces the folder's list of names. Some systems cannot open a folder as a file; there the rename has to do. */
    private static void forceNames(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException ignored) {
            return;
        }
    }

    private static void requireAll(int good, int wanted) throws IOException {
        if (good < wanted) {
            throw new IOException("No space left on device");
        }
    }
}
