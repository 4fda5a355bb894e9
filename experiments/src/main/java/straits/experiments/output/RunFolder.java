package straits.experiments.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import straits.experiments.montecarlo.Shard;

/**
 * The folder of one run, and what may happen to it. Absent or empty: a new run. With a manifest of the same work: complete, to be
 * verified and left alone. With an unfinished run of the same work: it goes on. Anything else is refused. Files of others are never
 * removed or overwritten.
 *
 * <p>Files get their final names at once: what makes them final is the manifest, which comes last. Two runs cannot share a folder;
 * the lock goes when the process ends, however it ends. For one thread.
 */
public final class RunFolder implements Closeable {

    /** What a folder was found to be. */
    public enum State {
        /** Nothing in it. */
        NEW,
        /** An unfinished run of the same work. */
        UNFINISHED,
        /** A finished run of the same work. */
        COMPLETE
    }

    private final Disk disk;
    private final Path path;
    private final String hash;
    private final Shard shard;
    private final State state;
    private final @Nullable RunMarker marker;
    private final List<String> problems;
    private final Set<String> claimed = new LinkedHashSet<>();

    RunFolder(
            Disk disk,
            Path path,
            String hash,
            Shard shard,
            State state,
            @Nullable RunMarker marker,
            List<String> problems) {
        this.disk = disk;
        this.path = path;
        this.hash = hash;
        this.shard = shard;
        this.state = state;
        this.marker = marker;
        this.problems = problems;
    }

    /**
     * Looks at a folder, creates it if it is absent, and locks it unless it is complete.
     *
     * @param path the folder
     * @param experimentHash SHA-256 of the effective experiment
     * @param shard which part of it
     * @throws RunFolderRefusedException if this work must not be written there
     * @throws UncheckedIOException naming the path, if it cannot be read, created or locked
     */
    public static RunFolder open(Path path, String experimentHash, Shard shard) {
        return open(path, experimentHash, shard, Disk.PLAIN);
    }

    /** The same, on a disk that may fail. */
    public static RunFolder open(Path path, String experimentHash, Shard shard, Disk disk) {
        if (!Hashes.isSha256(experimentHash)) {
            throw new IllegalArgumentException("not a SHA-256: \"" + experimentHash + "\"");
        }
        return new FolderInspection(path, experimentHash, shard, disk).open();
    }

    /** One line that tells apart what may not be mixed in a folder. */
    static String work(String hash, Shard shard) {
        return shard.whole() ? hash : hash + " shard " + shard;
    }

    /** Which part of the experiment is written here. */
    public Shard shard() {
        return shard;
    }

    /** SHA-256 of the effective experiment. */
    public String experimentHash() {
        return hash;
    }

    /** What changes the files of the folder. */
    Disk disk() {
        return disk;
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
     * Starts the run or goes on with it.
     *
     * @throws IllegalStateException if the folder is complete
     * @throws UncheckedIOException naming the path
     */
    public void begin() {
        if (state == State.UNFINISHED) {
            marker().resume();
        } else {
            marker().start(work(hash, shard));
        }
        scratch(Disk.TEMPORARY);
    }

    /**
     * Announces a file that this run is about to write and gives its path. A file of that name is there only if this run wrote it
     * before it was interrupted.
     *
     * @param name plain file name
     * @throws RunFolderRefusedException if there is such a file and it is not of this run
     */
    public Path claim(String name) {
        Path file = path.resolve(FileEntry.checkedName(name));
        if (!marker().work().equals(work(hash, shard))) {
            throw new IllegalStateException(path + ": begin() comes first");
        }
        if (!marker().files().contains(name)) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new RunFolderRefusedException(path, name + " is there already and not of this run");
            }
            marker().add(name);
        }
        claimed.add(name);
        return file;
    }

    /** Announces a file, or says of one announced before, that it goes when the run ends; see {@link #claim}. */
    Path scratch(String name) {
        Path file = claim(name);
        claimed.remove(name);
        return file;
    }

    /**
     * Opens the file of a table.
     *
     * @param position where an interrupted run goes on; null to begin
     * @throws RunFolderRefusedException if there is a file of its name that is not of this run
     * @throws UncheckedIOException naming the path
     */
    TableFile table(Table<?> table, @Nullable TablePosition position) {
        claim(table.file());
        return position == null ? TableFile.create(disk, path, table) : TableFile.resume(disk, path, table, position);
    }

    /**
     * Writes a whole table.
     *
     * @throws RunFolderRefusedException if there is a file of its name that is not of this run
     * @throws UncheckedIOException naming the path
     */
    public <R> FileEntry writeTable(Table<R> table, Iterable<? extends R> rows) {
        claim(table.file());
        return TableFile.writeAll(disk, path, table, rows);
    }

    /** Writes a text file in UTF-8, as {@link #write}. */
    public FileEntry writeText(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file that is no table: the old one, the same, is there until the new one is whole. */
    FileEntry write(String name, byte[] bytes) {
        claim(name);
        disk.replace(path, name, bytes);
        return new FileEntry(name, 0, Hashes.sha256(bytes));
    }

    /**
     * Ends the run: writes the manifest, then removes what the run wrote and the manifest does not list, the marker last.
     *
     * @throws IllegalStateException if the manifest is of other work or does not list exactly the files claimed
     * @throws UncheckedIOException naming the path
     */
    public void complete(Manifest manifest) {
        Set<String> listed = new HashSet<>();
        manifest.files().forEach(entry -> listed.add(entry.file()));
        String found = work(manifest.experimentHash(), Shard.parse(manifest.shard()));
        if (!found.equals(work(hash, shard)) || !listed.equals(claimed)) {
            throw new IllegalStateException(path + ": the manifest lists " + listed + " of " + found
                    + ", the run wrote " + claimed + " of " + work(hash, shard));
        }
        manifest.write(disk, path);
        tidy(disk, path, marker(), manifest);
    }

    static void tidy(Disk disk, Path path, RunMarker marker, Manifest manifest) {
        Set<String> left = new LinkedHashSet<>(marker.files());
        manifest.files().forEach(entry -> left.remove(entry.file()));
        left.forEach(name -> remove(disk, path, name));
        marker.delete();
    }

    private static void remove(Disk disk, Path path, String name) {
        Path file = path.resolve(FileEntry.checkedName(name));
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                disk.delete(file);
            }
        } catch (IOException e) {
            throw FileFailure.of("delete", file, e);
        }
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
