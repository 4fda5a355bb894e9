package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.experiments.montecarlo.Shard;

final class RunFolderTest {

    private static final String HASH = ManifestTest.EXPERIMENT;
    private static final String OTHER = Hashes.sha256("another experiment");
    private static final Table<String> TABLE = Table.<String>of("names.csv", "name")
            .text("name", "the name", name -> name)
            .build();

    @TempDir
    Path temporary;

    private Path folder() {
        return temporary.resolve("runs").resolve("base");
    }

    private void finish() {
        try (RunFolder run = RunFolder.open(folder(), HASH, Shard.WHOLE)) {
            run.begin();
            FileEntry scenario = run.writeText("scenario.yaml", "name: base\n");
            FileEntry names = run.writeTable(TABLE, List.of("a", "b"));
            run.complete(ManifestTest.of(HASH, List.of(scenario, names)));
        }
    }

    /** Leaves a table with one row that reached the disk, and no manifest. */
    private void interrupt() {
        try (RunFolder run = RunFolder.open(folder(), HASH, Shard.WHOLE)) {
            run.begin();
            run.writeTable(TABLE, List.of("half"));
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder())) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private void assertRefused(String reason) throws IOException {
        List<String> before = names();
        assertThatThrownBy(() -> RunFolder.open(folder(), HASH, Shard.WHOLE))
                .isInstanceOf(RunFolderRefusedException.class)
                .hasMessageContaining(folder().toString())
                .hasMessageContaining(reason)
                .hasMessageContaining("--out");
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void absentIsNew() {
        try (RunFolder run = RunFolder.open(folder(), HASH, Shard.WHOLE)) {
            assertThat(run.state()).isEqualTo(RunFolder.State.NEW);
            assertThat(run.path()).isEqualTo(folder()).isDirectory();
        }
    }

    @Test
    void emptyIsNewAndStaysSoUntilBegun() throws IOException {
        Files.createDirectories(folder());
        RunFolder.open(folder(), HASH, Shard.WHOLE).close();

        try (RunFolder run = RunFolder.open(folder(), OTHER, Shard.WHOLE)) {
            assertThat(run.state()).isEqualTo(RunFolder.State.NEW);
        }
    }

    @Test
    void aFinishedRunHoldsItsFilesAndTheManifest() throws IOException {
        finish();

        assertThat(names()).containsExactly("manifest.json", "names.csv", "scenario.yaml");
        try (RunFolder run = RunFolder.open(folder(), HASH, Shard.WHOLE)) {
            assertThat(run.state()).isEqualTo(RunFolder.State.COMPLETE);
            assertThat(run.problems()).isEmpty();
            assertThatThrownBy(run::begin).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> run.claim("a.csv")).isInstanceOf(IllegalStateException.class);
        }
        assertThat(names()).containsExactly("manifest.json", "names.csv", "scenario.yaml");
    }

    @Test
    void aFinishedRunThatWasChangedSaysSo() throws IOException {
        finish();
        Files.writeString(folder().resolve("names.csv"), "name\nz\n");

        try (RunFolder run = RunFolder.open(folder(), HASH, Shard.WHOLE)) {
            assertThat(run.state()).isEqualTo(RunFolder.State.COMPLETE);
            assertThat(run.problems()).singleElement().asString().contains("names.csv");
        }
        assertThat(folder().resolve("names.csv")).hasContent("name\nz\n");
    }

    @Test
    void aFinishedRunOfAnotherExperimentIsRefused() throws IOException {
        try (RunFolder run = RunFolder.open(folder(), OTHER, Shard.WHOLE)) {
            run.begin();
            run.complete(ManifestTest.of(OTHER, List.of()));
        }
        assertRefused("finished run of another experiment or version, " + OTHER);
    }

