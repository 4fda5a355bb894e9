package straits.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over a list of texts, each preceded by its length in bytes, so that no two lists are written alike. */
final class Digest {

    private final ByteBuffer bytes;

    private Digest(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    static Digest of(String... fields) {
        MessageDigest sha256 = sha256();
        for (String field : fields) {
            byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
            sha256.update(utf8);
        }
        return new Digest(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** One of eight words of 32 bits, as a number from 0 to 2^32 - 1. */
    long word32(int index) {
        return Integer.toUnsignedLong(bytes.getInt(index * Integer.BYTES));
    }

    /** One of four words of 64 bits. */
    long word64(int index) {
        return bytes.getLong(index * Long.BYTES);
    }
}
