package straits.experiments.design;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.extension.Extensions;
import straits.extension.Kind;

/**
 * An extension that an experiment names: results depend on it as on the program.
 *
 * @param name its name in scenarios
 * @param implementation class that implements it
 * @param file name of the jar it came from, or of its class where classes lie in a folder
 * @param sha256 SHA-256 of that file
 */
public record UsedExtension(String name, String implementation, String file, String sha256) {

    /**
     * Those whose names occur in a text: rather one too many than one too few.
     *
     * @throws UncheckedIOException if the file of one cannot be read
     */
    static List<UsedExtension> in(String text) {
        return Extensions.installed().all().stream()
                .filter(kind -> text.contains(kind.name()))
                .map(UsedExtension::of)
                .toList();
    }

    private static UsedExtension of(Kind<?> kind) {
        Class<?> type = kind.getClass();
        String classFile = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        Path jar = jar(type);
        String file = jar == null ? classFile : String.valueOf(jar.getFileName());
        try (InputStream in = jar == null ? type.getResourceAsStream(classFile) : Files.newInputStream(jar)) {
            byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
            return new UsedExtension(kind.name(), type.getName(), file, sha256(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + (jar == null ? classFile : jar) + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable Path jar(Class<?> type) {
        try {
            Path place = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isRegularFile(place) ? place : null;
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class loader gave a place that is none", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
