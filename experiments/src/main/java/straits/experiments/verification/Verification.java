package straits.experiments.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import straits.experiments.montecarlo.StopSignal;

/**
 * Runs the cases that ship with the program and judges each by its rule. Seeds are fixed: the same version gives the same scores,
 * whatever the number of threads. No state but what it was made with.
 */
public final class Verification {

    private final String version;
    private final TrialRuns runs;
    private final String seed;

    /**
     * A verification.
     *
     * @param version version of the program, for the scorecard
     * @param threads replications at a time, 1 or more
     * @param times how many times the replications that the rules need, 1 or more: a hundred show errors a tenth as large
     * @param progress is told how far it is
     * @param stop ends it early
     */
    public Verification(String version, int threads, int times, VerificationProgress progress, StopSignal stop) {
        this(version, new TrialRuns(threads, times, stop, progress), Case.FIRST);
    }

    private Verification(String version, TrialRuns runs, String seed) {
        this.version = version;
        this.runs = runs;
        this.seed = seed;
    }

    /**
     * The same on other draws, whose seeds are {@code <case>/<seed>}: nothing is repeated, and what misses is judged by {@link Holm}
     * over all cases together.
     */
    public Verification fresh(String text) {
        return new Verification(version, runs, text);
    }

    /** Names of all cases, in their order. */
    public static List<String> cases() {
        return ids(each -> true);
    }

    /** Names of those that together take no longer than a build can wait. */
    public static List<String> quickCases() {
        return ids(Case::quick);
    }

    private static List<String> ids(Predicate<Case> which) {
        return Cases.ALL.stream().filter(which).map(Case::id).toList();
    }

    /**
     * Runs one case. What breaks off in it is a score like the others, and no exception.
     *
     * @param caseId one of {@link #cases}
     * @throws IllegalArgumentException if there is no such case
     * @throws CancellationException after a stop
     */
    public List<Score> run(String caseId) {
        return Cases.ALL.stream()
                .filter(each -> each.id().equals(caseId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no case " + caseId))
                .scores(runs, version, seed);
    }

    /**
     * Runs cases on one thread and tells what did not pass, in types of Java alone: for callers in another class loader.
     *
     * @param caseIds some of {@link #cases}
     * @return a line for each output that did not pass; empty if all did
     */
    public static List<String> misses(List<String> caseIds) {
        Verification verification = new Verification("", 1, 1, (caseId, done, of) -> {}, new StopSignal());
        List<String> misses = new ArrayList<>();
        for (String caseId : caseIds) {
            verification.run(caseId).stream()
                    .filter(score -> !score.passed())
                    .map(score -> caseId + " " + score.output() + ": "
                            + score.finding().word() + ", exact " + score.exact() + ", found " + score.estimate() + " "
                            + score.note())
                    .forEach(misses::add);
        }
        return misses;
    }
}
