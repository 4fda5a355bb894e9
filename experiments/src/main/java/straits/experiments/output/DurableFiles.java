package straits.experiments.output;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Small files that are whole under their final name even when the power fails. */
final class DurableFiles {

    /** Name of a file that is not whole yet. */
    static final String TEMPORARY = "unfinished.tmp";

    private DurableFiles() {}

    /** Writes a file under the temporary name and renames it to the final one. */
    static void replace(Path folder, String finalName, byte[] bytes) {
        try {
            put(folder.resolve(TEMPORARY), bytes);
        } catch (IOException e) {
            throw FileFailure.of("write", folder.resolve(finalName), e);
        }
        rename(folder, finalName);
    }

    /** Forces the temporary file to the disk and gives it its final name, over another of the final name if there is one. */
    static void rename(Path folder, String finalName) {
        Path path = folder.resolve(finalName);
        try {
            force(folder.resolve(TEMPORARY));
            Files.move(folder.resolve(TEMPORARY), path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw FileFailure.of("write", path, e);
        }
        forceNames(folder);
    }

    private static void put(Path path, byte[] bytes) throws IOException {
        try (FileOutputStream out = new FileOutputStream(path.toFile())) {
            out.write(bytes);
        }
    }

    private static void force(Path file) throws IOException {
        try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
            whole.getFD().sync();
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
