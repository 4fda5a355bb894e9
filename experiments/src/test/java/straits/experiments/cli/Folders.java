package straits.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import straits.experiments.output.Hashes;
import straits.experiments.output.Manifest;

/** What is in folders of results. */
final class Folders {

    private Folders() {}

    /** Hash by name of every file, the manifest left out since it tells the time. */
    static Map<String, String> hashes(Path folder) {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> !file.endsWith(Manifest.FILE))
                    .forEach(file -> hashes.put(file.getFileName().toString(), Hashes.sha256(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hashes;
    }
}
