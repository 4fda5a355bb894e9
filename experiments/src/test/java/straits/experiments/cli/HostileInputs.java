package straits.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import straits.experiments.TwoRules;

/** Bad input of every kind, each as a command in a folder of its own. */
public final class HostileInputs {

    /** One thing to try. */
    public record Try(String kind, String what, List<String> command) {}

    private static final String SCHEDULE = "pricing: {policy: schedule, schedule: prices.csv}";
    private static final String UTILISATION = "pricing: {policy: utilisation, sensitivity: 0.1}";
    private static final String ARRIVALS = "arrivals: {rate: 0.5 per hour, day_peak_over_mean: 1.5}";

    private final Path home;
    private final List<Try> tries = new ArrayList<>();

    public HostileInputs(Path home) {
        this.home = home;
    }

    /** All of them, in the order of the list in the documentation. */
    public List<Try> all() {
        numbers();
        yaml();
        bytes();
        names();
        schedules();
        traces();
        paths();
        options();
        return tries;
    }

    private void numbers() {
        String kind = "Numbers";
        for (String horizon : List.of(
                "NaN h",
                ".inf h",
                "-1 days",
                "0 days",
                "1e400 h",
                "4.9e-324 s",
                "1e12 h",
                "70",
                "70 dys",
                "1_000 h",
                "0x46 days",
                "12,5 days",
                "70 days 3 h",
                "\"70\"",
                "[70 days]")) {
            change(kind, "horizon: 70 days", "horizon: " + horizon);
        }
        for (String replications : List.of("0", "-1", "2147483648", "3.5", "1e2", "\"3\"")) {
            change(kind, "replications: 3", "replications: " + replications);
        }
        change(kind, "installed: 200 GPUs", "installed: 2147483648 GPUs");
        change(kind, "installed: 200 GPUs", "installed: 0.5 GPUs");
        change(kind, "installed: 200 GPUs", "installed: -1 GPUs");
        change(kind, "on_demand: 2 USD per GPU-hour", "on_demand: 9223372036854775807 USD per GPU-hour");
        change(kind, "on_demand: 2 USD per GPU-hour", "on_demand: 2 USD");
        change(kind, "budget: 3 million USD", "budget: 1e30 USD");
        change(kind, "value: 1 H100e, probability: 0.5", "value: 1 H100e, probability: 1.0000001");
        change(kind, "value: 1 H100e, probability: 0.5", "value: 1 H100e, probability: 0.4");
        change(kind, "ln_sigma: 0.3", "ln_sigma: 50");
        change(kind, "mean: 30 h", "mean: 30 per hour");
        change(kind, "{rate: 0.5 per hour,", "{rate: 1e300 per hour,");
        change(kind, "{rate: 0.5 per hour,", "{rate: -0.0 per hour,");
        change(kind, "{exponential: {mean: 30 h}}", "{pareto: {shape: 0.9, scale: 1 h}}");
        change(kind, "{exponential: {mean: 30 h}}", "{pareto: {shape: 1.5, scale: 1 h}}");
        change(kind, "{exponential: {mean: 30 h}}", "0 h");
        change(kind, "{low: -2 days, mode: 0 days, high: 9 days}", "{low: 9 days, mode: 0 days, high: -2 days}");
        change(kind, "horizon: 70 days", "horizon: 70 days\nwarm_up: 70 days");
    }

