package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.engine.LadderQueue;
import straits.experiments.TwoRules;
import straits.experiments.api.Inputs;
import straits.experiments.api.Study;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.MonteCarlo;
import straits.experiments.montecarlo.RunWatcher;
import straits.experiments.montecarlo.StopSignal;
import straits.experiments.montecarlo.UnitCodec;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.output.UnitForm;
import straits.experiments.output.UnitText;

/** Replications run by a place that does what a cluster does, in this process: the experiment from its texts, units as bytes. */
final class ElsewhereTest {

    private static final String ROUNDS = "experiment: 1\nname: rounds\nscenario: world.yaml\nreplications:\n"
            + "  {sequential: {answer: market_mean_h100e, relative_half_width: 3 %, min: 3, max: 12, step: 3}}\n";

    @TempDir
    Path folder;

    private String world = "";
    private String err = "";

    @BeforeEach
    void writeTheWorld() throws IOException {
        world = Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT).toString();
    }

    private static boolean far(
            Experiment experiment,
            Iterator<UnitKey> units,
            Consumer<UnitText> sink,
            RunWatcher<? super UnitText> watcher,
            StopSignal stop) {
        Experiment there =
                Inputs.effective(experiment.text(), experiment.planText()).orThrow();
        assertThat(there.identity()).isEqualTo(experiment.identity());
        MonteCarlo runs = new MonteCarlo(there, LadderQueue::new);
        while (units.hasNext() && !stop.isRequested()) {
            UnitText unit = sent(runs.run(units.next(), UnitForm::text));
            watcher.finished(unit);
            sink.accept(unit);
        }
        return !stop.isRequested();
    }

    private static UnitText sent(UnitText unit) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            unit.write(new UnitCodec(null), new DataOutputStream(bytes));
            return UnitText.read(
                    new UnitCodec(null), new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(StopSignal stop, String... args) {
        StringWriter said = new StringWriter();
        int exitCode = StraitsCommand.run(
                ElsewhereTest::far, stop, new PrintWriter(said), new PrintWriter(said), List.of(args));
        err = said.toString();
        return exitCode;
    }

    private void leavesTheBytesOfThisMachine(String input) {
        String far = folder.resolve("far").toString();
        String near = folder.resolve("near").toString();
        assertThat(run(new StopSignal(), input, "--out", far)).as(err).isZero();
        Cli cli = Cli.run("run", input, "--out", near);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(Folders.hashes(Path.of(far))).isEqualTo(Folders.hashes(Path.of(near)));
    }

    @Test
    void leavesTheSameBytes() {
        leavesTheBytesOfThisMachine(world);
    }

    @Test
    void runsRoundsWhereReplicationsAreOpen() throws IOException {
        leavesTheBytesOfThisMachine(
                Files.writeString(folder.resolve("rounds.yaml"), ROUNDS).toString());
    }

    @Test
    void stopsAndGoesOn() {
        StopSignal stop = new StopSignal();
        stop.request();
        assertThat(run(stop, world, "--out", folder.resolve("far").toString())).isEqualTo(5);
        leavesTheBytesOfThisMachine(world);
    }

    @Test
    void refusesWhatIsForOneMachine() {
        assertThat(run(new StopSignal(), world, "--threads=2", "--dry-run")).isEqualTo(2);
        assertThat(err).contains("--threads, --dry-run: for one machine, not for a cluster");
    }

    @Test
    void studiesGiveTheSameNumbers() {
        Study study = Study.of(world);
        assertThat(study.run(ElsewhereTest::far).summary())
                .isEqualTo(study.run(2).summary());
    }

    @Test
    void aReplicationThatFailsIsAResult() {
        List<String> statuses = new ArrayList<>();
        String reason = new MonteCarlo(TwoRules.experiment(), LadderQueue::new)
                .run(new UnitKey(0, "free", 0), result -> {
                    statuses.add(result.status());
                    if (result.ok()) {
                        throw new IllegalStateException("no room");
                    }
                    return result.stopReason();
                });
        assertThat(statuses).containsExactly("ok", "failed");
        assertThat(reason).isEqualTo("IllegalStateException: no room");
    }
}
