package straits.experiments.output;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A finished file as the manifest lists it.
 *
 * @param file plain name, without a folder
 * @param rows data rows of a table, without the header; 0 for a file that is not a table
 * @param sha256 hash of its bytes
 */
public record FileEntry(String file, long rows, String sha256) {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the name could lead out of the folder, the rows are negative or the hash is none
     */
    public FileEntry {
        checkedName(file);
        if (rows < 0) {
            throw new IllegalArgumentException(file + ": rows must not be negative: " + rows);
        }
        if (!Hashes.isSha256(sha256)) {
            throw new IllegalArgumentException(file + ": not a SHA-256: \"" + sha256 + "\"");
        }
    }

    /**
     * The entry of a file that is not a table and is there already.
     *
     * @throws UncheckedIOException naming the path, if it cannot be read
     */
    public static FileEntry of(Path file) {
        return new FileEntry(String.valueOf(file.getFileName()), 0, Hashes.sha256(file));
    }

    static boolean isPlainName(String name) {
        return PLAIN_NAME.matcher(name).matches();
    }

    /** The name, if it is a plain one: letters, digits, point, underscore, hyphen. */
    static String checkedName(String name) {
        if (!isPlainName(name)) {
            throw new IllegalArgumentException("not a plain file name: \"" + name + "\"");
        }
        return name;
    }
}
