package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Answers;
import straits.experiments.montecarlo.StopSignal;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.montecarlo.UnitResult;
import straits.experiments.montecarlo.UnitRows;
import straits.experiments.output.UnitForm;

final class ProgressTest {

    private final StringWriter err = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();
    private List<String> above = List.of();

    private Progress progress(boolean terminal, boolean quiet, long units) {
        return progress(terminal, quiet, units, 0);
    }

    private Progress progress(boolean terminal, boolean quiet, long units, long before) {
        CommandLine command = StraitsCommand.commandLine(new StopSignal()).setErr(new PrintWriter(err));
        return new Progress(new Console(command, quiet), terminal, units, before, nanos::get, () -> above);
    }

    private void finish(Progress progress, int runs) {
        for (int run = 0; run < runs; run++) {
            Answers answers = Answers.MISSING.with(Answer.EVENTS, 3_000_000);
            progress.finished(UnitForm.text(new UnitResult(
                    new UnitKey(0, "open", run),
                    UnitResult.OK,
                    UnitResult.HORIZON,
                    answers,
                    List.of(),
                    UnitRows.NONE)));
        }
    }

    private void pass(long seconds) {
        nanos.addAndGet(seconds * 1_000_000_000);
    }

    @Test
    void drawsOneLineOnATerminalAndTakesItAway() {
        Progress progress = progress(true, false, 4);
        finish(progress, 1);
        pass(10);
        progress.tick();
        String line = "[######------------------] 1/4 runs, 300 thousand events/s, 0:10 elapsed, 0:30 left";
        assertThat(err.toString()).isEqualTo("\r" + line);
        progress.end();
        assertThat(err.toString()).isEqualTo("\r" + line + "\r" + " ".repeat(line.length()) + "\r");
    }

    @Test
    void drawsWhatIsSeenMeanwhileAboveAndOverItself() {
        above = List.of("one", "two");
        Progress progress = progress(true, false, 4);
        pass(1);
        progress.tick();
        String bar = "[------------------------] 0/4 runs, 0 thousand events/s, 0:01 elapsed";
        String lines = "\u001b[?7lone\u001b[K\ntwo\u001b[K\n\u001b[?7h";
        assertThat(err.toString()).isEqualTo("\r" + lines + bar);
        above = List.of("three");
        pass(1);
        progress.tick();
        String first = "\r" + lines + bar;
        String second = "\r\u001b[2A\u001b[?7lthree\u001b[K\n\u001b[?7h" + bar.replace("0:01", "0:02") + "\u001b[J";
        assertThat(err.toString()).isEqualTo(first + second);
        progress.end();
        assertThat(err.toString()).isEqualTo(first + second + "\r\u001b[1A\u001b[J\r");
    }

    @Test
    void writesWhatIsSeenMeanwhileBelowEachTenth() {
        above = List.of("one", "two");
        Progress progress = progress(false, false, 2);
        pass(1);
        finish(progress, 1);
        progress.tick();
        assertThat(err.toString().lines())
                .containsExactly("1/2 runs, 3.0 million events/s, 0:01 elapsed, 0:01 left", "one", "two");
    }

    @Test
    void drawsOnlyAFewTimesASecond() {
        Progress progress = progress(true, false, 4);
        pass(1);
        progress.tick();
        int drawn = err.toString().length();
        progress.tick();
        assertThat(err.toString()).hasSize(drawn);
    }

    @Test
    void writesALinePerTenthElsewhere() {
        Progress progress = progress(false, false, 20);
        pass(3600);
        for (int run = 0; run < 20; run++) {
            finish(progress, 1);
            progress.tick();
        }
        progress.end();
        assertThat(err.toString().lines())
                .hasSize(10)
                .startsWith("2/20 runs, 2 thousand events/s, 1:00:00 elapsed, 9:00:00 left")
                .endsWith("20/20 runs, 17 thousand events/s, 1:00:00 elapsed");
    }

    @Test
    void saysNothingWhenQuiet() {
        for (boolean terminal : new boolean[] {true, false}) {
            Progress progress = progress(terminal, true, 1);
            pass(1);
            finish(progress, 1);
            progress.tick();
            progress.end();
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aFailedRunCountsAsDone() {
        Progress progress = progress(false, false, 1);
        progress.finished(UnitForm.text(UnitResult.failed(new UnitKey(0, "open", 0), "broken")));
        progress.end();
        assertThat(err.toString()).startsWith("1/1 runs, 0 thousand events/s");
    }

    @Test
    void whatWasDoneBeforeCountsAndTakesNoTime() {
        Progress progress = progress(false, false, 20, 10);
        progress.end();
        assertThat(err.toString()).isEmpty();
        pass(10);
        finish(progress, 5);
        progress.end();
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("15/20 runs, 1.5 million events/s, 0:10 elapsed, 0:10 left");
    }

    @Test
    void aShardWithoutRunsHasNoProgress() {
        Progress progress = progress(true, false, 0);
        pass(10);
        progress.tick();
        progress.end();
        assertThat(err.toString()).contains("0/0 runs");
    }
}
