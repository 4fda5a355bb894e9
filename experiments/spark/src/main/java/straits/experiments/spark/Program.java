package straits.experiments.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.special.Erf;
import straits.experiments.montecarlo.MonteCarlo;
import straits.experiments.output.Hashes;
import straits.simulation.Simulation;
import umontreal.ssj.rng.MRG32k3a;

/** The program that runs here, by the bytes of its jars: the same hash, the same program. */
final class Program {

    private Program() {}

    /** SHA-256 over everything that results depend on, wherever it lies. */
    static String hash() {
        return Hashes.sha256(Stream.of(Simulation.class, MonteCarlo.class, Program.class, MRG32k3a.class, Erf.class)
                .map(Program::place)
                .distinct()
                .map(Program::hash)
                .collect(Collectors.joining("\n")));
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class loader gave a place that is none", e);
        }
    }

    /** Of a jar, or of a folder of classes as builds have them. */
    private static String hash(Path place) {
        if (Files.isRegularFile(place)) {
            return Hashes.sha256(place);
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> place.relativize(file) + " " + Hashes.sha256(file))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + place + ": " + e.getMessage(), e);
        }
    }
}
