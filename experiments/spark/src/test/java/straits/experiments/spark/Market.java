package straits.experiments.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import straits.experiments.output.Hashes;
import straits.experiments.output.Manifest;

/** A small market under two regimes, some milliseconds a replication, and what is in folders of results. */
final class Market {

    private Market() {}

    static String text() {
        try (InputStream in = Objects.requireNonNull(Trial.class.getResourceAsStream("probe.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the market, with one piece of its text for another. */
    static Path write(Path file, String piece, String other) {
        String text = text().replace(piece, other);
        if (!piece.isEmpty() && text.equals(text())) {
            throw new IllegalArgumentException("not in the market: " + piece);
        }
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file) {
        return write(file, "", "");
    }

    /** SHA-256 by name of every file but the manifest, which tells the time. */
    static Map<String, String> hashes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> hashes = new TreeMap<>();
            files.filter(file -> !file.endsWith(Manifest.FILE))
                    .filter(file -> !file.toString().endsWith(".crc"))
                    .forEach(file -> hashes.put(String.valueOf(file.getFileName()), Hashes.sha256(file)));
            return hashes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
