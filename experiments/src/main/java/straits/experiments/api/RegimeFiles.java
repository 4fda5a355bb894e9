package straits.experiments.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import straits.experiments.output.FileReason;
import straits.scenario.Form;
import straits.scenario.file.RegimeLibrary;

/** Regimes in files, each by the name of its file, beside those that ship with the program. Immutable. */
final class RegimeFiles implements RegimeLibrary {

    private static final String SUFFIX = ".yaml";

    private final RegimeLibrary shipped;
    private final Map<String, Path> files = new LinkedHashMap<>();

    /**
     * The shipped regimes and the files among those asked for.
     *
     * @param asked keys of regimes, and files, whose names end in {@code .yaml}
     * @throws BadInputException if a file is not there, or the key its name gives is none or is taken
     */
    RegimeFiles(RegimeLibrary shipped, List<String> asked) {
        this.shipped = shipped;
        asked.stream().filter(RegimeFiles::isFile).distinct().forEach(this::add);
    }

    private static boolean isFile(String asked) {
        return asked.endsWith(SUFFIX);
    }

    /** The key of a regime that is asked for by its key or by its file. */
    static String key(String asked) {
        if (!isFile(asked)) {
            return asked;
        }
        String name = asked.substring(Math.max(asked.lastIndexOf('/'), asked.lastIndexOf('\\')) + 1);
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private void add(String asked) {
        Path file = Inputs.existing(asked);
        String key = key(asked);
        if (file == null) {
            throw new BadInputException("there is no regime file " + asked + "; a name without " + SUFFIX
                    + " is that of a regime, such as " + String.join(", ", shipped.names()));
        }
        if (!Form.Kind.SLUG.matches(key)) {
            throw new BadInputException(asked + ": the name of the file is the key of the regime and must be "
                    + Form.Kind.SLUG.meaning() + "; found \"" + key + "\"");
        }
        if (shipped.names().contains(key)) {
            throw new BadInputException(
                    asked + ": \"" + key + "\" is the name of a regime that ships with the program; rename the file");
        }
        Path other = files.put(key, file);
        if (other != null) {
            throw new BadInputException(
                    other + " and " + file + ": both would be the regime \"" + key + "\"; rename one of the files");
        }
    }

    /**
     * Makes sure that no regime which a scenario writes out hides a file.
     *
     * @throws BadInputException naming the file, if one does
     */
    void requireFree(Map<String, ?> written) {
        files.forEach((key, file) -> {
            if (written.containsKey(key)) {
                throw new BadInputException(
                        file + ": the scenario has a regime \"" + key + "\" of its own; rename the file");
            }
        });
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>(files.keySet());
        names.addAll(shipped.names());
        return names;
    }

    @Override
    public @Nullable String text(String name) {
        Path file = files.get(name);
        if (file == null) {
            return shipped.text(name);
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new BadInputException(file + ": is not UTF-8 text");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + FileReason.of(e), e);
        }
    }

    @Override
    public String place(String name) {
        Path file = files.get(name);
        return file == null ? shipped.place(name) : file.toString();
    }
}
