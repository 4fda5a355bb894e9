package straits.experiments.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window and without a network. */
final class Browser implements AutoCloseable {

    private final ChromeDriver driver;

    Browser(Path downloads) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getProperty("straits.chromium", "/usr/bin/chromium"));
        // The last two leave it no way to anything but files: no name resolves, and the proxy is a closed port.
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--proxy-server=127.0.0.1:9");
        options.setExperimentalOption("prefs", Map.of("download.default_directory", downloads.toString()));
        options.setCapability("goog:loggingPrefs", logs);
        String path = System.getProperty("straits.chromedriver", "/usr/bin/chromedriver");
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(Path.of(path).toFile())
                        .build(),
                options);
    }

    /** Opens a file as a double click would, at a width, in light or dark. */
    void open(Path page, int width, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        media("", dark);
        driver.get(page.toUri().toString());
    }

    /** Shows the page as on a medium: print, or empty for a screen. */
    void media(String medium, boolean dark) {
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", medium, "features", List.of(scheme)));
    }

    /** What a script returns. */
    Object eval(String script) {
        Object result = driver.executeScript("return " + script);
        return result == null ? "" : result;
    }

    /** What the console says, warnings and errors. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** A picture of the part of the page from the top. */
    void picture(Path file, int width, int height) throws IOException {
        Map<String, Object> clip = Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1);
        picture(file, clip);
    }

    /** A picture of an element. */
    void picture(Path file, String selector) throws IOException {
        Object box = eval("(r => ({x: r.x + scrollX - 12, y: r.y + scrollY - 12, width: r.width + 24, height: r.height + 24, scale: 1}))"
                + "(document.querySelector('" + selector + "').getBoundingClientRect())");
        picture(file, box);
    }

    private void picture(Path file, Object clip) throws IOException {
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
        Files.write(file, Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
    }

    /** The page as it would be printed. */
    byte[] pdf() {
        return Base64.getDecoder()
                .decode(String.valueOf(
                        driver.executeCdpCommand("Page.printToPDF", Map.of()).get("data")));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
