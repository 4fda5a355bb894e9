package straits.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import straits.experiments.api.BadInputException;
import straits.experiments.output.FileReason;
import straits.scenario.Form;

/**
 * A YAML file that a command makes, which was not there before. Its name says what the thing in it is called.
 *
 * @param path where
 * @param key its name without the ending
 */
record NewFile(Path path, String key) {

    private static final String SUFFIX = ".yaml";

    /**
     * A file to be made.
     *
     * @throws ParameterException if its name is none for a key
     * @throws BadInputException if there is no folder for it
     */
    static NewFile of(Path path, CommandLine command) {
        String name = String.valueOf(path.getFileName());
        String key = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : "";
        if (!Form.Kind.SLUG.matches(key)) {
            throw new ParameterException(
                    command,
                    "the new file must have a name such as mine.yaml: " + Form.Kind.SLUG.meaning() + ", then " + SUFFIX
                            + "; found " + name);
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BadInputException("there is no folder " + folder + " for " + name + "; make it first");
        }
        return new NewFile(path, key);
    }

    /**
     * Writes it; an existing file is left as it is.
     *
     * @throws BadInputException if there is one
     */
    void write(String text) {
        try {
            Files.writeString(path, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new BadInputException(path + ": is there already, and was left as it is; choose another name");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path + ": " + FileReason.of(e), e);
        }
    }
}
