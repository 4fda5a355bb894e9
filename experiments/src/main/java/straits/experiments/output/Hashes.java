package straits.experiments.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 as 64 lowercase hexadecimal digits. */
public final class Hashes {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private Hashes() {}

    /** Hash of bytes. */
    public static String sha256(byte[] bytes) {
        return hex(digest().digest(bytes));
    }

    /** Hash of a text in UTF-8. */
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Hash of a file, streamed.
     *
     * @throws UncheckedIOException naming the path, if it cannot be read
     */
    public static String sha256(Path file) {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        } catch (IOException e) {
            throw FileFailure.of("read", file, e);
        }
        return hex(digest.digest());
    }

    /** Whether a text has the form of a hash. */
    static boolean isSha256(String text) {
        return FORM.matcher(text).matches();
    }

    /** A digest at its start. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Lowercase digits of a digest. */
    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
