package straits.experiments.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.CRC32C;

/** Length and sums of a file as it is written: SHA-256 for the manifest, CRC-32C for the journal, which needs it at every moment. */
final class FileSums {

    private static final int CHUNK = 1 << 16;

    private final MessageDigest digest = Hashes.digest();
    private final CRC32C crc = new CRC32C();
    private long bytes;

    /** Those of the first so many bytes of a file, or of all if it is shorter. */
    static FileSums of(Path file, long length) throws IOException {
        FileSums sums = new FileSums();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            int count;
            while ((count = in.read(chunk, 0, (int) Math.min(CHUNK, length - sums.bytes))) > 0) {
                sums.add(chunk, count);
            }
        }
        return sums;
    }

    void add(byte[] chunk, int length) {
        digest.update(chunk, 0, length);
        crc.update(chunk, 0, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    long crc() {
        return crc.getValue();
    }

    /** The hash; nothing can be added any more. */
    String sha256() {
        return Hashes.hex(digest.digest());
    }
}
