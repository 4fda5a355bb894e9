package straits.scenario.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import straits.scenario.LoadedScenario;

/** Worlds for tests. */
final class Worlds {

    static final String S01 = text("s01.yaml");

    private Worlds() {}

    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Worlds.class.getResourceAsStream("/worlds/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LoadedScenario load(String text) {
        return ScenarioReader.read("world.yaml", text, RegimeLibrary.NONE).orThrow();
    }

    static <T> T get(Map<String, T> section, String key) {
        return Objects.requireNonNull(section.get(key), key);
    }

    /** A world with a part of it replaced, which must be there. */
    static String with(String world, String part, String replacement) {
        if (!world.contains(part)) {
            throw new IllegalArgumentException("not in the world: " + part);
        }
        return world.replace(part, replacement);
    }
}
