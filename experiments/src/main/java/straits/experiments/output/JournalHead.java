package straits.experiments.output;

import java.io.BufferedInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import straits.experiments.montecarlo.Shard;

/**
 * Whose journal it is.
 *
 * @param experimentHash SHA-256 of the effective experiment, version of the program included
 * @param shard which part of it
 * @param format what the tables become in the end, as asked for when the run began
 * @param commit commit the program was built from, empty when unknown
 * @param started when the run began
 */
public record JournalHead(String experimentHash, Shard shard, TableFormat format, String commit, Instant started) {

    private static final String FORM = "straits journal 2";

    /**
     * The head of the journal in a folder.
     *
     * @throws UncheckedIOException naming the path, if there is none
     */
    public static JournalHead of(Path folder) {
        Path path = folder.resolve(Journal.FILE);
        try (InputStream file = Files.newInputStream(path);
                DataInputStream in = new DataInputStream(new BufferedInputStream(file))) {
            byte[] record = Frames.read(in);
            if (record == null) {
                throw new IOException("its first record is not whole: nothing was run yet");
            }
            return read(Frames.fields(record));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw FileFailure.of("read", path, e);
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(FORM);
        out.writeUTF(experimentHash);
        out.writeUTF(shard.toString());
        out.writeUTF(format.name());
        out.writeUTF(commit);
        out.writeUTF(started.toString());
    }

    static JournalHead read(DataInput in) throws IOException {
        String form = in.readUTF();
        if (!form.equals(FORM)) {
            throw new IOException("is no journal of this version: begins with \"" + form + "\"");
        }
        return new JournalHead(
                in.readUTF(),
                Shard.parse(in.readUTF()),
                TableFormat.valueOf(in.readUTF()),
                in.readUTF(),
                Instant.parse(in.readUTF()));
    }
}
