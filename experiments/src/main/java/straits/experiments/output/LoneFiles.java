package straits.experiments.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files by themselves, outside the folder of a run. */
public final class LoneFiles {

    private LoneFiles() {}

    /**
     * Writes files into a folder, which is made if it is absent. Each is there whole or not at all.
     *
     * @throws RunFolderRefusedException if there is something of one of the names: nothing is overwritten, and nothing is written
     * @throws UncheckedIOException naming the path, if one cannot be written
     */
    public static void write(Path folder, Map<String, byte[]> files) {
        requireFree(folder, List.copyOf(files.keySet()));
        makeFolder(folder);
        files.forEach((name, bytes) -> Disk.PLAIN.replace(folder, FileEntry.checkedName(name), bytes));
    }

    /**
     * Writes one file, whatever its name; its folder is made if it is absent. It is there whole or not at all.
     *
     * @throws IllegalArgumentException if it has no name
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    public static void write(Path file, byte[] bytes) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("no file: " + file);
        }
        makeFolder(folder);
        Disk.PLAIN.replace(folder, String.valueOf(file.getFileName()), bytes);
    }

    private static void makeFolder(Path folder) {
        try {
            Disk.PLAIN.makeFolder(folder);
        } catch (IOException e) {
            throw FileFailure.of("create", folder, e);
        }
    }

    /**
     * Looks whether {@link #write} may write such files.
     *
     * @throws RunFolderRefusedException if there is something of one of the names
     */
    static void requireFree(Path folder, List<String> names) {
        names.stream()
                .filter(name -> Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .ifPresent(name -> {
                    throw new RunFolderRefusedException(folder, name + " is there already");
                });
    }
}
