package straits.experiments.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import straits.engine.LadderQueue;
import straits.experiments.api.Study;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.MonteCarlo;
import straits.experiments.montecarlo.Shard;
import straits.experiments.montecarlo.UnitCodec;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.montecarlo.UnitResult;
import straits.experiments.output.Contrasts;
import straits.experiments.output.FillSurface;
import straits.experiments.output.Hashes;
import straits.experiments.output.ResultFiles;
import straits.experiments.output.RunFolder;
import straits.experiments.output.Summary;
import straits.experiments.output.TableFormat;
import straits.experiments.output.UnitForm;
import straits.experiments.output.UnitText;

/**
 * What a unit of {@code seven-billion} costs beside its simulation, for {@code experiments/docs/past-one-machine.md}: one is run, then sent,
 * written and kept many times; times are of the processor. Asked for by {@code -Dstraits.measure=yes}; the figures are printed and in {@code target/costs.txt}.
 */
@EnabledIfSystemProperty(named = "straits.measure", matches = "yes")
final class CostsTest {

    private static final int WRITTEN = 2_000;
    private static final int KEPT = 100_000;
    private static final double NANOS_PER_MILLI = 1e6;

    @TempDir
    Path folder;

    private final StringBuilder figures = new StringBuilder();
    private final Experiment experiment = Study.of("seven-billion").experiment();

    private void say(String form, Object... values) {
        figures.append(String.format(Locale.ROOT, form + "%n", values));
    }

    @Test
    void costsOfAUnit() throws IOException {
        MonteCarlo runs = new MonteCarlo(experiment, LadderQueue::new);
        UnitResult rows = runs.run(new UnitKey(0, experiment.points().get(0).regime(), 0), result -> result);
        UnitText unit = UnitForm.text(rows);
        say("rows of a unit: %,d bytes", unit.bytes());
        byte[] sent = send(rows);
        write(sent);
        keep(unit.result());
        Files.writeString(Path.of("target/costs.txt"), figures);
        assertThat(figures.toString().lines()).hasSize(7);
    }

    /** Of this thread, so that others on the machine matter little. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private byte[] send(UnitResult rows) {
        byte[] bytes = {};
        long start = 0;
        for (int unit = -20; unit < 50; unit++) {
            start = unit == 0 ? cpuNanos() : start;
            bytes = UnitBytes.of(Stream.of(UnitForm.text(rows)));
        }
        say("sent: %,d bytes", bytes.length);
        say("executor, rows to bytes: %.2f ms", (cpuNanos() - start) / NANOS_PER_MILLI / 50);
        return bytes;
    }

    private void write(byte[] sent) throws IOException {
        try (RunFolder to = RunFolder.open(folder, Hashes.sha256(experiment.identity()), Shard.WHOLE)) {
            to.begin();
            try (ResultFiles files =
                    new ResultFiles(to, experiment, TableFormat.CSV, "", Instant.EPOCH, System::nanoTime)) {
                long start = cpuNanos();
                for (int unit = 0; unit < WRITTEN; unit++) {
                    UnitBytes.read(sent, files);
                }
                files.force();
                say("driver, bytes to tables and journal: %.2f ms", (cpuNanos() - start) / NANOS_PER_MILLI / WRITTEN);
                assertThat(files.results()).hasSize(WRITTEN);
            }
        }
        say("journal: %,d bytes", Files.size(folder.resolve("units.journal")) / WRITTEN);
    }

    private void keep(UnitResult result) throws IOException {
        double before = used();
        List<UnitResult> kept = new ArrayList<>();
        int regimes = experiment.points().size();
        for (int unit = 0; unit < KEPT; unit++) {
            UnitResult copy = copy(result);
            int point = unit % regimes;
            UnitKey key = new UnitKey(point, experiment.points().get(point).regime(), unit / regimes);
            UnitResult next = new UnitResult(
                    key,
                    copy.status(),
                    copy.stopReason(),
                    copy.answers(),
                    copy.fill(),
                    copy.rows(),
                    copy.fingerprints(),
                    copy.lastEvents());
            kept.add(kept.isEmpty() ? next : next.sharing(kept.get(kept.size() - 1)));
        }
        say("driver, kept: %,.0f bytes", (used() - before) / KEPT);
        long start = cpuNanos();
        int rows = Summary.rows(kept).size()
                + Contrasts.rows(kept, experiment.references()).size()
                + FillSurface.rows(
                                experiment.scenario().question(),
                                kept,
                                point -> experiment.points().get(point).budgetRule())
                        .size();
        assertThat(rows).isPositive();
        say("driver, tables over %,d units: %.3f ms", KEPT, (cpuNanos() - start) / NANOS_PER_MILLI / KEPT);
    }

    private static UnitResult copy(UnitResult result) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new UnitCodec(null).write(result, new DataOutputStream(bytes));
        return new UnitCodec(null).read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }

    private static double used() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
