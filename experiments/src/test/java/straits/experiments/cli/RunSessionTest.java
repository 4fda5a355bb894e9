package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.engine.EventQueue;
import straits.engine.LadderQueue;
import straits.experiments.TwoRules;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.MonteCarlo;
import straits.experiments.montecarlo.Shard;
import straits.experiments.montecarlo.StopSignal;
import straits.experiments.output.Manifest;
import straits.experiments.output.TableFormat;
import straits.experiments.output.UnitForm;

final class RunSessionTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private final AtomicInteger asked = new AtomicInteger();

    private EventQueue failsInTheSecond() {
        if (asked.getAndIncrement() == 1) {
            throw new OutOfMemoryError("no room");
        }
        return new LadderQueue();
    }

    private int run() {
        return run(new MonteCarlo(TwoRules.experiment(), this::failsInTheSecond));
    }

    private int run(MonteCarlo runs) {
        Experiment experiment = TwoRules.experiment();
        Console console = new Console(
                StraitsCommand.commandLine(new StopSignal())
                        .setOut(new PrintWriter(new StringWriter()))
                        .setErr(new PrintWriter(err)),
                false);
        return new RunSession(experiment, Shard.WHOLE, TableFormat.CSV, console, new ViewOptions(), List.of())
                .run(
                        folder.resolve("a"),
                        (to, progress, stop) ->
                                runs.run(1, Shard.WHOLE, to.results(), UnitForm::text, to, progress, stop),
                        new StopSignal());
    }

    @Test
    void theManifestSaysWhatAReportOfTheStudyNeeds() {
        run();

        assertThat(Manifest.read(folder.resolve("a")).stressDes())
                .containsEntry("1.3 experimentation", "2 points of points.csv; reference: free")
                .containsEntry("4.2 run length", "70 days of simulated time from 2025-01-01")
                .hasEntrySatisfying(
                        "4.3 estimation",
                        text -> assertThat(text).startsWith("3 replications a point; 6 runs, 1 failed and in no mean"))
                .containsKeys("3.4 assumptions", "4.1 initialisation", "5.1 software", "5.4 run time and hardware");
    }

    @Test
    void aFailedReplicationIsARowAndAnExitCode() throws IOException {
        assertThat(run()).isEqualTo(3);
        assertThat(err.toString())
                .contains("failed: regime free, replication 1: OutOfMemoryError: no room", "1 of 6 runs failed");
        List<String> outcomes = Files.readAllLines(folder.resolve("a/outcomes.csv"));
        assertThat(outcomes).hasSize(7);
        assertThat(outcomes.get(2)).startsWith("0,free,1,failed,OutOfMemoryError: no room,");
        assertThat(outcomes.get(3)).startsWith("0,free,2,ok,horizon,");
        assertThat(Manifest.read(folder.resolve("a")).failedReplications()).isEqualTo(1);
    }

    @Test
    void aFolderWithAFailedReplicationKeepsItsExitCode() {
        run();
        assertThat(run()).isEqualTo(3);
        assertThat(err.toString()).contains("nothing to run");
    }

    /** A queue that loses an event. */
    private static EventQueue forgetful() {
        EventQueue queue = new LadderQueue();
        AtomicInteger polls = new AtomicInteger();
        return (EventQueue) Proxy.newProxyInstance(
                EventQueue.class.getClassLoader(), new Class<?>[] {EventQueue.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("pollBefore") && polls.incrementAndGet() == 200) {
                        queue.pollBefore((long) arguments[0]);
                    }
                    return method.invoke(queue, arguments);
                });
    }

    @Test
    void aBrokenInvariantIsToldWithBothValuesTheEventsBeforeItAndHowToSeeItAgain() throws IOException {
        assertThat(run(new MonteCarlo(TwoRules.experiment(), RunSessionTest::forgetful, true)))
                .isEqualTo(3);
        Path to = folder.resolve("a");
        assertThat(err.toString())
                .contains(
                        "6 of 6 runs failed",
                        "straits rerun " + to + " --point 0 --replication 0 --check",
                        "the last events before it:\n  event 151, hour ");
        assertThat(Files.readAllLines(to.resolve("outcomes.csv")).get(1))
                .startsWith("0,free,0,failed,")
                .containsPattern(
                        "InvariantException: invariant 2 \\(every event .*\\): [0-9]+ events scheduled, but 200 run,"
                                + " [0-9]+ cancelled and [0-9]+ pending \\(event 200, hour ");
    }
}
