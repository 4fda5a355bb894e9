package straits.experiments.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import straits.experiments.montecarlo.Shard;

/** Looks at a folder before anything is written to it, and says what may be done with it. */
final class FolderInspection {

    private static final int HASH_LENGTH = 64;
    private static final Pattern WORK = Pattern.compile("[0-9a-f]{64}( shard \\d+/\\d+)?");

    private final Path path;
    private final String hash;
    private final Shard shard;
    private final Disk disk;

    FolderInspection(Path path, String hash, Shard shard, Disk disk) {
        this.path = path;
        this.hash = hash;
        this.shard = shard;
        this.disk = disk;
    }

    /** The folder, created if it was absent, and locked unless it is complete. */
    RunFolder open() {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(path)) {
            throw new RunFolderRefusedException(path, "is not a folder");
        }
        create();
        List<String> names = names();
        boolean marked = names.contains(RunMarker.FILE);
        if (names.contains(Manifest.FILE) && !marked) {
            return complete();
        }
        if (!names.isEmpty() && !marked) {
            throw foreign(names);
        }
        return locked();
    }

    private RunFolder locked() {
        RunMarker marker = RunMarker.lock(disk, path);
        if (marker == null) {
            throw new RunFolderRefusedException(path, "another run is writing to it");
        }
        boolean keep = false;
        try {
            RunFolder folder = inspected(marker);
            keep = folder.state() != RunFolder.State.COMPLETE;
            return folder;
        } finally {
            if (!keep) {
                marker.close();
            }
        }
    }

    /** Looks again, now that nobody else can change the folder: the run that held the lock may have ended. */
    private RunFolder inspected(RunMarker marker) {
        List<String> names = names();
        if (names.contains(Manifest.FILE)) {
            RunFolder complete = complete();
            RunFolder.tidy(disk, path, marker, manifest());
            return complete;
        }
        String work = RunFolder.work(hash, shard);
        boolean alone = names.equals(List.of(RunMarker.FILE));
        String text = marker.text();
        if (alone && (text.isEmpty() || work.startsWith(text))) {
            return new RunFolder(disk, path, hash, shard, RunFolder.State.NEW, marker, List.of());
        }
        if (marker.work().equals(work)) {
            return new RunFolder(disk, path, hash, shard, RunFolder.State.UNFINISHED, marker, List.of());
        }
        if (!WORK.matcher(marker.work()).matches()) {
            throw foreign(names);
        }
        throw other("an unfinished run", marker.work(), work);
    }

    private RunFolder complete() {
        Manifest manifest = manifest();
        String found = RunFolder.work(manifest.experimentHash(), Shard.parse(manifest.shard()));
        if (!found.equals(RunFolder.work(hash, shard))) {
            throw other("a finished run", found, RunFolder.work(hash, shard));
        }
        return new RunFolder(disk, path, hash, shard, RunFolder.State.COMPLETE, null, manifest.verify(path));
    }

    private RunFolderRefusedException other(String run, String found, String wanted) {
        String which = found.substring(0, HASH_LENGTH).equals(wanted.substring(0, HASH_LENGTH))
                ? "part"
                : "experiment or version";
        return new RunFolderRefusedException(
                path, "holds " + run + " of another " + which + ", " + found + ", not " + wanted);
    }

    private Manifest manifest() {
        try {
            return Manifest.read(path);
        } catch (UncheckedIOException e) {
            throw new RunFolderRefusedException(path, "holds a " + Manifest.FILE + " of something else", e);
        }
    }

    private RunFolderRefusedException foreign(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(3, names.size())));
        return new RunFolderRefusedException(
                path, "holds " + names.size() + " entries that are not of a run (" + some + ")");
    }

    private void create() {
        try {
            disk.makeFolder(path);
        } catch (IOException e) {
            throw FileFailure.of("create", path, e);
        }
    }

    private List<String> names() {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw FileFailure.of("list", path, e);
        }
    }
}
