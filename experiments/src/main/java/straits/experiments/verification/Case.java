package straits.experiments.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A validation case: worlds whose exact answers theory knows. Seeds are not chosen: they are the name of the case, {@code S05/1}.
 *
 * @param id its number, as in S05
 * @param title what it is
 * @param source who says what is exact
 * @param quick whether it is short enough for every build
 * @param trials what is run, made when it is
 */
record Case(String id, String title, String source, boolean quick, Supplier<List<Trial>> trials) {

    /** By its rule a miss is decided by so many times the replications, on other draws. */
    private static final int REPEAT = 4;

    /** How many times the replications decide where those of fresh draws vary too much to see an error. */
    private static final int MORE = 2;

    /** What stands behind the name of the case in the seed of its first run; a repeat is 2. */
    static final String FIRST = "1";

    /**
     * Runs and judges; a case that cannot be run has failed.
     *
     * @param version version of the program
     * @param seed what stands behind the name of the case; a miss is repeated only if it is {@link #FIRST}, and too few replications
     *     become more only if it is not
     */
    List<Score> scores(TrialRuns runs, String version, String seed) {
        List<Score> scores = new ArrayList<>();
        try {
            for (Trial trial : trials.get()) {
                scores.addAll(scores(trial, runs, version, seed));
            }
        } catch (CancellationException e) {
            throw e;
        } catch (TrialRuns.FailedException e) {
            scores.add(failed(version, seed, String.valueOf(e.getMessage())));
        } catch (RuntimeException | AssertionError e) {
            scores.add(failed(version, seed, e.toString()));
        }
        return scores;
    }

    private List<Score> scores(Trial trial, TrialRuns runs, String version, String seed) {
        Sample first = runs.of(trial, id, id + "/" + seed, trial.replications());
        @Nullable Sample again = null;
        @Nullable Sample more = null;
        List<Score> scores = new ArrayList<>();
        for (int output = 0; output < trial.outputs().size(); output++) {
            Score score = score(trial, output, first, version, "");
            if (seed.equals(FIRST)
                    && score.finding() == Finding.FAIL
                    && trial.outputs().get(output).rule().repeats()) {
                again = again == null ? runs.of(trial, id, id + "/2", REPEAT * trial.replications()) : again;
                score = score(trial, output, again, version, "the first run missed; this repeat decided");
            } else if (!seed.equals(FIRST) && score.finding() == Finding.TOO_FEW) {
                more = more == null ? runs.of(trial, id, id + "/" + seed, MORE * trial.replications()) : more;
                score = score(trial, output, more, version, "the first half was too few to see an error");
            }
            scores.add(score);
        }
        return scores;
    }

    private Score score(Trial trial, int number, Sample sample, String version, String note) {
        Output output = trial.outputs().get(number);
        Rule rule = output.rule();
        Estimate found = rule.estimate(sample.over(number), sample.under(number));
        return new Score(
                id,
                title,
                output.name(),
                output.exact(),
                found.value(),
                found.low(),
                found.high(),
                rule.tolerance(),
                found.halfWidth() / Math.abs(output.exact()),
                rule.judge(output.exact(), found),
                source,
                version,
                rule.letter(),
                sample.replications(),
                sample.seed(),
                note);
    }

    private Score failed(String version, String seed, String why) {
        double none = Double.NaN;
        return new Score(
                id,
                title,
                "every output",
                none,
                none,
                none,
                none,
                none,
                none,
                Finding.FAIL,
                source,
                version,
                "",
                0,
                id + "/" + seed,
                why);
    }
}
