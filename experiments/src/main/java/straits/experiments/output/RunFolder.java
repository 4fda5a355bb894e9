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
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private static final int HASH_LENGTH = 64;
    private static final Pattern WORK = Pattern.compile("[0-9a-f]{64}( shard \\d+/\\d+)?");

    private final Path path;
    private final String hash;
    private final Shard shard;
    private final State state;
    private final @Nullable RunMarker marker;
    private final List<String> problems;
    private final Set<String> claimed = new LinkedHashSet<>();

    private RunFolder(
            Path path, String hash, Shard shard, State state, @Nullable RunMarker marker, List<String> problems) {
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
        if (!Hashes.isSha256(experimentHash)) {
            throw new IllegalArgumentException("not a SHA-256: \"" + experimentHash + "\"");
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(path)) {
            throw new RunFolderRefusedException(path, "is not a folder");
        }
        create(path);
        List<String> names = names(path);
        boolean marked = names.contains(RunMarker.FILE);
        if (names.contains(Manifest.FILE) && !marked) {
            return complete(path, experimentHash, shard);
        }
        if (!names.isEmpty() && !marked) {
            throw foreign(path, names);
        }
        return locked(path, experimentHash, shard);
    }

    private static RunFolder locked(Path path, String hash, Shard shard) {
        RunMarker marker = RunMarker.lock(path);
        if (marker == null) {
            throw new RunFolderRefusedException(path, "another run is writing to it");
        }
        boolean keep = false;
        try {
            RunFolder folder = inspected(path, hash, shard, marker);
            keep = folder.marker != null;
            return folder;
        } finally {
            if (!keep) {
                marker.close();
            }
        }
    }

    /** Looks again, now that nobody else can change the folder: the run that held the lock may have ended. */
    private static RunFolder inspected(Path path, String hash, Shard shard, RunMarker marker) {
        List<String> names = names(path);
        if (names.contains(Manifest.FILE)) {
            RunFolder complete = complete(path, hash, shard);
            tidy(path, marker, manifest(path));
            return complete;
        }
        String work = work(hash, shard);
        boolean alone = names.equals(List.of(RunMarker.FILE));
        String text = marker.text();
        if (alone && (text.isEmpty() || work.startsWith(text))) {
            return new RunFolder(path, hash, shard, State.NEW, marker, List.of());
        }
        if (marker.work().equals(work)) {
            return new RunFolder(path, hash, shard, State.UNFINISHED, marker, List.of());
        }
        if (!WORK.matcher(marker.work()).matches()) {
            throw foreign(path, names);
        }
        throw other(path, "an unfinished run", marker.work(), work);
    }

    /** One line that tells apart what may not be mixed in a folder. */
    private static String work(String hash, Shard shard) {
        return shard.whole() ? hash : hash + " shard " + shard;
    }

    private static RunFolder complete(Path path, String hash, Shard shard) {
        Manifest manifest = manifest(path);
        String found = work(manifest.experimentHash(), Shard.parse(manifest.shard()));
        if (!found.equals(work(hash, shard))) {
            throw other(path, "a finished run", found, work(hash, shard));
        }
        return new RunFolder(path, hash, shard, State.COMPLETE, null, manifest.verify(path));
    }

    private static RunFolderRefusedException other(Path path, String run, String found, String wanted) {
        String which = found.substring(0, HASH_LENGTH).equals(wanted.substring(0, HASH_LENGTH))
                ? "part"
                : "experiment or version";
        return new RunFolderRefusedException(
                path, "holds " + run + " of another " + which + ", " + found + ", not " + wanted);
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

    /** Which part of the experiment is written here. */
    public Shard shard() {
        return shard;
    }

    /** SHA-256 of the effective experiment. */
    public String experimentHash() {
        return hash;
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
        scratch(DurableFiles.TEMPORARY);
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
        return position == null ? TableFile.create(path, table) : TableFile.resume(path, table, position);
    }

    /**
     * Writes a whole table.
     *
     * @throws RunFolderRefusedException if there is a file of its name that is not of this run
     * @throws UncheckedIOException naming the path
     */
    public <R> FileEntry writeTable(Table<R> table, Iterable<? extends R> rows) {
        claim(table.file());
        return TableFile.writeAll(path, table, rows);
    }

    /** Writes a text file in UTF-8, as it is: the old one, the same, is there until the new one is whole. */
    public FileEntry writeText(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        claim(name);
        DurableFiles.replace(path, name, bytes);
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
        manifest.write(path);
        tidy(path, marker(), manifest);
    }

    private static void tidy(Path path, RunMarker marker, Manifest manifest) {
        Set<String> left = new LinkedHashSet<>(marker.files());
        manifest.files().forEach(entry -> left.remove(entry.file()));
        left.forEach(name -> remove(path, name));
        marker.delete();
    }

    private static void remove(Path path, String name) {
        Path file = path.resolve(FileEntry.checkedName(name));
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(file);
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
