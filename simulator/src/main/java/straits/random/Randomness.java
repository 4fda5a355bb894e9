package straits.random;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The source of all randomness of one replication. What is drawn depends on the master seed, the replication and the key
 * under which it is drawn, and on nothing else: no order of construction, no other stream, no thread. Adding a tenant or
 * switching a rule off moves nobody else's draws.
 *
 * <p>There are two kinds of draws. {@linkplain #stream Sequential streams} serve what happens in an order of its own, such as
 * the arrivals of a class and all that a request draws as it arrives. {@linkplain #keyed Keyed draws} serve what happens
 * after outcomes, where a sequence would shift as soon as one outcome changed.
 */
public final class Randomness {

    private final String masterSeed;
    private final long replication;
    private final @Nullable DrawAudit audit;

    private Randomness(String masterSeed, long replication, @Nullable DrawAudit audit) {
        if (replication < 0) {
            throw new IllegalArgumentException("replication: " + replication + "; expected 0 or more");
        }
        this.masterSeed = masterSeed;
        this.replication = replication;
        this.audit = audit;
    }

    /**
     * The randomness of one replication.
     *
     * @param masterSeed any text; a number is the text of its digits
     * @param replication 0 or more
     */
    public static Randomness of(String masterSeed, long replication) {
        return new Randomness(masterSeed, replication, null);
    }

    /** The same draws as {@link #of}, each reported to the audit as it is made. */
    public static Randomness audited(String masterSeed, long replication, DrawAudit audit) {
        return new Randomness(masterSeed, replication, audit);
    }

    /**
     * A sequential stream, at its beginning: MRG32k3a seeded with the SHA-256 of master seed, entity and purpose, moved to
     * the substream that bears the number of the replication. Streams of different keys are as good as independent;
     * substreams of one key are 2^76 draws apart. Asking twice gives two streams with the same draws.
     *
     * @param entity whose draws, for example the slug of a tenant class
     * @param purpose what for, for example {@code duration}
     */
    public Stream stream(String entity, String purpose) {
        long[] seed = Mrg32k3aState.of(Digest.of(masterSeed, entity, purpose));
        long[] state = Mrg32k3aState.substream(seed, replication);
        return audit == null ? new Mrg32k3aStream(state) : audited(state, entity + ":" + purpose, audit);
    }

    private static Stream audited(long[] state, String name, DrawAudit audit) {
        audit.opened(name, Arrays.toString(state));
        return new AuditedStream(new Mrg32k3aStream(state), name, audit);
    }

    /**
     * Draws keyed by objects: Philox4x64-10 under a key that is the SHA-256 of master seed, purpose and replication.
     *
     * @param purpose what for, for example {@code renewal}
     */
    public KeyedDraws keyed(String purpose) {
        Digest digest = Digest.of("keyed", masterSeed, purpose, Long.toString(replication));
        KeyedDraws draws = new PhiloxDraws(digest.word64(0), digest.word64(1));
        return audit == null ? draws : audited(draws, purpose, audit);
    }

    private static KeyedDraws audited(KeyedDraws draws, String purpose, DrawAudit audit) {
        return (a, b, c) -> {
            double value = draws.uniform(a, b, c);
            audit.drawn(purpose + ":" + a + "," + b + "," + c, 0, value);
            return value;
        };
    }

    /**
     * A number for a name, to key draws with: the first 64 bits of the name's SHA-256, the same for ever. Dense ids are no
     * keys, since they shift when a scenario gains an entry.
     */
    public static long key(String slug) {
        return Digest.of(slug).word64(0);
    }
}