    @Test
    void anUnfinishedRunIsGoneOnWith() throws IOException {
        interrupt();
        Files.writeString(folder().resolve("notes.txt"), "mine");
        Files.writeString(folder().resolve(Disk.TEMPORARY), "{");

        try (RunFolder run = RunFolder.open(folder(), HASH, Shard.WHOLE)) {
            assertThat(run.state()).isEqualTo(RunFolder.State.UNFINISHED);
            run.begin();
            assertThat(folder().resolve("names.csv")).hasContent("name\nhalf");
            FileEntry entry = run.writeTable(TABLE, List.of("whole"));
            run.complete(ManifestTest.of(HASH, List.of(entry)));
        }
        assertThat(names()).containsExactly("manifest.json", "names.csv", "notes.txt");
        assertThat(folder().resolve("notes.txt")).hasContent("mine");
        assertThat(folder().resolve("names.csv")).hasContent("name\nwhole");
    }

    /** What only the interrupted run wrote must go in the end, such as tables in another format. */
    @Test
    void whatTheManifestDoesNotListGoes() throws IOException {
        interrupt();
        try (RunFolder run = RunFolder.open(folder(), HASH, Shard.WHOLE)) {
            run.begin();
            run.complete(ManifestTest.of(HASH, List.of()));
        }
        assertThat(names()).containsExactly("manifest.json");
    }

    /** Killed between the manifest and the end: the next to look finishes the tidying. */
    @Test
    void leftoversOfACompleteRunGo() throws IOException {
        finish();
        Files.writeString(folder().resolve("units.journal"), "old");
        Files.writeString(folder().resolve(RunMarker.FILE), HASH + "\nnames.csv\nunits.journal\n");

        RunFolder.open(folder(), HASH, Shard.WHOLE).close();
        assertThat(names()).containsExactly("manifest.json", "names.csv", "scenario.yaml");
    }

    @Test
    void anotherPartOfTheExperimentIsRefused() throws IOException {
        Shard second = new Shard(2, 3);
        try (RunFolder run = RunFolder.open(folder(), HASH, second)) {
            run.begin();
        }
        assertRefused("unfinished run of another part, " + HASH + " shard 2/3, not " + HASH);
        try (RunFolder run = RunFolder.open(folder(), HASH, second)) {
            assertThat(run.state()).isEqualTo(RunFolder.State.UNFINISHED);
        }
    }

