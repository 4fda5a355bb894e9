package straits.experiments.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** Why a file could not be used, in words: the messages of Java's exceptions are often only the path once more. */
public final class FileReason {

    private FileReason() {}

    /** The reason, without the path. */
    public static String of(IOException thrown) {
        if (thrown instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (thrown instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (thrown instanceof NotDirectoryException) {
            return "it is no folder";
        }
        if (thrown instanceof DirectoryNotEmptyException) {
            return "the folder is not empty";
        }
        String reason = thrown instanceof FileSystemException of ? of.getReason() : null;
        String told = reason == null ? thrown.getMessage() : reason;
        return Objects.requireNonNullElse(told, thrown.getClass().getSimpleName());
    }
}
