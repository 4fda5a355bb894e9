package straits.experiments.planted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** All classes of Straits and of its tests once more, of which one may have been compiled from a changed source. */
final class PatchedClasses extends URLClassLoader {

    /** Tests run in the folder of their module; its sister modules lie beside it. */
    private static final List<Path> MODULES = List.of(Path.of("../simulator"), Path.of("../experiments"));

    private final Map<String, byte[]> compiled;

    private PatchedClasses(Map<String, byte[]> compiled) {
        super(folders().map(PatchedClasses::url).toArray(URL[]::new), PatchedClasses.class.getClassLoader());
        this.compiled = compiled;
    }

    static PatchedClasses unchanged() {
        return new PatchedClasses(Map.of());
    }

    static PatchedClasses with(PlantedError error) {
        try {
            Path source = source(error.in());
            return new PatchedClasses(compile(source, error.applyTo(Files.readString(source))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path source(String name) {
        return MODULES.stream()
                .map(module -> module.resolve("src/main/java/" + name.replace('.', '/') + ".java"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no source of " + name));
    }

    private static Stream<Path> folders() {
        return MODULES.stream()
                .flatMap(module -> Stream.of("classes", "test-classes")
                        .map(each -> module.resolve("target").resolve(each)))
                .peek(folder -> {
                    if (!Files.isDirectory(folder)) {
                        throw new AssertionError("no " + folder + ": the build compiles both modules and their tests");
                    }
                });
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> compile(Path source, String text) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(faults, null, null)) {
            files.setLocationFromPaths(
                    StandardLocation.CLASS_PATH,
                    Stream.concat(folders(), libraries()).toList());
            InMemory memory = new InMemory(files);
            List<String> options = List.of("-proc:none", "-nowarn", "-parameters");
            boolean sound = compiler.getTask(null, memory, faults, options, null, List.of(new Source(source, text)))
                    .call();
            if (!sound) {
                throw new AssertionError(
                        "the changed source of " + source + " does not compile: " + faults.getDiagnostics());
            }
            Map<String, byte[]> classes = new HashMap<>();
            memory.outputs.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }
    }

    private static Stream<Path> libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
                .map(Path::of);
    }

    /** Classes of Straits are taken from here and not from those who look, all others are shared with them. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("straits.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] changed = compiled.get(name);
        return changed == null ? super.findClass(name) : defineClass(name, changed, 0, changed.length);
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(Path path, String text) {
            super(URI.create("string:///" + path.getFileName()), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Map<String, ByteArrayOutputStream> outputs = new HashMap<>();

        InMemory(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String name, JavaFileObject.Kind kind, javax.tools.FileObject near) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    outputs.put(name, bytes);
                    return bytes;
                }
            };
        }
    }
}