    private void yaml() {
        String kind = "YAML";
        change(kind, "horizon: 70 days", "horizont: 70 days");
        change(kind, "horizon: 70 days", "horizon: 70 days\nhorizon: 70 days");
        change(kind, "  gulf:\n    home: AE", "  east:\n    home: AE");
        change(kind, "site: johor, chip: h100, installed", "site: johore, chip: h100, installed");
        change(kind, "horizon: 70 days", "horizon: &h 70 days");
        change(kind, "horizon: 70 days", "horizon: *h");
        change(kind, "horizon: 70 days", "horizon: 70 days\n<<: {warm_up: 0 h}");
        change(
                kind,
                "horizon: 70 days",
                "horizon: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x/\"]]");
        change(kind, "horizon: 70 days", "horizon:\n\t70 days");
        change(kind, "horizon: 70 days", "horizon: 70 days\n---\na: b");
        change(kind, "{iso: MY,", "{iso: no,");
        change(kind, "2025-01-15", "2025-02-30");
        change(kind, "2025-01-15", "15.1.2025");
        text(kind, "an empty file", "");
        text(kind, "a comment only", "# nothing");
        text(kind, "a list", "[a, b]");
        text(kind, "30 aliases, each of nine of the one before", bomb());
        text(kind, "100,000 open brackets", "horizon: " + "[".repeat(100_000));
        text(kind, "100,000 open braces", "{a: ".repeat(100_000));
        text(kind, "a number of a million digits", TwoRules.TEXT.replace("70 days", "7".repeat(1_000_000) + " days"));
        text(kind, "a key of a thousand letters", TwoRules.TEXT.replace("horizon:", "h".repeat(1_000) + ":"));
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 x\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + " , ").repeat(9) + "x"));
        }
        return bomb.toString();
    }

    private void bytes() {
        String kind = "Bytes and files";
        file(kind, "a byte order mark and line ends of Windows", utf8("\uFEFF" + TwoRules.TEXT.replace("\n", "\r\n")));
        file(kind, "a NUL", utf8(TwoRules.TEXT.replace("tests", "te\0sts")));
        file(kind, "an escape character", utf8(TwoRules.TEXT.replace("tests", "te\u001b[2Jsts")));
        file(kind, "ISO-8859-1", TwoRules.TEXT.replace("small market", "größer").getBytes(StandardCharsets.ISO_8859_1));
        file(kind, "half a surrogate", utf8(TwoRules.TEXT.replace("seed: tests", "seed: \"\\uD83D\"")));
        file(kind, "more than 100 MB", new byte[100_000_001]);
        add(kind, "a folder in place of a file", "validate", home.toString());
        add(kind, "no such file", "validate", home.resolve("none.yaml").toString());
        add(kind, "an endless file", "validate", "/dev/zero");
    }

    private void names() {
        String kind = "Names";
        for (String name : List.of(
                "\"=cmd|' /C calc'!A0\"",
                "\"+1\"",
                "\"@sum\"",
                "\"<script>alert(1)</script>\"",
                "\"../../etc/passwd\"",
                "\"$(touch x)\"",
                "\"a b\"",
                "\"a\\nb\"",
                "\"\\u202Egnp\"",
                "\"аbc\"",
                "\"\"",
                "East")) {
            change(kind, "  east:\n    home", "  " + name + ":\n    home");
        }
        change(kind, "title: A small market with and without licences", "title: \"=1+1 <script>alert(1)</script>\"");
        change(kind, "regimes: [free, licences]", "regimes: [free, ../../etc/passwd]");
        change(kind, "name: two-rules", "name: ../two-rules");
    }

    private void schedules() {
        String kind = "Schedules (CSV)";
        change(kind, UTILISATION, "pricing: {policy: schedule, schedule: none.csv}");
        change(kind, UTILISATION, "pricing: {policy: schedule, schedule: /etc/passwd}");
        change(kind, UTILISATION, "pricing: {policy: schedule, schedule: ../prices.csv}");
        for (String csv : List.of(
                "",
                "chip,from,price\n",
                "chip,from,price\nh100,2025-01-01,2 USD per GPU-hour\n",
                "chip,from,price_usd_per_gpu_hour\nh100,2025-01-01,NaN\n",
                "chip,from,price_usd_per_gpu_hour\nh100,2025-01-01,1e400\n",
                "chip,from,price_usd_per_gpu_hour\nh100,2025-01-01,\"1,5\"\n",
                "chip,from,price_usd_per_gpu_hour\nh100,2025-01-01,-2\n",
                "chip,from,price_usd_per_gpu_hour\nh100,2025-01-01,2\nh100,2024-01-01,2\n",
                "chip,from,price_usd_per_gpu_hour\nh100,2025-01-01,=1+1\n",
                "chip,from,price_usd_per_gpu_hour\nh100,2025-13-01,2\n",
                "chip,from,price_usd_per_gpu_hour\nh200,2025-01-01,2\n",
                "chip,from,price_usd_per_gpu_hour\nh100,2025-01-01\n",
                "chip,from,price_usd_per_gpu_hour\nh100,2025-01-01,\"2\n",
                "chip,from,price_usd_per_gpu_hour\nh100,2025-01-01,2\0\n")) {
            table(kind, UTILISATION, SCHEDULE, "prices.csv", csv);
        }
    }

    private void traces() {
        String kind = "Traces (CSV)";
        for (String csv : List.of(
                "",
                "arrival_hours,gpus\n1,1\n",
                "arrival_hours,gpus,hours\n",
                "arrival_hours,gpus,hours\n2,1,1\n1,1,1\n",
                "arrival_hours,gpus,hours\n-1,1,1\n",
                "arrival_hours,gpus,hours\n1,0,1\n",
                "arrival_hours,gpus,hours\n1,1.5,1\n",
                "arrival_hours,gpus,hours\n1,2147483648,1\n",
                "arrival_hours,gpus,hours\n1,1,-1\n",
                "arrival_hours,gpus,hours\n1e300,1,1\n",
                "arrival_hours,gpus,hours\n=1+1,1,1\n",
                "arrival_hours,gpus,hours\nInfinity,1,1\n")) {
            table(kind, ARRIVALS, "trace: {rows: requests.csv}", "requests.csv", csv);
        }
    }

    private void paths() {
        String kind = "Paths of results";
        String world = write("world.yaml", utf8(TwoRules.TEXT));
        String file = write("file", utf8("mine"));
        write("full/mine.txt", utf8("mine"));
        write("other/manifest.json", utf8("{\"program\": \"other\"}"));
        write("cut/manifest.json", utf8("{\"program\": \"stra"));
        out(kind, "a file", world, file);
        out(kind, "below a file", world, file + "/a");
        out(kind, "a folder with files of others", world, home.resolve("full").toString());
        out(kind, "a manifest of something else", world, home.resolve("other").toString());
        out(kind, "half a manifest", world, home.resolve("cut").toString());
        out(kind, "a name of 300 letters", world, home.resolve("n".repeat(300)).toString());
        out(kind, "a NUL in the name", world, home + "/a\0b");
        out(kind, "a device", world, "/dev/full");
        add(
                kind,
                "resume a folder that is not there",
                "resume",
                home.resolve("gone").toString());
        add(kind, "resume a folder of others", "resume", home.resolve("full").toString());
        add(
                kind,
                "compare with half a manifest",
                "compare",
                home.resolve("cut").toString(),
                home.resolve("cut").toString());
    }

    private void options() {
        String kind = "Options";
        String world = home.resolve("world.yaml").toString();
        for (List<String> options : List.of(
                List.of("--threads", "0"),
                List.of("--threads", "many"),
                List.of("--replications", "-1"),
                List.of("--replications", "99999999999"),
                List.of("--set", "horizon"),
                List.of("--set", "=1"),
                List.of("--set", "horizont=1 h"),
                List.of("--set", "horizon=*x"),
                List.of("--set", "horizon=!!java.net.URL x"),
                List.of("--set", "providers..home=MY"),
                List.of("--set", "providers.east.fleet[9].installed=1 GPUs"),
                List.of("--regime", "nowhere"),
                List.of("--regime", "../../etc/passwd"),
                List.of("--shard", "0/3"),
                List.of("--shard", "4/3"),
                List.of("--format", "xls"),
                List.of("--warm-up", "soon"),
                List.of("--frobnicate"))) {
            List<String> command = new ArrayList<>(List.of("run", world));
            command.addAll(options);
            tries.add(new Try(kind, String.join(" ", options), command));
        }
    }

    private void out(String kind, String what, String world, String folder) {
        add(kind, "--out: " + what, "run", world, "--replications", "1", "--out", folder);
    }

    private void add(String kind, String what, String... command) {
        tries.add(new Try(kind, what, List.of(command)));
    }

    private void change(String kind, String part, String replacement) {
        if (!TwoRules.TEXT.contains(part)) {
            throw new IllegalArgumentException("not in the world: " + part);
        }
        text(kind, replacement, TwoRules.TEXT.replace(part, replacement));
    }

    private void table(String kind, String part, String replacement, String name, String csv) {
        int number = tries.size();
        write(number + "/" + name, utf8(csv));
        String world = write(number + "/world.yaml", utf8(TwoRules.TEXT.replace(part, replacement)));
        add(kind, csv.isEmpty() ? "an empty file" : csv, "validate", world);
    }

    private void text(String kind, String what, String text) {
        file(kind, what, utf8(text));
    }

    private void file(String kind, String what, byte[] bytes) {
        add(kind, what, "validate", write(tries.size() + "/world.yaml", bytes));
    }

    private String write(String name, byte[] bytes) {
        try {
            Path file = home.resolve(name);
            Files.createDirectories(file.resolveSibling(""));
            return Files.write(file, bytes).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
