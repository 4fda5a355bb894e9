package straits.experiments.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one experiment, and what may happen to it. Absent or empty: a new run. With a manifest of the same experiment:
 * complete, to be verified and left alone. With an unfinished run of the same experiment: that run's files are removed and it
 * starts again. Anything else is refused. Files of others are never removed or overwritten.
 *
 * <p>Files get their final names at once: what makes them final is the manifest, which comes last. Two runs cannot share a folder;
 * the lock goes when the process ends, however it ends. For one thread.
 */
public final class RunFolder implements Closeable {

    /** What a folder was found to be. */
    public enum State {
        /** Nothing in it. */
        NEW,
        /** An unfinished run of the same experiment. */
        RESTART,
        /** A finished run of the same experiment. */
        COMPLETE
    }

    private final Path path;
    private final String hash;
    private final State state;
    private final @Nullable RunMarker marker;
    private final List<String> problems;
    private final Set<String> claimed = new HashSet<>();

    private RunFolder(Path path, String hash, State state, @Nullable RunMarker marker, List<String> problems) {
        this.path = path;
        this.hash = hash;
        this.state = state;
        this.marker = marker;
        this.problems = problems;
    }

    /**
     * Looks at a folder, creates it if it is absent, and locks it unless it is complete. Removes nothing.
     *
     * @param path the folder
     * @param experimentHash SHA-256 of the effective experiment
     * @throws RunFolderRefusedException if this experiment must not be written there
     * @throws UncheckedIOException naming the path, if it cannot be read, created or locked
     */
    public static RunFolder open(Path path, String experimentHash) {
        if (!Hashes.isSha256(experimentHash)) {
            throw new IllegalArgumentException("not a SHA-256: \"" + experimentHash + "\"");
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(path)) {
            throw new RunFolderRefusedException(path, "is not a folder");
        }
        create(path);
        List<String> names = names(path);
        if (names.contains(Manifest.FILE)) {
            return complete(path, experimentHash);
        }
        if (!names.isEmpty() && !names.contains(RunMarker.FILE)) {
            throw foreign(path, names);
        }
        return locked(path, experimentHash);
    }

    private static RunFolder locked(Path path, String hash) {
        RunMarker marker = RunMarker.lock(path);
        if (marker == null) {
            throw new RunFolderRefusedException(path, "another run is writing to it");
        }
        boolean keep = false;
        try {
            RunFolder folder = inspected(path, hash, marker);
            keep = folder.marker != null;
            return folder;
        } finally {
            if (!keep) {
                marker.close();
            }
        }
    }

    /** Looks again, now that nobody else can change the folder: the run that held the lock may have ended. */
    private static RunFolder inspected(Path path, String hash, RunMarker marker) {
        List<String> names = names(path);
        if (names.contains(Manifest.FILE)) {
            marker.delete();
            return complete(path, hash);
        }
        boolean alone = names.equals(List.of(RunMarker.FILE));
        String text = marker.text();
        if (alone && (text.isEmpty() || hash.startsWith(text))) {
            return new RunFolder(path, hash, State.NEW, marker, List.of());
        }
        if (marker.hash().equals(hash)) {
            return new RunFolder(path, hash, State.RESTART, marker, List.of());
        }
        if (!Hashes.isSha256(marker.hash())) {
            throw foreign(path, names);
        }
        throw new RunFolderRefusedException(
                path, "holds an unfinished run of another experiment, " + marker.hash() + ", not " + hash);
    }

    private static RunFolder complete(Path path, String hash) {
        Manifest manifest = manifest(path);
        if (!manifest.experimentHash().equals(hash)) {
            throw new RunFolderRefusedException(
                    path, "holds a finished run of another experiment, " + manifest.experimentHash() + ", not " + hash);
        }
        return new RunFolder(path, hash, State.COMPLETE, null, manifest.verify(path));
    }

    private static Manifest manifest(Path path) {
        try {
            return Manifest.read(path);
        } catch (UncheckedIOException e) {
            throw new RunFolderRefusedException(path, "holds a " + Manifest.FILE + " of something else", e);
        }
    }

    private static RunFolderRefusedException foreign(Path path, List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(3, names.size())));
        return new RunFolderRefusedException(
                path, "holds " + names.size() + " entries that are not of a run (" + some + ")");
    }

    private static void create(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw FileFailure.of("create", path, e);
        }
    }

    private static List<String> names(Path path) {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw FileFailure.of("list", path, e);
        }
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /** What was found. */
    public State state() {
        return state;
    }

    /** Of a complete folder: its files that are missing or changed, one line each; else empty. */
    public List<String> problems() {
        return problems;
    }

    /**
     * Starts the run: removes the files of an unfinished one, and nothing else, then writes the hash.
     *
     * @throws IllegalStateException if the folder is complete
     * @throws UncheckedIOException naming the path
     */
    public void begin() {
        RunMarker own = marker();
        own.files().forEach(this::remove);
        remove(Manifest.UNFINISHED_FILE);
        own.start(hash);
    }

    private void remove(String name) {
        Path file = path.resolve(FileEntry.checkedName(name));
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw FileFailure.of("delete", file, e);
        }
    }

    /**
     * Announces a file that this run is about to create and gives its path.
     *
     * @param name plain file name
     * @throws RunFolderRefusedException if there is such a file already
     */
    public Path claim(String name) {
        Path file = path.resolve(FileEntry.checkedName(name));
        if (!marker().hash().equals(hash)) {
            throw new IllegalStateException(path + ": begin() comes first");
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new RunFolderRefusedException(path, name + " is there already and not of this run");
        }
        marker().add(name);
        claimed.add(name);
        return file;
    }

    /**
     * Opens the file of a table.
     *
     * @throws RunFolderRefusedException if there is such a file already
     * @throws UncheckedIOException naming the path
     */
    public <R> TableFile<R> table(Table<R> table) {
        claim(table.file());
        return TableFile.create(path, table);
    }

    /** Writes a whole table, see {@link #table}. */
    public <R> FileEntry writeTable(Table<R> table, Iterable<? extends R> rows) {
        claim(table.file());
        return TableFile.writeAll(path, table, rows);
    }

    /** Writes a text file in UTF-8, as it is. */
    public FileEntry writeText(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        DurableFiles.create(claim(name), bytes);
        return new FileEntry(name, 0, Hashes.sha256(bytes));
    }

    /**
     * Ends the run: writes the manifest, then removes the marker.
     *
     * @throws IllegalStateException if the manifest is of another experiment or does not list exactly the files claimed
     * @throws UncheckedIOException naming the path
     */
    public void complete(Manifest manifest) {
        RunMarker own = marker();
        Set<String> listed = new HashSet<>();
        manifest.files().forEach(entry -> listed.add(entry.file()));
        if (!manifest.experimentHash().equals(hash) || !listed.equals(claimed)) {
            throw new IllegalStateException(path + ": the manifest lists " + listed + " of " + manifest.experimentHash()
                    + ", the run wrote " + claimed + " of " + hash);
        }
        manifest.write(path);
        own.delete();
    }

    private RunMarker marker() {
        if (marker == null) {
            throw new IllegalStateException(path + " holds a finished run");
        }
        return marker;
    }

    /** Releases the lock; what is written stays. */
    @Override
    public void close() {
        if (marker != null) {
            marker.close();
        }
    }
}
