package straits.experiments.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import straits.experiments.montecarlo.OrderedRuns;
import straits.experiments.montecarlo.RunWatcher;
import straits.experiments.montecarlo.StopSignal;
import straits.simulation.Draw;

/** Runs replications of trials on threads; what is read never depends on their number. */
final class TrialRuns {

    /** Short replications are handed to threads by the dozen. */
    private static final int BLOCKS = 500;

    private final int threads;
    private final int times;
    private final StopSignal stop;
    private final VerificationProgress progress;

    /** A replication broke off; the message says which and why. */
    static final class FailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FailedException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** TrialRuns from one number to another, excluded. */
    private record Block(int from, int to) {}

    /** What was read of a block, or why it broke off. */
    private record Part(List<double[]> rows, List<Throwable> failures) {}

    /**
     * Where replications run.
     *
     * @param threads how many at a time
     * @param times so many times as many as asked for, where anything is random
     */
    TrialRuns(int threads, int times, StopSignal stop, VerificationProgress progress) {
        this.threads = threads;
        this.times = times;
        this.stop = stop;
        this.progress = progress;
    }

    /**
     * Runs replications.
     *
     * @throws FailedException if one of them broke off
     * @throws CancellationException after a stop
     */
    Sample of(Trial trial, String caseId, String seed, int asked) {
        int replications = trial.replications() == 1 ? asked : Math.multiplyExact(times, asked);
        List<double[]> rows = new ArrayList<>(replications);
        BiFunction<Block, Throwable, Part> failure = (block, thrown) -> new Part(List.of(), List.of(thrown));
        RunWatcher<Part> watcher = new RunWatcher<>() {
            @Override
            public void finished(Part part) {}

            @Override
            public void tick() {
                progress.at(caseId, rows.size(), replications);
            }
        };
        boolean all = new OrderedRuns<Block, Part>(block -> read(trial, seed, block), failure, watcher, stop)
                .run(threads, blocks(replications).iterator(), part -> {
                    part.failures().forEach(thrown -> {
                        throw new FailedException(
                                seed + ", replication " + rows.size() + " or after: " + thrown, thrown);
                    });
                    rows.addAll(part.rows());
                });
        if (!all) {
            throw new CancellationException();
        }
        return new Sample(seed, rows);
    }

    private static Part read(Trial trial, String seed, Block block) {
        return new Part(
                IntStream.range(block.from, block.to)
                        .mapToObj(replication -> trial.reader().read(new Draw(seed, replication)))
                        .toList(),
                List.of());
    }

    private static List<Block> blocks(int replications) {
        int size = (replications + BLOCKS - 1) / BLOCKS;
        return IntStream.range(0, (replications + size - 1) / size)
                .mapToObj(block -> new Block(block * size, Math.min((block + 1) * size, replications)))
                .toList();
    }
}