    @Test
    void anUnfinishedRunOfAnotherExperimentIsRefused() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve(RunMarker.FILE), OTHER + "\nnames.csv\n");
        Files.writeString(folder().resolve("names.csv"), "name\n");

        assertRefused("unfinished run of another experiment or version, " + OTHER);
    }

    @Test
    void foreignFilesAreRefused() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("thesis.tex"), "mine");

        assertRefused("thesis.tex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"name\": \"a web page\"}"})
    void aForeignManifestIsRefused(String json) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve(Manifest.FILE), json);

        assertRefused(Manifest.FILE);
        assertThat(folder().resolve(Manifest.FILE)).content().isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes\n", "xyz"})
    void aForeignMarkerIsRefused(String text) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve(RunMarker.FILE), text);

        assertRefused("experiment.hash");
        assertThat(folder().resolve(RunMarker.FILE)).content().isEqualTo(text);
    }

    @Test
    void aMarkerCutOffByACrashIsNew() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve(RunMarker.FILE), HASH.substring(0, 10));

        try (RunFolder run = RunFolder.open(folder(), HASH, Shard.WHOLE)) {
            assertThat(run.state()).isEqualTo(RunFolder.State.NEW);
        }
    }

    /** The cut-off name was never created, so a file of that name is not ours. */
    @Test
    void aNameCutOffByACrashIsNotRemoved() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve(RunMarker.FILE), HASH + "\nnames.csv\nnotes.txt");
        Files.writeString(folder().resolve("notes.txt"), "mine");
        Files.writeString(folder().resolve("names.csv"), "name\n");

        try (RunFolder run = RunFolder.open(folder(), HASH, Shard.WHOLE)) {
            run.begin();
            run.complete(ManifestTest.of(HASH, List.of()));
        }
        assertThat(names()).containsExactly("manifest.json", "notes.txt");
    }

    @Test
    void aMarkerCannotLeadOutOfTheFolder() throws IOException {
        Files.createDirectories(folder());
        Path outside = temporary.resolve("outside.txt");
        Files.writeString(outside, "mine");
        Files.writeString(folder().resolve(RunMarker.FILE), HASH + "\n../../outside.txt\n");

        try (RunFolder run = RunFolder.open(folder(), HASH, Shard.WHOLE)) {
            run.begin();
            run.complete(ManifestTest.of(HASH, List.of()));
        }
        assertThat(outside).hasContent("mine");
    }

    @Test
    void aMarkerLeftBesideAManifestGoes() throws IOException {
        finish();
        Files.writeString(folder().resolve(RunMarker.FILE), HASH + "\n");

        try (RunFolder run = RunFolder.open(folder(), HASH, Shard.WHOLE)) {
            assertThat(run.state()).isEqualTo(RunFolder.State.COMPLETE);
        }
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Files.createDirectories(folder().getParent());
        Files.writeString(folder(), "mine");

        assertThatThrownBy(() -> RunFolder.open(folder(), HASH, Shard.WHOLE))
                .isInstanceOf(RunFolderRefusedException.class)
                .hasMessageContaining("not a folder");
        assertThat(folder()).hasContent("mine");
    }

    @Test
    void aFileThatAppearedMeanwhileIsNotOverwrittenNorEverRemoved() throws IOException {
        try (RunFolder run = RunFolder.open(folder(), HASH, Shard.WHOLE)) {
            run.begin();
            Files.writeString(folder().resolve("names.csv"), "mine");
            assertThatThrownBy(() -> run.writeTable(TABLE, List.of())).isInstanceOf(RunFolderRefusedException.class);
        }
        try (RunFolder run = RunFolder.open(folder(), HASH, Shard.WHOLE)) {
            run.begin();
        }
        assertThat(folder().resolve("names.csv")).hasContent("mine");
    }

    @Test
    void nothingIsWrittenBeforeBegin() {
        try (RunFolder run = RunFolder.open(folder(), HASH, Shard.WHOLE)) {
            assertThatThrownBy(() -> run.writeTable(TABLE, List.of())).isInstanceOf(IllegalStateException.class);
        }
        assertThat(folder().resolve("names.csv")).doesNotExist();
    }

    @Test
    void theManifestMustListWhatWasWritten() {
        try (RunFolder run = RunFolder.open(folder(), HASH, Shard.WHOLE)) {
            run.begin();
            FileEntry entry = run.writeTable(TABLE, List.of());
            assertThatThrownBy(() -> run.complete(ManifestTest.of(HASH, List.of())))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("names.csv");
            assertThatThrownBy(() -> run.complete(ManifestTest.of(OTHER, List.of(entry))))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(folder().resolve(Manifest.FILE)).doesNotExist();
    }

    @Test
    void twoRunsInOneFolderAreRefused() throws IOException {
        try (RunFolder run = RunFolder.open(folder(), HASH, Shard.WHOLE)) {
            run.begin();
            assertRefused("another run is writing");
        }
        RunFolder.open(folder(), HASH, Shard.WHOLE).close();
    }

    /** The holder is killed without a chance to tidy up: the lock goes with it, its files are known. */
    @Test
    void aRunOfAnotherProcessHoldsTheFolderUntilItDies() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder().toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(holder.getInputStream().read()).isEqualTo('r');
            assertRefused("another run is writing");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        try (RunFolder run = RunFolder.open(folder(), HASH, Shard.WHOLE)) {
            assertThat(run.state()).isEqualTo(RunFolder.State.UNFINISHED);
            run.begin();
        }
        assertThat(names()).containsExactly("experiment.hash", "names.csv");
    }

    /** A run that writes a table and never ends. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] args) throws InterruptedException {
            try (RunFolder run = RunFolder.open(Path.of(args[0]), HASH, Shard.WHOLE);
                    TableFile file = begun(run)) {
                file.force();
                System.out.print('r');
                System.out.flush();
                Thread.sleep(Long.MAX_VALUE);
            }
        }

        private static TableFile begun(RunFolder run) {
            run.begin();
            return run.table(TABLE, null);
        }
    }

    @Test
    void theHashIsChecked() {
        assertThatThrownBy(() -> RunFolder.open(folder(), "abc", Shard.WHOLE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(folder()).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(temporary.resolve("runs"), "a file");

        assertThatThrownBy(() -> RunFolder.open(folder(), HASH, Shard.WHOLE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder().toString());
    }
}
