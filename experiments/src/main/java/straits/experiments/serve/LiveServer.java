package straits.experiments.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import straits.experiments.design.Experiment;

/**
 * Shows a folder of results on a page of this machine, for this machine only: it listens on the loopback address, and answers nobody
 * who asks for it by another name, so that no page of the network can have it read through a name that it controls (DNS
 * rebinding). It reads and never writes; the page loads nothing from elsewhere.
 */
public final class LiveServer implements Closeable {

    private static final int THREADS = 2;
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final String FILES = "/files/";
    private static final String OWN_PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    /** A file of the folder may be a page with scripts of its own: it runs as nobody's, and reaches nothing. */
    private static final String ANY_FILE =
            "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                    + " sandbox allow-scripts allow-downloads allow-modals";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, LiveServer::worker);
    private final LivePage page;
    private final Set<String> names;

    private LiveServer(HttpServer server, LivePage page) {
        this.server = server;
        this.page = page;
        int port = server.getAddress().getPort();
        names = Set.of("127.0.0.1:" + port, "localhost:" + port);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Starts to show a folder.
     *
     * @param experiment what is run there
     * @param port where to listen; 0 for any port that is free
     * @param clock tells how long ago something was written
     * @throws UncheckedIOException if the port is taken
     */
    public static LiveServer start(Path folder, Experiment experiment, int port, InstantSource clock) {
        LivePage page = new LivePage(new LiveFolder(folder, experiment, clock));
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            return new LiveServer(HttpServer.create(new InetSocketAddress(loopback, port), 0), page);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port + " of this machine: " + e.getMessage(), e);
        }
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "page");
        thread.setDaemon(true);
        return thread;
    }

    /** Where the page is. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<String> hosts = exchange.getRequestHeaders().getOrDefault("Host", List.of());
            String method = exchange.getRequestMethod();
            if (hosts.size() != 1 || !names.contains(hosts.get(0))) {
                send(exchange, FORBIDDEN, "text/plain", "ask for " + address() + " by that name\n");
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, NOT_ALLOWED, "text/plain", "this page is only read\n");
            } else {
                answer(exchange, exchange.getRequestURI().getPath());
            }
        }
    }

    private void answer(HttpExchange exchange, @Nullable String path) throws IOException {
        if (path == null) {
            send(exchange, NOT_FOUND, "text/plain", "no such page\n");
            return;
        }
        switch (path) {
            case "/" -> send(exchange, OK, "text/html", resource("page.html").replace("<!-- now -->", page.text()));
            case "/now" -> send(exchange, OK, "text/html", page.text());
            case "/page.js" -> send(exchange, OK, "text/javascript", resource("page.js"));
            case "/page.css" -> send(exchange, OK, "text/css", resource("page.css"));
            default -> {
                Path file = path.startsWith(FILES) ? page.file(path.substring(FILES.length())) : null;
                if (file == null) {
                    send(exchange, NOT_FOUND, "text/plain", "no such page\n");
                } else {
                    send(exchange, file);
                }
            }
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = LiveServer.class.getResourceAsStream("/serve/" + name)) {
            if (in == null) {
                throw new IOException("the program is not whole: /serve/" + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head(exchange, status, type + "; charset=utf-8", OWN_PAGE, bytes.length);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void send(HttpExchange exchange, Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        head(exchange, OK, type(name), ANY_FILE, Files.size(file));
        if (!exchange.getRequestMethod().equals("HEAD")) {
            try (OutputStream body = exchange.getResponseBody()) {
                Files.copy(file, body);
            }
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "csv" -> "text/csv; charset=utf-8";
            case "json" -> "application/json";
            case "yaml", "txt" -> "text/plain; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            default -> "application/octet-stream";
        };
    }

    private static void head(HttpExchange exchange, int status, String type, String policy, long length)
            throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Long.toString(length));
        }
        exchange.sendResponseHeaders(status, exchange.getRequestMethod().equals("HEAD") || length == 0 ? -1 : length);
    }

    /** Ends it at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
