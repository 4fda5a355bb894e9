package straits.experiments.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import straits.experiments.api.BadInputException;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.output.FileEntry;
import straits.experiments.output.Manifest;
import straits.experiments.output.UnitText;

/**
 * A folder of results on a file system that need not know appending or locks. While a run goes on it holds {@code experiment.hash},
 * which says whose it is, and parts: units that were delivered, each part named by its first one. Whoever goes on takes them from there,
 * on whatever machine. In the end it holds the files of the run, {@code manifest.json} last, and nothing else. Parts are the same
 * whoever writes them, so that two drivers at once do no harm. For one thread.
 */
final class RemoteFolder {

    private static final String MARKER = "experiment.hash";
    private static final String PARTS = "parts";
    private static final String UNFINISHED = ".writing";

    private final FileSystem files;
    private final Path path;
    private final Set<String> parts = new HashSet<>();

    private RemoteFolder(FileSystem files, Path path) {
        this.files = files;
        this.path = path;
    }

    /**
     * A folder, which may not be there yet.
     *
     * @throws BadInputException if nothing is known of such a file system
     */
    static RemoteFolder at(URI uri, Configuration configuration) {
        try {
            Path path = new Path(uri);
            return new RemoteFolder(path.getFileSystem(configuration), path);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInputException(
                    "--out: the cluster has no such file system: " + uri + " (" + e.getMessage() + ")");
        }
    }

    /** Whether a run has been published here. */
    boolean complete() {
        return asked(() -> files.exists(new Path(path, Manifest.FILE)));
    }

    /** Copies what was published into a folder of this machine. */
    void fetch(java.nio.file.Path to) {
        asked(() -> {
            for (FileStatus file : files.listStatus(path)) {
                if (file.isFile()) {
                    try (InputStream in = files.open(file.getPath())) {
                        Files.copy(in, to.resolve(file.getPath().getName()));
                    }
                }
            }
            return true;
        });
    }

    /**
     * Begins a run or goes on with it.
     *
     * @param work what tells apart runs whose results must not be mixed
     * @throws BadInputException if the folder is of something else
     */
    void begin(String work) {
        asked(() -> {
            List<String> names = names(path);
            Path marker = new Path(path, MARKER);
            if (names.contains(MARKER)) {
                requireSame(work, text(marker));
            } else if (names.isEmpty()) {
                write(marker, work.getBytes(StandardCharsets.UTF_8));
            } else {
                throw new BadInputException(path + " holds " + names.size() + " entries that are not of a run ("
                        + names.get(0) + ", ...); choose another folder with --out, or remove this one");
            }
            names(new Path(path, PARTS)).stream()
                    .filter(name -> !name.endsWith(UNFINISHED))
                    .forEach(parts::add);
            return true;
        });
    }

    private void requireSame(String work, String found) {
        if (!found.equals(work)) {
            throw new BadInputException(path + " holds an unfinished run of another experiment or program, " + found
                    + ", not " + work + "; choose another folder with --out, or remove this one");
        }
    }

    /** Whether there is a part that begins with a unit. */
    boolean has(UnitKey first) {
        return parts.contains(name(first));
    }

    /** Reads the part that begins with a unit. */
    void read(UnitKey first, Consumer<UnitText> sink) {
        byte[] bytes = asked(() -> bytes(new Path(new Path(path, PARTS), name(first))));
        try {
            UnitBytes.read(bytes, sink);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Adds a part. */
    void store(List<UnitText> units) {
        asked(() -> {
            String name = name(units.get(0).result().key());
            write(new Path(new Path(path, PARTS), name), UnitBytes.of(units.stream()));
            return parts.add(name);
        });
    }

    /** Puts the files of a finished run here, the manifest last, and takes away everything that helped to get there. */
    void publish(java.nio.file.Path from) {
        asked(() -> {
            List<String> names = new ArrayList<>();
            Manifest.read(from).files().stream().map(FileEntry::file).forEach(names::add);
            names.add(Manifest.FILE);
            for (String name : names) {
                files.copyFromLocalFile(false, true, new Path(from.resolve(name).toUri()), new Path(path, name));
            }
            files.delete(new Path(path, PARTS), true);
            return files.delete(new Path(path, MARKER), false);
        });
    }

    private static String name(UnitKey first) {
        return first.point() + "-" + first.replication();
    }

    private List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try {
            for (FileStatus entry : files.listStatus(folder)) {
                names.add(entry.getPath().getName());
            }
        } catch (FileNotFoundException notThere) {
            return List.of();
        }
        return names;
    }

    private String text(Path file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private byte[] bytes(Path file) throws IOException {
        try (InputStream in = files.open(file)) {
            return in.readAllBytes();
        }
    }

    /** Under another name first: what has its own name is whole. */
    private void write(Path file, byte[] bytes) throws IOException {
        Path writing = file.suffix(UNFINISHED);
        try (OutputStream out = files.create(writing, true)) {
            out.write(bytes);
        }
        if (!files.rename(writing, file) && !files.exists(file)) {
            throw new IOException("cannot rename " + writing + " to " + file);
        }
    }

    /** Something that asks the file system. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException;
    }

    private <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private UncheckedIOException failure(IOException e) {
        return new UncheckedIOException(path + ": " + e.getMessage(), e);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
