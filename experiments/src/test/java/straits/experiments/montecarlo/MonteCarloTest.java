package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import straits.engine.EventQueue;
import straits.engine.LadderQueue;
import straits.experiments.TwoRules;

final class MonteCarloTest {

    private static final RunWatcher<UnitResult> NOBODY = new RunWatcher<>() {
        @Override
        public void finished(UnitResult result) {}

        @Override
        public void tick() {}
    };

    private static List<UnitResult> run(Supplier<EventQueue> queues) {
        List<UnitResult> results = new ArrayList<>();
        boolean all = new MonteCarlo(TwoRules.experiment(), queues)
                .run(1, Shard.WHOLE, List.of(), Function.identity(), results::add, NOBODY, new StopSignal());
        assertThat(all).isTrue();
        return results;
    }

    @Test
    void goesThroughThePointsAndTheirReplications() {
        assertThat(run(LadderQueue::new))
                .extracting(UnitResult::key)
                .containsExactly(
                        new UnitKey(0, "free", 0),
                        new UnitKey(0, "free", 1),
                        new UnitKey(0, "free", 2),
                        new UnitKey(1, "licences", 0),
                        new UnitKey(1, "licences", 1),
                        new UnitKey(1, "licences", 2));
    }

    @Test
    void replicationsDiffer() {
        assertThat(run(LadderQueue::new).stream().limit(3))
                .extracting(result -> result.answers().value(Answer.EVENTS))
                .doesNotHaveDuplicates();
    }

    @Test
    void aReplicationThatFailsStopsNoOther() {
        List<UnitResult> sound = run(LadderQueue::new);
        List<UnitResult> results = run(new FailsInTheSecond());
        assertThat(results).hasSize(6);
        assertThat(results.get(1).status()).isEqualTo(UnitResult.FAILED);
        assertThat(results.get(1).stopReason()).isEqualTo("IllegalStateException: no queue today");
        for (int other : new int[] {0, 2, 3, 4, 5}) {
            assertThat(results.get(other).answers().value(Answer.EVENTS))
                    .isEqualTo(sound.get(other).answers().value(Answer.EVENTS));
        }
    }

    private static final class FailsInTheSecond implements Supplier<EventQueue> {
        private int asked;

        @Override
        public EventQueue get() {
            if (asked++ == 1) {
                throw new IllegalStateException("no queue\ntoday");
            }
            return new LadderQueue();
        }
    }
}
