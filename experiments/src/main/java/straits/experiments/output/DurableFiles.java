package straits.experiments.output;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Small files that are whole under their final name even when the power fails. */
final class DurableFiles {

    private DurableFiles() {}

    /**
     * Creates a file and forces it to the disk. By plain streams: an interrupted thread would close a channel under our hands.
     *
     * @throws UncheckedIOException naming the path, if it exists or cannot be written
     */
    static void create(Path path, byte[] bytes) {
        try {
            Files.createFile(path);
            put(path, bytes);
        } catch (IOException e) {
            throw FileFailure.of("write", path, e);
        }
    }

    /** Writes under the temporary name, forces it, renames to the final one. */
    static void replace(Path folder, String temporaryName, String finalName, byte[] bytes) {
        Path path = folder.resolve(finalName);
        try {
            Path temporary = folder.resolve(temporaryName);
            put(temporary, bytes);
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw FileFailure.of("write", path, e);
        }
        forceNames(folder);
    }

    private static void put(Path path, byte[] bytes) throws IOException {
        try (FileOutputStream out = new FileOutputStream(path.toFile())) {
            out.write(bytes);
            out.getFD().sync();
        }
    }

    /** Forces the folder's list of names. Some systems cannot open a folder as a file; there the rename has to do. */
    private static void forceNames(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException ignored) {
            return;
        }
    }
}
