package straits.experiments.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import straits.experiments.TwoRules;
import straits.experiments.api.Inputs;
import straits.experiments.cli.Cli;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.output.FileEntry;
import straits.experiments.output.Hashes;
import straits.experiments.output.JournalHead;
import straits.experiments.output.Manifest;
import straits.experiments.output.OutcomeRow;
import straits.experiments.output.RunProgress;
import straits.experiments.output.ShardFolder;
import straits.experiments.report.Report;

/** Folders of results, of which one file is another. */
final class FolderReaders {

    private static final String JOURNAL = "units.journal";
    private static final String MARKER = "experiment.hash";
    private static final int HASH_LENGTH = 64;

    private final Path whole;
    private final Path shard;
    private final Path tried;
    private final Path page;
    private final Experiment experiment;

    FolderReaders(Path folder) throws IOException {
        tried = folder.resolve("tried");
        page = folder.resolve("page.html");
        whole = folder.resolve("whole");
        shard = folder.resolve("shard");
        run(folder, whole, "--replications=2");
        run(folder, shard, "--replications=3", "--shard=1/2");
        experiment = Inputs.effective(Files.readString(whole.resolve(Experiment.SCENARIO_FILE)), null)
                .orThrow();
    }

    private static void run(Path folder, Path out, String... options) throws IOException {
        Path world = Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT.replace("70 days", "21 days"));
        List<String> command = new ArrayList<>(List.of("run", world.toString(), "--threads=1", "--out=" + out));
        command.addAll(List.of(options));
        Cli cli = Cli.run(command.toArray(String[]::new));
        if (cli.exitCode() != 0) {
            throw new IllegalStateException(cli.err());
        }
        // Nobody reads it back, and it is larger than all the rest.
        if (Files.deleteIfExists(out.resolve(Report.FILE))) {
            relist(out, entry -> Stream.of(entry).filter(each -> !each.file().equals(Report.FILE)));
        }
    }

    /** A folder of a finished run and one of a finished shard, whose files are the seeds. */
    List<Path> finished() {
        return List.of(whole, shard);
    }

    void manifest(byte[] bytes) throws IOException {
        restore(shard);
        Files.write(tried.resolve(Manifest.FILE), bytes);
        Refusals.done(() -> {
            Manifest read = Manifest.read(tried);
            read.write(tried);
            Refusals.same(Manifest.read(tried), read);
        });
        Refusals.command(Cli.runStopped("resume", tried.toString()));
        Refusals.command(Cli.runStopped("merge", tried.toString(), "--out=" + page));
        Refusals.command(Cli.run("compare", tried.toString(), shard.toString()));
    }

    void journal(byte[] bytes) throws IOException {
        restore(shard);
        String work = Manifest.read(tried).experimentHash() + " shard 1/2\n";
        Files.delete(tried.resolve(Manifest.FILE));
        Files.writeString(tried.resolve(MARKER), work + String.join("\n", names(tried)) + "\n");
        boolean marker = bytes.length >= HASH_LENGTH && work.startsWith(new String(bytes, 0, HASH_LENGTH, ISO_8859_1));
        Files.write(tried.resolve(marker ? MARKER : JOURNAL), marker ? bytes : reframed(bytes));
        Refusals.done(() -> JournalHead.of(tried));
        Refusals.done(() -> RunProgress.of(tried, experiment));
        Refusals.done(() -> {
            ShardFolder folder = ShardFolder.open(tried);
            for (int unit = 0; unit < 3; unit++) {
                folder.unit(unit);
            }
        });
        Refusals.command(Cli.runStopped("resume", tried.toString()));
    }

    /** The same with sums that fit, which no mutation would find. */
    private static byte[] reframed(byte[] bytes) {
        ByteBuffer all = ByteBuffer.wrap(bytes.clone());
        while (all.remaining() >= 2 * Integer.BYTES) {
            int length = all.getInt(all.position());
            if (length < 0 || length > all.remaining() - 2 * Integer.BYTES) {
                break;
            }
            CRC32C crc = new CRC32C();
            crc.update(all.slice(all.position(), Integer.BYTES + length));
            all.position(all.position() + Integer.BYTES + length);
            all.putInt((int) crc.getValue());
        }
        return all.array();
    }

    /** The table is the one whose header it begins with. */
    void table(byte[] bytes) throws IOException {
        restore(whole);
        String text = new String(bytes, ISO_8859_1);
        String end = text.startsWith("PAR1") ? ".parquet" : text.startsWith("\u001f\u008b") ? ".csv.gz" : ".csv";
        String name = end.equals(".csv") ? named(text.lines().findFirst().orElse("")) : "outcomes";
        Files.deleteIfExists(tried.resolve(name + ".csv"));
        Files.write(tried.resolve(name + end), bytes);
        String sha256 = Hashes.sha256(bytes);
        relist(
                tried,
                entry -> Stream.of(
                        entry.file().equals(name + ".csv") ? new FileEntry(name + end, entry.rows(), sha256) : entry));
        Refusals.done(() -> RunProgress.of(tried, experiment));
        Refusals.done(() -> OutcomeRow.in(tried, new UnitKey(0, "free", 1)));
        Refusals.done(() -> Report.of(tried, experiment).html());
        Refusals.command(Cli.run("compare", tried.toString(), whole.toString()));
    }

    private String named(String header) throws IOException {
        for (String name : names(whole)) {
            if (name.endsWith(".csv")) {
                try (Stream<String> lines = Files.lines(whole.resolve(name))) {
                    if (lines.findFirst().orElse("").equals(header)) {
                        return name.substring(0, name.length() - ".csv".length());
                    }
                }
            }
        }
        return "outcomes";
    }

    /** Writes a manifest whose files are others. */
    private static void relist(Path folder, Function<FileEntry, Stream<FileEntry>> others) {
        Manifest listed = Manifest.read(folder);
        new Manifest(
                        listed.program(),
                        listed.version(),
                        listed.commit(),
                        listed.jvm(),
                        listed.os(),
                        listed.commandLine(),
                        listed.scenarioHash(),
                        listed.experimentHash(),
                        listed.shard(),
                        listed.extensions(),
                        listed.masterSeed(),
                        listed.points(),
                        listed.replications(),
                        listed.failedReplications(),
                        listed.started(),
                        listed.finished(),
                        listed.stressDes(),
                        listed.files().stream().flatMap(others).toList())
                .write(folder);
    }

    private void restore(Path from) throws IOException {
        Files.createDirectories(tried);
        for (String name : names(tried)) {
            Files.delete(tried.resolve(name));
        }
        for (String name : names(from)) {
            Files.copy(from.resolve(name), tried.resolve(name));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
