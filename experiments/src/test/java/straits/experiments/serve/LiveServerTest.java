package straits.experiments.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.engine.LadderQueue;
import straits.experiments.TwoRules;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.MonteCarlo;
import straits.experiments.montecarlo.RunWatcher;
import straits.experiments.montecarlo.Shard;
import straits.experiments.montecarlo.StopSignal;
import straits.experiments.output.FileEntry;
import straits.experiments.output.Hashes;
import straits.experiments.output.Manifest;
import straits.experiments.output.ResultFiles;
import straits.experiments.output.RunFolder;
import straits.experiments.output.TableFormat;
import straits.experiments.output.UnitForm;
import straits.experiments.output.UnitText;

final class LiveServerTest {

    private final Experiment experiment = TwoRules.experiment();
    private final String hash = Hashes.sha256(experiment.identity());

    @TempDir
    Path folder;

    private volatile Instant now = Instant.now().plusSeconds(7200);
    private LiveServer server;

    @BeforeEach
    void listen() {
        server = LiveServer.start(folder, experiment, 0, () -> now);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** An answer as it came over the line. */
    private record Answer(String status, Map<String, String> head, String body) {}

    private Answer ask(String method, String path, String... hosts) throws IOException {
        int port = URI.create(server.address()).getPort();
        List<String> lines = Stream.concat(
                        Stream.of(method + " " + path + " HTTP/1.1", "Connection: close"),
                        Stream.of(hosts).map(host -> "Host: " + host.replace("PORT", Integer.toString(port))))
                .toList();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = String.join("\r\n", lines) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String status = in.readLine();
            Map<String, String> head = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
            }
            return new Answer(status.split(" ", -1)[1], head, in.lines().collect(Collectors.joining("\n")));
        }
    }

    /** Long enough after the last time that the folder is looked at again. */
    private Answer get(String path) throws IOException {
        now = now.plusSeconds(2);
        return ask("GET", path, "127.0.0.1:PORT");
    }

    /** Runs so many units into the folder, and ends the run if that was all. */
    private void run(int units) {
        try (RunFolder place = RunFolder.open(folder, hash, Shard.WHOLE)) {
            place.begin();
            try (ResultFiles files =
                    new ResultFiles(place, experiment, TableFormat.CSV, "", Instant.EPOCH, System::nanoTime)) {
                StopSignal stop = new StopSignal();
                new MonteCarlo(experiment, LadderQueue::new)
                        .run(
                                1,
                                Shard.WHOLE,
                                files.results(),
                                UnitForm::text,
                                unit -> add(unit, units, files, stop),
                                RunWatcher.<UnitText>nobody(),
                                stop);
                files.force();
                if (units == 6) {
                    place.complete(manifest(files.finish()));
                }
            }
        }
    }

    private static void add(UnitText unit, int units, ResultFiles files, StopSignal stop) {
        if (files.results().size() < units) {
            files.accept(unit);
        }
        if (files.results().size() == units) {
            stop.request();
        }
    }

    private Manifest manifest(List<FileEntry> files) {
        return new Manifest(
                "straits",
                "test",
                "",
                "jvm",
                "os",
                List.of(),
                hash,
                hash,
                "1/1",
                List.of(),
                "tests",
                2,
                6,
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                Map.of(),
                files);
    }

    @Test
    void showsARunFromItsBeginningToItsEnd() throws IOException {
        assertThat(get("/now").body()).contains("0 of 6 runs.", "None has ended yet");

        run(4);
        String half = get("/now").body();
        assertThat(half)
                .contains("4 of 6 runs", "<td>3/3</td>", "<td>1/3</td>", "how the estimates settle", "so far")
                .contains("The last one was written 2 h ago")
                .doesNotContain("<h2>Files</h2>");

        run(6);
        String whole = get("/now").body();
        assertThat(whole)
                .contains("Finished: 6 runs", "<a href=\"files/summary.csv\">summary.csv</a>")
                .doesNotContain("so far", "how the estimates settle");
        String before =
                half.lines().filter(line -> line.contains("3/3")).findFirst().orElseThrow();
        assertThat(whole).as("the first point was done").contains(before);
    }

    @Test
    void changesNothingInTheFolder() throws IOException {
        run(4);
        Map<String, String> before = hashes();
        get("/");
        get("/now");
        get("/files/outcomes.csv");
        assertThat(hashes()).isEqualTo(before);
        run(6);
        assertThat(folder.resolve("manifest.json")).exists();
    }

    private Map<String, String> hashes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toMap(Path::toString, Hashes::sha256));
        }
    }

    @Test
    void answersNobodyWhoCallsItByAnotherName() throws IOException {
        assertThat(get("/").status()).isEqualTo("200");
        assertThat(ask("GET", "/", "localhost:PORT").status()).isEqualTo("200");
        for (String host : List.of("evil.example", "evil.example:PORT", "127.0.0.1", "127.0.0.1:1", "0.0.0.0:PORT")) {
            Answer answer = ask("GET", "/now", host);
            assertThat(answer.status()).as(host).isEqualTo("403");
            assertThat(answer.body()).doesNotContain("runs");
        }
        assertThat(ask("GET", "/now").status()).isIn("400", "403");
        assertThat(ask("GET", "/now", "127.0.0.1:PORT", "evil.example").status())
                .isIn("400", "403");
    }

    @Test
    void isOnlyRead() throws IOException {
        for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS")) {
            Answer answer = ask(method, "/now", "127.0.0.1:PORT");
            assertThat(answer.status()).isEqualTo("405");
            assertThat(answer.head()).containsEntry("Allow", "GET, HEAD");
        }
        Answer head = ask("HEAD", "/", "127.0.0.1:PORT");
        assertThat(head.status()).isEqualTo("200");
        assertThat(head.body()).isEmpty();
    }

    @Test
    void givesTheFilesOfTheManifestAndNoOthers() throws IOException {
        run(6);
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        Answer summary = get("/files/summary.csv");
        assertThat(summary.status()).isEqualTo("200");
        assertThat(summary.body() + "\n").isEqualTo(Files.readString(folder.resolve("summary.csv")));
        assertThat(summary.head().get("Content-Security-Policy")).contains("sandbox", "default-src 'none'");
        for (String path : List.of(
                "/files/thesis.txt",
                "/files/manifest.json",
                "/files/../" + folder.getFileName() + "/summary.csv",
                "/files/%2e%2e/" + folder.getFileName() + "/summary.csv",
                "/files//etc/passwd",
                "/files/",
                "/serve/page.html",
                "/elsewhere")) {
            assertThat(get(path).status()).as(path).isEqualTo("404");
        }
    }

    @Test
    void aListedFileThatIsALinkIsNotGiven() throws IOException {
        run(6);
        Path secret = Files.writeString(folder.resolve("secret"), "mine");
        Files.delete(folder.resolve("summary.csv"));
        Files.createSymbolicLink(folder.resolve("summary.csv"), secret);
        assertThat(get("/files/summary.csv").status()).isEqualTo("404");
    }

    @Test
    void loadsNothingFromElsewhere() throws IOException {
        run(4);
        Answer page = get("/");
        assertThat(page.head().get("Content-Security-Policy"))
                .contains("default-src 'none'", "connect-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        String all = page.body() + get("/page.js").body() + get("/page.css").body();
        assertThat(all.replace("http://www.w3.org/2000/svg", "")).doesNotContain("://", "style=\"", "onclick");
    }

    @Test
    void aBrokenJournalIsToldOnThePage() throws IOException {
        run(4);
        Files.delete(folder.resolve("units.journal"));
        Files.writeString(folder.resolve("manifest.json"), "{}");
        Files.delete(folder.resolve("outcomes.csv"));
        assertThat(get("/now").body()).contains("role=\"alert\"", "outcomes.csv");
    }
}
